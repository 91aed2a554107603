namespace Infra.Preview.Engine;

/// <summary>A physical name that AWS would refuse: creating the resource would fail.</summary>
/// <param name="message">The name, its length, the limit and how to keep it.</param>
public sealed class PhysicalNameException(string message) : Exception(message);
