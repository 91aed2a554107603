using Infra.Preview.Model;

namespace Infra.Preview.Diagrams.Building;

/// <summary>Collects connections between drawn resources and makes at most one arrow of all that lead from one node to another.</summary>
internal sealed class EdgeSet(Scene scene)
{
    private const int MostLabels = 3;

    private readonly List<(object From, object To, EdgeKind Kind, string Label)> _found = [];

    /// <summary>Connects what two resources are drawn as; nothing happens when one of them is not drawn, or when both are the same.</summary>
    public void Add(ResourceNode from, ResourceNode to, EdgeKind kind, string label = "") => Connect(scene.DrawnFor(from), scene.DrawnFor(to), kind, label);

    /// <summary>Connects someone outside with what a resource is drawn as.</summary>
    public void AddFrom(Outsider from, ResourceNode to, EdgeKind kind, string label = "") => Connect([from], scene.DrawnFor(to), kind, label);

    /// <summary>Connects what a resource is drawn as with someone outside.</summary>
    public void AddTo(ResourceNode from, Outsider to, EdgeKind kind, string label = "") => Connect(scene.DrawnFor(from), [to], kind, label);

    /// <summary>Those outside that something leads to or from.</summary>
    public IEnumerable<Outsider> Outsiders => _found.SelectMany(edge => new[] { edge.From, edge.To }).OfType<Outsider>().Distinct();

    /// <summary>The arrows between nodes, by source, then target.</summary>
    public IReadOnlyList<DiagramEdge> Build(Func<ResourceNode, string?> idOf)
    {
        string? Id(object end) => end is ResourceNode node ? idOf(node) : ((Outsider)end).Id;
        return
        [
            .. _found.Select(edge => (From: Id(edge.From), To: Id(edge.To), edge.Kind, edge.Label))
                .Where(edge => edge.From is not null && edge.To is not null && edge.From != edge.To)
                .GroupBy(edge => (From: edge.From!, To: edge.To!))
                .OrderBy(pair => pair.Key.From, StringComparer.Ordinal).ThenBy(pair => pair.Key.To, StringComparer.Ordinal)
                .Select(pair => new DiagramEdge(pair.Key.From, pair.Key.To, pair.Min(edge => edge.Kind), Label(pair.Select(edge => (edge.Kind, edge.Label))))),
        ];
    }

    private static string Label(IEnumerable<(EdgeKind Kind, string Label)> found)
    {
        var labels = found.Where(entry => entry.Label.Length > 0).GroupBy(entry => entry.Kind).OrderBy(kind => kind.Key)
            .SelectMany(kind => kind.Select(entry => entry.Label).Distinct().Order(Comparer<string>.Create(GraphOrder.CompareNames)))
            .Distinct().ToList();
        return labels.Count <= MostLabels ? string.Join(", ", labels) : $"{string.Join(", ", labels.Take(MostLabels))}, …";
    }

    private void Connect(IEnumerable<object> from, IReadOnlyList<object> to, EdgeKind kind, string label) =>
        _found.AddRange(from.SelectMany(source => to.Where(target => target != source).Select(target => (source, target, kind, label))));
}
