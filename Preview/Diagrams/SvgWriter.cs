using System.Globalization;
using System.Text;
using Infra.Preview.Diff;
using Infra.Preview.Diagrams.Layout;

namespace Infra.Preview.Diagrams;

/// <summary>Writes a diagram as a self-contained SVG 1.1 picture: no scripts, no fonts or images from elsewhere.</summary>
public static class SvgWriter
{
    private const int LegendHeight = 64;

    private static readonly (NodeKind Kind, string Word)[] Families =
    [
        (NodeKind.Network, "network"), (NodeKind.Compute, "compute"), (NodeKind.Storage, "data"), (NodeKind.Messaging, "messaging"), (NodeKind.Security, "security"),
        (NodeKind.Observability, "observability"),
    ];

    private static readonly (EdgeKind Kind, string Word)[] Arrows =
    [
        (EdgeKind.Traffic, "traffic (port)"), (EdgeKind.Event, "event"), (EdgeKind.Data, "configured with"), (EdgeKind.Permission, "may (by role)"),
    ];

    /// <summary>The picture as an XML document.</summary>
    public static string Write(Diagram diagram)
    {
        ArgumentNullException.ThrowIfNull(diagram);
        var picture = Picture.Of(diagram);
        var (width, height) = (Math.Max(picture.Width, 960), picture.Height + LegendHeight);
        var svg = new StringBuilder();
        Line(svg, $"""<svg xmlns="http://www.w3.org/2000/svg" version="1.1" width="{width}" height="{height}" viewBox="0 0 {width} {height}" role="img" aria-labelledby="title description" font-family="Helvetica, Arial, sans-serif">""");
        Line(svg, $"""<title id="title">{Escape(diagram.Title)}</title>""");
        Line(svg, $"""<desc id="description">{Escape(diagram.Description)}</desc>""");
        WriteDefinitions(svg);
        Line(svg, $"""<rect width="{width}" height="{height}" fill="{Palette.Paper}"/>""");
        WriteText(svg, Picture.Margin, 36, new TextLine(diagram.Title, 18, true, false));
        foreach (var item in picture.Items.Where(item => item.Box is not null))
        {
            WriteBox(svg, item, item.Box!);
        }

        foreach (var edge in picture.Edges)
        {
            WriteEdge(svg, edge);
        }

        foreach (var item in picture.Items.Where(item => item.Node is not null))
        {
            WriteNode(svg, item, item.Node!);
        }

        // Above everything: a label belongs to its arrow, which may pass below others.
        foreach (var edge in picture.Edges.Where(edge => edge.Label is not null))
        {
            WriteLabel(svg, edge, edge.Label!.Value);
        }

        WriteLegend(svg, picture.Height, diagram.IsCompared);
        Line(svg, $"</svg>");
        return svg.ToString();
    }

    private static void WriteDefinitions(StringBuilder svg)
    {
        Line(svg, $"<defs>");
        foreach (var (kind, _) in Arrows)
        {
            Line(svg, $"""<marker id="{IdOf(kind)}" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="9" markerHeight="9" markerUnits="userSpaceOnUse" orient="auto"><path d="M0 0 L10 5 L0 10 z" fill="{Palette.Of(kind)}"/></marker>""");
        }

        Line(svg, $"</defs>");
    }

    private static void WriteBox(StringBuilder svg, Item item, DiagramBox box)
    {
        var (fill, stroke) = Palette.Of(box.Kind);
        var dash = box.Kind is BoxKind.Region or BoxKind.Global or BoxKind.ForeignVpc ? " stroke-dasharray=\"6 4\"" : "";
        Line(svg, $"""<g><title>{Escape(Joined(box.Title, box.Detail))}</title>""");
        Line(svg, $"""<rect x="{item.Place.X}" y="{item.Place.Y}" width="{item.Place.Width}" height="{item.Place.Height}" rx="6" fill="{fill}" stroke="{stroke}"{dash}/>""");
        WriteLines(svg, item, item.Place.X + 10, item.Place.Y + 5, stroke);
        Line(svg, $"</g>");
    }

    private static void WriteNode(StringBuilder svg, Item item, DiagramNode node)
    {
        var (place, strong) = (item.Place, Palette.Strong(node.Kind));
        Line(svg, $"""<g><title>{Escape(Joined(node.Title, node.Name, node.Detail))}</title>""");
        var frame = node.Change == ChangeKind.Same ? $"stroke=\"{strong}\"" : $"stroke=\"{Palette.Of(node.Change)}\" stroke-width=\"3\"";
        var dash = node.Change == ChangeKind.Delete ? " stroke-dasharray=\"6 3\"" : "";
        Line(svg, $"""<rect x="{place.X}" y="{place.Y}" width="{place.Width}" height="{place.Height}" rx="4" fill="{Palette.Light(node.Kind)}" {frame}{dash}/>""");
        Line(svg, $"""<rect x="{place.X}" y="{place.Y}" width="5" height="{place.Height}" rx="2" fill="{strong}"/>""");
        var spare = (place.Height - item.Lines.Sum(line => line.Height)) / 2;
        WriteLines(svg, item, place.X + 12, place.Y + spare - 1, node.Change == ChangeKind.Same ? Palette.Ink : Palette.Of(node.Change));
        Line(svg, $"</g>");
    }

