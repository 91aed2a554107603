using Infra.Preview.Model;
using Infra.Preview.Protocol;

namespace Infra.Preview.Engine;

/// <summary>Turns alias specifications into the URNs they mean, those that follow from the parent's aliases included.</summary>
internal sealed class AliasResolution(DeploymentSettings settings)
{
    /// <summary>
    /// The engine keeps of these only the one that it finds in the state. A preview without state keeps them all, in the order
    /// given, and passes every alias of the parent on to the child.
    /// </summary>
    public IReadOnlyList<string> Resolve(RegisterResourceRequest request, ResourceNode? parent)
    {
        if (request.AliasURNs.Count == 0 && request.Aliases.Count == 0 && (parent is null || parent.Aliases.Count == 0))
        {
            return [];
        }

        var own = new List<string>();
        foreach (var urn in request.AliasURNs)
        {
            own.Add(Valid(urn));
        }

        foreach (var alias in request.Aliases)
        {
            own.AddRange(alias.AliasCase == Alias.AliasOneofCase.Urn ? [Valid(alias.Urn)] : Collapse(alias.Spec, request, parent));
        }

        var all = new List<string>(own);
        foreach (var parentAlias in parent?.Aliases ?? [])
        {
            all.Add(Inherited(request.Type, request.Name, parent!.Name, parentAlias));
            all.AddRange(own.Select(alias => Inherited(Urns.Type(alias), Urns.Name(alias), parent.Name, parentAlias)));
        }

        // A child that takes its parent's alias on may have had its present URN all along.
        all.RemoveAll(urn => urn == Urns.Make(settings.Stack, settings.Project, parent?.Urn, request.Type, request.Name));
        return [.. all.Distinct(StringComparer.Ordinal)];
    }

    private IEnumerable<string> Collapse(Alias.Types.Spec? spec, RegisterResourceRequest request, ResourceNode? parent)
    {
        spec ??= new Alias.Types.Spec();
        var parentUrn = spec.ParentCase switch
        {
            Alias.Types.Spec.ParentOneofCase.ParentUrn when spec.ParentUrn.Length > 0 => spec.ParentUrn,
            Alias.Types.Spec.ParentOneofCase.NoParent when spec.NoParent => null,
            _ => parent?.Urn,
        };
        yield return Urns.Make(
            spec.Stack.Length > 0 ? spec.Stack : settings.Stack,
            spec.Project.Length > 0 ? spec.Project : settings.Project,
            parentUrn,
            spec.Type.Length > 0 ? spec.Type : request.Type,
            spec.Name.Length > 0 ? spec.Name : request.Name);
    }

    // A child named after its parent was named after the parent's old name.
    private string Inherited(string type, string name, string parentName, string parentAlias)
    {
        var oldName = name.StartsWith(parentName, StringComparison.Ordinal) ? Urns.Name(parentAlias) + name[parentName.Length..] : name;
        return Urns.Make(settings.Stack, settings.Project, parentAlias, type, oldName);
    }

    private static string Valid(string urn) =>
        Urns.IsValid(urn) ? urn : throw GrpcFault.Invalid($"invalid alias URN: '{urn}' is not of the form urn:pulumi:STACK::PROJECT::TYPE::NAME");
}
