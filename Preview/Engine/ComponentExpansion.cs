using Infra.Preview.Model;

namespace Infra.Preview.Engine;

/// <summary>Lets expanders register the children of remote components.</summary>
internal sealed class ComponentExpansion : IComponentContext
{
    private readonly Deployment _deployment;
    private readonly ResourceNode _component;

    private ComponentExpansion(Deployment deployment, ResourceNode component)
    {
        _deployment = deployment;
        _component = component;
    }

    public bool KeepsUnknowns => _deployment.Settings.KeepsUnknowns;

    /// <summary>The component's outputs. A component that no expander knows keeps its children to itself and its outputs unknown, with a warning.</summary>
    public static MapValue Expand(Deployment deployment, ResourceNode component, MapValue inputs)
    {
        var expander = deployment.Services.Expanders.FirstOrDefault(candidate => candidate.Expands(component.Type));
        if (expander is null)
        {
            deployment.Report(new Diagnostic(
                Severity.Warning,
                $"The children and outputs of this component are made by the plugin of package '{component.Package}', which an offline preview does not run: "
                + "they are missing here.",
                component.Urn));
            return MapValue.Empty;
        }

        try
        {
            var outputs = expander.Expand(new ComponentRegistration(component, inputs), new ComponentExpansion(deployment, component));
            component.OutputsComplete = true;
            return outputs;
        }
        catch (ComponentException refused)
        {
            deployment.Fail(refused.Message, component.Urn);
            throw;
        }
    }

    public ResourceNode Register(ChildRegistration child)
    {
        var parent = child.Parent ?? _component;
        var byProperty = new SortedList<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var (property, value) in child.Inputs)
        {
            var given = child.PropertyDependencies.GetValueOrDefault(property) ?? [];
            byProperty[property] = [.. given.Select(node => node.Urn).Union(OutputDependencies.Of(value)).Order(StringComparer.Ordinal)];
        }

        var package = child.Type.Split(':', 2)[0];
        // A component provider gives its own provider to all that it makes; below a resource there is none to inherit.
        var provider = child.Custom
            ? _deployment.Providers.Resolve("", null, parent.Custom ? _component : parent, new PackageRequest(package, child.Version ?? "", ""))
            : null;
        var node = new ResourceNode
        {
            Urn = _deployment.NewUrn(parent, child.Type, child.Name),
            Type = child.Type,
            Name = child.Name,
            Custom = child.Custom,
            Parent = parent,
            Inputs = OutputDependencies.Downgrade(child.Inputs),
            Dependencies = [.. child.DependsOn.Select(other => other.Urn).Concat(byProperty.Values.SelectMany(urns => urns))
                .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            PropertyDependencies = byProperty,
            Provider = provider is null ? null : ProviderTable.Reference(provider),
            ProviderNode = provider,
            Providers = child.Custom ? new SortedList<string, string>(StringComparer.Ordinal) : parent.Providers,
            Protect = parent.Protect,
            RetainOnDelete = parent.RetainOnDelete,
            DeletedWith = parent.DeletedWith,
            IgnoreChanges = child.IgnoreChanges,
            DeleteBeforeReplace = child.DeleteBeforeReplace,
            Version = child.Version,
            CustomTimeouts = child.CustomTimeouts,
            System = Deployment.SystemOf(parent, child.Name, child.Custom),
        };
        _deployment.Add(node);
        if (child.Custom)
        {
            ResourceOutputs.OfResource(_deployment, node);
        }

        return node;
    }

    public MapValue Invoke(string token, MapValue args)
    {
        var provider = _deployment.Providers.Resolve("", null, _component, new PackageRequest(token.Split(':', 2)[0], "", ""));
        return Lookups.Answer(_deployment, token, args, provider, _component.Urn);
    }
}
