using Infra.Preview.Model;

namespace Infra.Preview.Diagrams.Building;

/// <summary>Collects nodes by the boxes they lie in.</summary>
internal sealed class BoxTree
{
    private readonly List<Branch> _roots = [];

    private readonly List<DiagramNode> _loose = [];

    /// <summary>Puts a node into the innermost box of a path; equal keys at the same depth of the same path are one box.</summary>
    public void Add(IReadOnlyList<BoxSpec> path, DiagramNode node)
    {
        var (branches, nodes) = (_roots, _loose);
        var id = "box";
        foreach (var spec in path)
        {
            id = Groups.Slug($"{id}-{spec.Key}");
            var branch = branches.Find(branch => branch.Spec.Key == spec.Key);
            if (branch is null)
            {
                branches.Add(branch = new Branch(id, spec));
            }

            (branches, nodes) = (branch.Boxes, branch.Nodes);
        }

        nodes.Add(node);
    }

    /// <summary>The boxes in drawing order. Nodes without any box, as in a graph without a stack, lie in one of their own.</summary>
    public IReadOnlyList<DiagramBox> Build() => _loose.Count == 0
        ? Build(_roots)
        : [.. Build(_roots), new DiagramBox("box", BoxKind.Stack, "Resources", "", [], Sorted(_loose))];

    private static IReadOnlyList<DiagramBox> Build(List<Branch> branches) =>
    [
        .. branches.OrderBy(branch => branch.Spec.Kind).ThenBy(branch => branch.Spec.Title, Comparer<string>.Create(GraphOrder.CompareNames))
            .Select(branch => new DiagramBox(branch.Id, branch.Spec.Kind, branch.Spec.Title, branch.Spec.Detail, Build(branch.Boxes), Sorted(branch.Nodes))),
    ];

    private static IReadOnlyList<DiagramNode> Sorted(List<DiagramNode> nodes) =>
        [.. nodes.OrderBy(node => node.Kind).ThenBy(node => node.Title, StringComparer.Ordinal).ThenBy(node => node.Name, Comparer<string>.Create(GraphOrder.CompareNames))];

    private sealed record Branch(string Id, BoxSpec Spec)
    {
        public List<Branch> Boxes { get; } = [];

        public List<DiagramNode> Nodes { get; } = [];
    }
}
