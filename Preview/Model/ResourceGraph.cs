using System.Diagnostics.CodeAnalysis;

namespace Infra.Preview.Model;

/// <summary>Everything that a program registered, in one order that does not depend on timing (see <see cref="GraphOrder"/>).</summary>
public sealed class ResourceGraph
{
    private readonly Dictionary<string, ResourceNode> _byUrn;
    private readonly ILookup<string, ResourceNode> _byType;
    private readonly ILookup<string, ResourceNode> _byName;
    private readonly ILookup<ResourceNode, ResourceNode> _children;

    /// <summary>Orders and indexes these nodes.</summary>
    public ResourceGraph(IEnumerable<ResourceNode> nodes)
    {
        Nodes = GraphOrder.Sort(nodes);
        _byUrn = Nodes.ToDictionary(node => node.Urn, StringComparer.Ordinal);
        _byType = Nodes.ToLookup(node => node.Type, StringComparer.Ordinal);
        _byName = Nodes.ToLookup(node => node.Name, StringComparer.Ordinal);
        _children = Nodes.Where(node => node.Parent is not null).ToLookup(node => node.Parent!);
    }

    /// <summary>All resources in tree order.</summary>
    public IReadOnlyList<ResourceNode> Nodes { get; }

    /// <summary>The stack; null when the program failed before it registered one.</summary>
    public ResourceNode? Stack => Nodes.FirstOrDefault(node => node.IsStack);

    /// <summary>The resource with that URN, or null.</summary>
    public ResourceNode? Find(string urn) => _byUrn.GetValueOrDefault(urn);

    /// <summary>Looks a resource up by its URN.</summary>
    public bool TryFind(string urn, [MaybeNullWhen(false)] out ResourceNode node) => _byUrn.TryGetValue(urn, out node);

    /// <summary>All resources of that type token, in tree order.</summary>
    public IReadOnlyList<ResourceNode> OfType(string type) => [.. _byType[type]];

    /// <summary>All resources of that logical name, in tree order.</summary>
    public IReadOnlyList<ResourceNode> Named(string name) => [.. _byName[name]];

    /// <summary>The one resource of that type, and of that name when one is given; any other number than one throws <see cref="InvalidOperationException"/> naming what there is.</summary>
    public ResourceNode Only(string type, string? name = null)
    {
        var found = _byType[type].Where(node => name is null || node.Name == name).ToList();
        return found.Count == 1
            ? found[0]
            : throw new InvalidOperationException(
                $"Expected one {type}{(name is null ? "" : $" named '{name}'")}, found {found.Count}. Of that type there are: "
                + $"{string.Join(", ", _byType[type].Select(node => node.Name).DefaultIfEmpty("none"))}.");
    }

    /// <summary>The direct children of a resource, in tree order.</summary>
    public IReadOnlyList<ResourceNode> ChildrenOf(ResourceNode parent) => [.. _children[parent]];

    /// <summary>A resource's children, their children and so on, in tree order.</summary>
    public IEnumerable<ResourceNode> DescendantsOf(ResourceNode ancestor) =>
        _children[ancestor].SelectMany(child => DescendantsOf(child).Prepend(child));
}
