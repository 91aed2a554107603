using Infra.Preview.Diff;

namespace Infra.Preview.Diagrams.Layout;

/// <summary>A line of text in a node or a box's heading.</summary>
internal sealed record TextLine(string Text, int Size, bool Bold, bool Faint)
{
    public int Width => TextSize.Width(Text, Size, Bold);

    public int Height => Size + 5;
}

/// <summary>A node or box with its place in the picture.</summary>
internal sealed class Item
{
    /// <summary>The routing grid: every side of every item lies on it.</summary>
    public const int Grid = 12;

    private const int WidestText = 200;
    private const int Padding = 10;

    private Item(IReadOnlyList<TextLine> lines) => Lines = lines;

    public DiagramNode? Node { get; private init; }

    public DiagramBox? Box { get; private init; }

    public IReadOnlyList<Item> Children { get; private init; } = [];

    public IReadOnlyList<TextLine> Lines { get; }

    /// <summary>Relative to the parent's content while laying out, absolute in the end.</summary>
    public Rect Place { get; set; }

    /// <summary>The ids of the nodes in it.</summary>
    public required IReadOnlySet<string> Ids { get; init; }

    /// <summary>How much of a box the heading takes, in pixels.</summary>
    public int HeadingHeight => Snap(Lines.Sum(line => line.Height) + 10);

    public int HeadingWidth => Lines.Max(line => line.Width) + (2 * Padding);

    public static Item Of(DiagramNode node)
    {
        TextLine[] lines =
        [
            .. TextSize.Wrap(node.Title, 12, true, WidestText).Select(line => new TextLine(line, 12, true, false)),
            .. TextSize.Wrap(node.Name, 11, false, WidestText).Select(line => new TextLine(line, 11, false, false)),
            .. TextSize.Wrap(node.Detail, 10, false, WidestText).Select(line => new TextLine(line, 10, false, true)),
            .. node.Change == ChangeKind.Same ? Array.Empty<TextLine>() : [new TextLine(node.Change.ToString().ToUpperInvariant(), 10, true, false)],
        ];
        var width = Math.Max(Snap(lines.Max(line => line.Width) + (2 * Padding) + 6), 12 * Grid);
        return new Item(lines)
        {
            Node = node,
            Ids = new HashSet<string>(StringComparer.Ordinal) { node.Id },
            Place = new Rect(0, 0, width, Math.Max(Snap(lines.Sum(line => line.Height) + 12), 4 * Grid)),
        };
    }

    public static Item Of(DiagramBox box)
    {
        Item[] children = [.. box.Nodes.Select(Of), .. box.Boxes.Select(Of)];
        TextLine[] lines = box.Detail.Length > 0
            ? [new TextLine(box.Title, 12, true, false), new TextLine(box.Detail, 10, false, true)]
            : [new TextLine(box.Title, 12, true, false)];
        return new Item(lines) { Box = box, Children = children, Ids = children.SelectMany(child => child.Ids).ToHashSet(StringComparer.Ordinal) };
    }

    public IEnumerable<Item> WithDescendants() => Children.SelectMany(child => child.WithDescendants()).Prepend(this);

    public void Move(int x, int y)
    {
        Place = Place with { X = Place.X + x, Y = Place.Y + y };
        foreach (var child in Children)
        {
            child.Move(x, y);
        }
    }

    /// <summary>The next multiple of the grid.</summary>
    public static int Snap(int length) => (length + Grid - 1) / Grid * Grid;
}
