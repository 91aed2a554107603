namespace Infra.Preview.Cost;

/// <summary>The sum of a part of the stack for a month.</summary>
/// <param name="Name">The system's name or the component's path; empty for what is outside of every one.</param>
/// <param name="Low">The amount at the least.</param>
/// <param name="High">The amount at the most.</param>
public sealed record CostTotal(string Name, decimal Low, decimal High);
