namespace Infra.Preview.Diagrams.Layout;

/// <summary>An arrow with its way and the place of its label.</summary>
internal sealed record PlacedEdge(DiagramEdge Edge, IReadOnlyList<(int X, int Y)> Points, Rect? Label);

/// <summary>A diagram with the place of everything in it, in pixels.</summary>
internal sealed class Picture
{
    public const int Margin = 2 * Item.Grid;
    private const int TitleHeight = 4 * Item.Grid;

    private Picture(int width, int height, IReadOnlyList<Item> items, IReadOnlyList<PlacedEdge> edges) => (Width, Height, Items, Edges) = (width, height, items, edges);

    public int Width { get; }

    public int Height { get; }

    /// <summary>Every box and node, boxes before what is in them.</summary>
    public IReadOnlyList<Item> Items { get; }

    public IReadOnlyList<PlacedEdge> Edges { get; }

    public static Picture Of(Diagram diagram)
    {
        Item[] roots = [.. diagram.Outside.Select(Item.Of), .. diagram.Boxes.Select(Item.Of)];
        if (roots.Length == 0)
        {
            return new Picture(2 * Margin, TitleHeight + Margin, [], []);
        }

        var (width, height) = new BoxLayout(diagram.Edges).Arrange(roots);
        foreach (var root in roots)
        {
            root.Move(Margin, Margin + TitleHeight);
        }

        var items = roots.SelectMany(root => root.WithDescendants()).ToList();
        var nodes = items.Where(item => item.Node is not null).ToDictionary(item => item.Node!.Id, item => item.Place, StringComparer.Ordinal);
        var headings = items.Where(item => item.Box is not null)
            .Select(item => new Rect(item.Place.X, item.Place.Y, Math.Min(item.HeadingWidth, item.Place.Width), item.HeadingHeight));
        Rect[] obstacles = [.. nodes.Values, .. headings];
        var (fullWidth, fullHeight) = (width + (2 * Margin), height + (2 * Margin) + TitleHeight);
        var router = new Router(fullWidth, fullHeight, obstacles);

        var ways = new IReadOnlyList<(int X, int Y)>[diagram.Edges.Count];
        foreach (var index in Enumerable.Range(0, ways.Length).OrderBy(index => Apart(nodes[diagram.Edges[index].From], nodes[diagram.Edges[index].To])).ThenBy(index => index))
        {
            ways[index] = router.Route(nodes[diagram.Edges[index].From], nodes[diagram.Edges[index].To]);
        }

        var labels = Labels.Place([.. diagram.Edges.Select((edge, index) => (edge.Label, ways[index]))], obstacles);
        return new Picture(fullWidth, fullHeight, items, [.. diagram.Edges.Select((edge, index) => new PlacedEdge(edge, ways[index], labels[index]))]);
    }

    private static int Apart(Rect left, Rect right) => Math.Abs(left.X - right.X) + Math.Abs(left.Y - right.Y);
}
