using Infra.Preview.Model;

namespace Infra.Preview.Diff;

/// <summary>One difference inside a resource's inputs.</summary>
/// <param name="Path">Where, e.g. `policy.Statement["ReadTable"].Action` or `subnets[2]`.</param>
/// <param name="Before">The old value; null where there was none.</param>
/// <param name="After">The new value; null where there is none any more, unknown where only the deployment will know it.</param>
/// <param name="Effect">Whether this change replaces the resource.</param>
/// <param name="Reason">What makes the change or its effect not obvious, e.g. the replaced resource that the value comes from; null for nothing.</param>
public sealed record PropertyChange(string Path, PropertyValue? Before, PropertyValue? After, ReplaceEffect Effect, string? Reason = null)
{
    /// <summary>Whether the program asks reports not to show the values (`hideDiffs`).</summary>
    public bool Hidden { get; init; }
}
