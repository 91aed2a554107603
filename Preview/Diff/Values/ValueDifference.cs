using Infra.Preview.Model;

namespace Infra.Preview.Diff.Values;

/// <summary>Two values that differ, and where; null where there is none.</summary>
internal sealed record ValueDifference(IReadOnlyList<PathStep> Steps, PropertyValue? Before, PropertyValue? After, string? Reason = null)
{
    public string Path => PathStep.Text(Steps);
}
