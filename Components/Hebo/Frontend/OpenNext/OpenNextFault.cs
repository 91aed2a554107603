namespace Infra.Components.Hebo.Frontend.OpenNext;

/// <summary>What is wrong with a build.</summary>
/// <param name="Got">What was found.</param>
/// <param name="Allowed">What would be right.</param>
/// <param name="Fix">How to get there.</param>
internal sealed record OpenNextFault(string Got, string Allowed, string Fix);
