using Infra.Preview.Diff.Matching;
using Infra.Preview.Engine;
using Infra.Preview.Model;

namespace Infra.Preview.Diff;

/// <summary>Differences in the options that guard a resource, and in the provider that manages it.</summary>
internal static class OptionChanges
{
    public static IEnumerable<PropertyChange> Of(ResourceNode before, ResourceNode after)
    {
        if (before.Protect != after.Protect)
        {
            yield return new PropertyChange("(protect)", before.Protect, after.Protect, ReplaceEffect.InPlace);
        }

        if (before.RetainOnDelete != after.RetainOnDelete)
        {
            yield return new PropertyChange("(retainOnDelete)", before.RetainOnDelete, after.RetainOnDelete, ReplaceEffect.InPlace);
        }

        if (Explicit(before.Provider) is var old && Explicit(after.Provider) is var young && old != young)
        {
            // Another account or region means a new resource; the same one under another name does not.
            yield return new PropertyChange("(provider)", old, young, ReplaceEffect.Unknown);
        }
    }

    // Default providers are named after their version; a new version replaces nothing.
    private static string? Explicit(string? reference) =>
        reference is not null && Urns.SplitReference(reference) is { } split && Urns.Name(split.Urn) is var name
            ? name.StartsWith("default_", StringComparison.Ordinal) || name == "default" ? "(default)" : ResourceMatcher.Key(split.Urn)
            : null;
}
