using Infra.Preview.Model;

namespace Infra.Preview.Findings.Judging;

/// <summary>A verdict on a resource.</summary>
/// <param name="Resource">The resource.</param>
/// <param name="Verdict">The verdict.</param>
/// <param name="Part">The part of the resource that is judged, such as a container; empty for the whole.</param>
public sealed record Outcome(ResourceNode Resource, Verdict Verdict, string Part = "");
