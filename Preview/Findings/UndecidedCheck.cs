using Infra.Preview.Model;

namespace Infra.Preview.Findings;

/// <summary>A rule that could be neither passed nor violated, because it depends on values that only a deployment knows.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Resource">The resource it could not judge.</param>
/// <param name="Part">The part of the resource; empty for the whole.</param>
public sealed record UndecidedCheck(RuleInfo Rule, ResourceNode Resource, string Part = "");
