using Infra.Preview.Diagrams.Building;
using Infra.Preview.Model;

namespace Infra.Preview.Diagrams;

/// <summary>Derives a diagram from what a program registered, and from nothing else.</summary>
public static class DiagramBuilder
{
    /// <summary>Draws a stack or one of its systems. A system that the stack does not have throws <see cref="PreviewException"/>.</summary>
    public static Diagram Build(ResourceGraph graph, DiagramOptions options)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(options);
        var system = options.System is { } wanted ? FindSystem(graph, wanted) : null;
        var scene = new Scene(graph);
        var network = new Network(scene);
        var placement = new Placement(scene, network, withSystems: system is null);

        var edges = new EdgeSet(scene);
        new TrafficEdges(scene, network, placement, edges).Find();
        new EventEdges(scene, edges).Find();
        new DataEdges(scene, edges).Find();
        new PermissionEdges(scene, edges).Find();

        var changes = new Changes(options.Difference);
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var root = new BoxTree();
        var ids = Place(scene, placement, node => system is null || node.System == system, new Groups(scene, taken, changes), root);
        if (changes.Before is { } before)
        {
            // What goes is drawn where it was, without the arrows that go with it.
            var earlier = new Scene(before);
            var where = new Placement(earlier, new Network(earlier), withSystems: system is null);
            Place(earlier, where, node => (system is null || node.System == system) && changes.IsDeleted(node), new Groups(earlier, taken, changes), root);
        }

        var arrows = edges.Build(ids.GetValueOrDefault);
        var ends = arrows.SelectMany(edge => new[] { edge.From, edge.To }).ToHashSet(StringComparer.Ordinal);
        var outside = edges.Outsiders.Where(outsider => ends.Contains(outsider.Id)).OrderBy(outsider => outsider.Id, StringComparer.Ordinal)
            .Select(outsider => new DiagramNode(outsider.Id, NodeKind.Outside, outsider.Title, outsider.Name, "", [])).ToList();
        arrows = [.. arrows.Where(edge => Exists(edge.From) && Exists(edge.To))];
        var stack = graph.Stack?.Name ?? "the stack";
        var title = system is null ? $"Stack {stack}" : $"{system} in stack {stack}";
        return new Diagram
        {
            Title = title,
            Description = $"{title}: {ids.Values.Distinct().Count()} parts and {arrows.Count} connections, drawn from the program's resources.",
            Boxes = root.Build(),
            Outside = outside,
            Edges = arrows,
            IsCompared = options.Difference is not null,
        };

        bool Exists(string id) => ids.ContainsValue(id) || outside.Exists(node => node.Id == id);
    }

    private static Dictionary<ResourceNode, string> Place(Scene scene, Placement placement, Func<ResourceNode, bool> isShown, Groups groups, BoxTree root)
    {
        var ids = new Dictionary<ResourceNode, string>();
        var placed = scene.Drawn.Where(isShown).Select(node => (Node: node, Path: placement.Of(node)));
        foreach (var group in placed.GroupBy(entry => (Place: string.Join('\n', entry.Path.Select(box => box.Key)), Key: Groups.KeyOf(entry.Node))))
        {
            var members = group.Select(entry => entry.Node).ToList();
            var node = groups.Node(members);
            root.Add(group.First().Path, node);
            foreach (var member in members)
            {
                ids.Add(member, node.Id);
            }
        }

        return ids;
    }

    /// <summary>The names of the systems that a graph holds, in tree order.</summary>
    public static IReadOnlyList<string> Systems(ResourceGraph graph)
    {
        ArgumentNullException.ThrowIfNull(graph);
        return [.. graph.Nodes.Select(node => node.System).OfType<string>().Distinct()];
    }

    // Settings write seePlusPlus where the component is called spp and its type infra:seePlusPlus: dashes and case say nothing.
    private static string FindSystem(ResourceGraph graph, string wanted)
    {
        var systems = Systems(graph);
        return systems.FirstOrDefault(name => Bare(name) == Bare(wanted))
            ?? graph.Nodes.FirstOrDefault(node => node is { Custom: false, IsStack: false } && node.Name == node.System && Bare(node.Type.Split(':')[1]) == Bare(wanted))?.System
            ?? throw new PreviewException($"The stack has no system '{wanted}'. It has: {string.Join(", ", systems.DefaultIfEmpty("none"))}.");
    }

    private static string Bare(string name) => name.Replace("-", "", StringComparison.Ordinal).ToUpperInvariant();
}
