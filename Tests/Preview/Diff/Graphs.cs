using Infra.Preview.Diff;
using Infra.Preview.Engine;
using Infra.Preview.Model;

namespace Infra.Tests.Preview.Diff;

/// <summary>Builds small graphs by hand.</summary>
internal sealed class Graphs
{
    private readonly List<ResourceNode> _nodes = [];
    private readonly string _stack;

    public Graphs(string stack = "dev")
    {
        _stack = stack;
        Stack = Component(ResourceNode.StackType, $"shop-{stack}", null);
    }

    public ResourceNode Stack { get; }

    public ResourceGraph Graph => new(_nodes);

    public ResourceNode Component(string type, string name, ResourceNode? parent, params string[] aliases) =>
        Add(new ResourceNode { Urn = Urn(type, name, parent), Type = type, Name = name, Custom = false, Parent = parent, Inputs = MapValue.Empty, Aliases = aliases });

    public ResourceNode Add(
        string type,
        string name,
        MapValue? inputs = null,
        ResourceNode? parent = null,
        string? id = null,
        MapValue? outputs = null,
        (string Property, ResourceNode Source)[]? from = null,
        string[]? ignore = null,
        string[]? replaceOn = null,
        string[]? aliases = null,
        string[]? hide = null,
        bool protect = false,
        bool retain = false,
        bool? deleteFirst = null,
        ResourceNode? provider = null,
        PropertyValue? trigger = null,
        ResourceNode? replaceWith = null) => Add(new ResourceNode
        {
            Urn = Urn(type, name, parent ?? Stack),
            Type = type,
            Name = name,
            Custom = true,
            Parent = parent ?? Stack,
            Inputs = inputs ?? MapValue.Empty,
            Outputs = outputs ?? inputs ?? MapValue.Empty,
            Id = id,
            Protect = protect,
            RetainOnDelete = retain,
            DeleteBeforeReplace = deleteFirst,
            IgnoreChanges = ignore ?? [],
            ReplaceOnChanges = replaceOn ?? [],
            HideDiffs = hide ?? [],
            Aliases = aliases ?? [],
            ReplacementTrigger = trigger,
            ReplaceWith = replaceWith is null ? [] : [replaceWith.Urn],
            Provider = provider is null ? null : $"{provider.Urn}::{provider.Id}",
            ProviderNode = provider,
            Dependencies = [.. (from ?? []).Select(entry => entry.Source.Urn)],
            PropertyDependencies = new SortedList<string, IReadOnlyList<string>>((from ?? []).GroupBy(entry => entry.Property)
                .ToDictionary(group => group.Key, group => (IReadOnlyList<string>)[.. group.Select(entry => entry.Source.Urn)])),
        });

    /// <summary>Compares two versions made by the same steps.</summary>
    public static GraphDifference Compare(Action<Graphs> before, Action<Graphs> after)
    {
        var (old, young) = (new Graphs(), new Graphs());
        before(old);
        after(young);
        return GraphDifference.Compare(old.Graph, young.Graph);
    }

    /// <summary>Compares two versions of one resource.</summary>
    public static ResourceChange One(string type, MapValue before, MapValue after) =>
        Compare(graph => graph.Add(type, "it", before), graph => graph.Add(type, "it", after)).Of("it");

    private ResourceNode Add(ResourceNode node)
    {
        _nodes.Add(node);
        return node;
    }

    private string Urn(string type, string name, ResourceNode? parent) => Urns.Make(_stack, "shop", parent?.Urn, type, name);
}

/// <summary>Finds changes by name.</summary>
internal static class Differences
{
    public static ResourceChange Of(this GraphDifference difference, string name) => difference.Changes.Single(change => change.Node.Name == name);

    public static IEnumerable<string> Paths(this ResourceChange change) => change.Properties.Select(property => property.Path);
}
