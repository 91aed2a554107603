using Infra.Preview.Model;

namespace Infra.Preview.Diff;

/// <summary>Writes the option that keeps a renamed or moved resource.</summary>
internal static class AliasAdvice
{
    /// <summary>A line for the resource's options in C#: by name where only that changed, else by the old URN.</summary>
    public static string Line(ResourceNode before, ResourceNode after, IReadOnlyDictionary<string, string> renamed)
    {
        var sameParent = (before.Parent, after.Parent) switch
        {
            (null, null) => true,
            ({ } old, { } young) => renamed.GetValueOrDefault(old.Urn) == young.Urn,
            _ => false,
        };
        return sameParent
            ? $"Aliases = {{ new Alias {{ Name = \"{before.Name}\" }} }}"
            : $"Aliases = {{ new Alias {{ Urn = \"{before.Urn}\" }} }}";
    }
}