    private static void WriteLines(StringBuilder svg, Item item, int x, int y, string color)
    {
        foreach (var line in item.Lines)
        {
            y += line.Height;
            WriteText(svg, x, y - 3, line, line.Faint ? Palette.Faint : line.Bold ? color : Palette.Ink);
        }
    }

    private static void WriteEdge(StringBuilder svg, PlacedEdge edge)
    {
        var points = string.Join(' ', edge.Points.Select(point => string.Create(CultureInfo.InvariantCulture, $"{point.X},{point.Y}")));
        Line(svg, $"""<polyline points="{points}" fill="none" stroke="{Palette.Of(edge.Edge.Kind)}" {Stroke(edge.Edge.Kind)} stroke-linejoin="round" marker-end="url(#{IdOf(edge.Edge.Kind)})"/>""");
    }

    private static void WriteLabel(StringBuilder svg, PlacedEdge edge, Rect place)
    {
        Line(svg, $"""<rect x="{place.X}" y="{place.Y}" width="{place.Width}" height="{place.Height}" rx="3" fill="{Palette.Paper}" fill-opacity="0.92"/>""");
        WriteText(svg, place.X + 4, place.Y + 11, new TextLine(edge.Edge.Label, Labels.Size, false, false), Palette.Of(edge.Edge.Kind));
    }

    private static void WriteLegend(StringBuilder svg, int top, bool isCompared)
    {
        var x = Picture.Margin;
        foreach (var (kind, word) in Arrows)
        {
            Line(svg, $"""<polyline points="{x},{top + 16} {x + 40},{top + 16}" fill="none" stroke="{Palette.Of(kind)}" {Stroke(kind)} marker-end="url(#{IdOf(kind)})"/>""");
            x = Word(svg, x + 48, top + 20, word);
        }

        x = Picture.Margin;
        foreach (var (kind, word) in Families)
        {
            Line(svg, $"""<rect x="{x}" y="{top + 34}" width="20" height="12" rx="3" fill="{Palette.Light(kind)}" stroke="{Palette.Strong(kind)}"/>""");
            x = Word(svg, x + 28, top + 44, word);
        }

        foreach (var change in isCompared ? Enum.GetValues<ChangeKind>().Where(change => change != ChangeKind.Same) : [])
        {
            Line(svg, $"""<rect x="{x}" y="{top + 34}" width="20" height="12" rx="3" fill="{Palette.Paper}" stroke="{Palette.Of(change)}" stroke-width="3"{(change == ChangeKind.Delete ? " stroke-dasharray=\"6 3\"" : "")}/>""");
            x = Word(svg, x + 28, top + 44, change.ToString().ToLowerInvariant());
        }
    }

    private static int Word(StringBuilder svg, int x, int y, string word)
    {
        var line = new TextLine(word, 11, false, false);
        WriteText(svg, x, y, line);
        return x + line.Width + 28;
    }

    private static void WriteText(StringBuilder svg, int x, int y, TextLine line, string color = Palette.Ink) =>
        Line(svg, $"""<text x="{x}" y="{y}" font-size="{line.Size}"{(line.Bold ? " font-weight=\"bold\"" : "")} fill="{color}" textLength="{line.Width}" lengthAdjust="spacingAndGlyphs">{Escape(line.Text)}</text>""");

    private static string Stroke(EdgeKind kind) => kind switch
    {
        EdgeKind.Traffic => "stroke-width=\"2\"",
        EdgeKind.Event => "stroke-width=\"1.6\" stroke-dasharray=\"8 3\"",
        EdgeKind.Data => "stroke-width=\"1.4\" stroke-dasharray=\"3 2\"",
        _ => "stroke-width=\"1.2\" stroke-dasharray=\"1.5 3\"",
    };

    private static string IdOf(EdgeKind kind) => $"arrow-{kind.ToString().ToLowerInvariant()}";

    private static string Joined(params IEnumerable<string> parts) => string.Join(", ", parts.Where(part => part.Length > 0));

    // XML 1.0 has no form at all for most control characters.
    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            _ = character switch
            {
                '<' => escaped.Append("&lt;"),
                '>' => escaped.Append("&gt;"),
                '&' => escaped.Append("&amp;"),
                '"' => escaped.Append("&quot;"),
                _ => escaped.Append(char.IsControl(character) || char.IsSurrogate(character) ? '\uFFFD' : character),
            };
        }

        return escaped.ToString();
    }

    private static void Line(StringBuilder svg, FormattableString line) => svg.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
