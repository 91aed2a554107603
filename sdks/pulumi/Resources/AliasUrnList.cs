using System.Collections.Immutable;

namespace Pulumi;

/// <summary>
/// Works out the former URNs of a resource from its own aliases and those of its parent: N own and M of the parent give
/// N + M + N*M URNs.
/// </summary>
internal static class AliasUrnList
{
    public static ImmutableArray<Output<string>> Of(List<Input<Alias>> own, string name, string type, Resource? parent)
    {
        var parentAliases = parent?.AliasUrns ?? [];
        if (own.Count == 0 && parentAliases.IsEmpty)
        {
            return [];
        }

        var urns = ImmutableArray.CreateBuilder<Output<string>>();
        foreach (var alias in own)
        {
            urns.Add(Collapse(alias, name, type, parent));
        }

        foreach (var parentAlias in parentAliases)
        {
            var parentName = parent!.GetResourceName();
            urns.Add(Inherit(name, type, parentName, parentAlias));
            foreach (var alias in own)
            {
                urns.Add(Collapse(alias, name, type, parent)
                    .Apply(urn => Inherit(Urn.NameOf(urn), Urn.TypeOf(urn), parentName, parentAlias)));
            }
        }

        return urns.ToImmutable();
    }

    private static Output<string> Collapse(Input<Alias> alias, string name, string type, Resource? parent) => alias.Apply(value =>
    {
        value.Validate();
        return value.Urn is { } urn
            ? Output.Create(urn)
            : Urn.Create(
                value.Name ?? name,
                value.Type ?? type,
                value.ParentCount == 0 ? parent : value.Parent,
                value.ParentUrn,
                value.Project,
                value.Stack);
    });

    /// <summary>A child that is named after its parent was named after the parent's former name.</summary>
    private static Output<string> Inherit(string name, string type, string parentName, Output<string> parentAlias)
        => parentAlias.Apply(parentUrn => Urn.Create(
            name.StartsWith(parentName, StringComparison.Ordinal) ? Urn.NameOf(parentUrn) + name[parentName.Length..] : name,
            type,
            parentUrn: parentUrn));
}
