using Infra.Preview.Model;

namespace Infra.Preview.Diff.Versions;

/// <summary>The version that a stack is compared with.</summary>
/// <param name="Name">What reports call it, e.g. `git:main`.</param>
/// <param name="Graph">Its resources; empty when the stack did not exist.</param>
/// <param name="Note">What is special about it; null for nothing.</param>
public sealed record Baseline(string Name, ResourceGraph Graph, string? Note = null);
