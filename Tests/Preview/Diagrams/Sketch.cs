using Infra.Preview.Diagrams;
using Infra.Preview.Model;
using Infra.Preview.Synthesis;
using Infra.Tests.Preview.Synthesis;

namespace Infra.Tests.Preview.Diagrams;

/// <summary>A graph made by hand: one system `app` in eu-west-1, resources with the outputs that a preview gives them.</summary>
internal sealed class Sketch
{
    private readonly List<ResourceNode> _nodes = [];
    private readonly ResourceNode _system;
    private readonly ResourceNode _provider = Nodes.Provider();

    public Sketch()
    {
        var stack = new ResourceNode { Urn = "urn:pulumi:dev::infra::pulumi:pulumi:Stack::infra-dev", Type = "pulumi:pulumi:Stack", Name = "infra-dev", Custom = false, Inputs = MapValue.Empty };
        _system = new ResourceNode { Urn = "urn:pulumi:dev::infra::infra:app:App::app", Type = "infra:app:App", Name = "app", Custom = false, Inputs = MapValue.Empty, Parent = stack, System = "app" };
        _nodes.AddRange([stack, _provider, _system]);
    }

    public ResourceGraph Graph => new(_nodes);

    public ResourceGraph Reversed => new(_nodes.AsEnumerable().Reverse());

    public Diagram Diagram => DiagramBuilder.Build(Graph, new DiagramOptions());

    public ResourceNode Add(string type, string name, string inputs = "{}", params (string Property, ResourceNode From)[] origins) =>
        Add(type, name, (MapValue)JsonValues.Parse(inputs), origins);

    public ResourceNode Add(string type, string name, MapValue inputs, params (string Property, ResourceNode From)[] origins)
    {
        var node = Nodes.Complete(new ResourceNode
        {
            Urn = $"urn:pulumi:dev::infra::infra:app:App${type}::{name}",
            Type = type,
            Name = name,
            Custom = true,
            Inputs = inputs,
            Parent = _system,
            System = "app",
            ProviderNode = _provider,
            PropertyDependencies = new SortedList<string, IReadOnlyList<string>>(
                origins.GroupBy(origin => origin.Property).ToDictionary(group => group.Key, group => (IReadOnlyList<string>)[.. group.Select(origin => origin.From.Urn)]), StringComparer.Ordinal),
        });
        _nodes.Add(node);
        return node;
    }

    public static string Arn(ResourceNode node) => node.Output("arn").AsText!;

    /// <summary>The arrows as `kind: from -> to [label]`, nodes by their names, in drawing order.</summary>
    public static IReadOnlyList<string> Arrows(Diagram diagram)
    {
        var names = diagram.AllNodes.ToDictionary(node => node.Id, node => node.Name.Length > 0 ? node.Name : node.Title);
        return [.. diagram.Edges.Select(edge => $"{edge.Kind}: {names[edge.From]} -> {names[edge.To]} [{edge.Label}]")];
    }

    /// <summary>The titles of the boxes around a node, outermost first.</summary>
    public static IReadOnlyList<string> Around(Diagram diagram, string name) => [.. Path(diagram.Boxes, name).Select(box => box.Title)];

    private static IEnumerable<DiagramBox> Path(IEnumerable<DiagramBox> boxes, string name)
    {
        var box = boxes.FirstOrDefault(box => box.AllNodes.Any(node => node.Name == name));
        return box is null ? [] : Path(box.Boxes, name).Prepend(box);
    }
}
