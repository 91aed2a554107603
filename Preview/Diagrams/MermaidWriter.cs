using System.Globalization;
using System.Text;
using Infra.Preview.Diff;

namespace Infra.Preview.Diagrams;

/// <summary>Writes a diagram as a Mermaid flowchart, which GitHub draws in Markdown.</summary>
public static class MermaidWriter
{
    /// <summary>The longest text that Mermaid draws by default, in characters (`maxTextSize`).</summary>
    public const int MostCharacters = 50_000;

    /// <summary>The most arrows that Mermaid draws by default (`maxEdges`).</summary>
    public const int MostEdges = 500;

    /// <summary>
    /// The flowchart. One beyond Mermaid's limits is written without its permission arrows, which it says; one that is too large even so
    /// throws <see cref="PreviewException"/>: draw its systems one by one.
    /// </summary>
    public static string Write(Diagram diagram)
    {
        ArgumentNullException.ThrowIfNull(diagram);
        if (Fits(diagram, out var whole))
        {
            return whole;
        }

        var reduced = new Diagram
        {
            Title = diagram.Title,
            Description = $"{diagram.Description} Permissions are left out: with them the chart is larger than Mermaid draws.",
            Boxes = diagram.Boxes,
            Outside = diagram.Outside,
            IsCompared = diagram.IsCompared,
            Edges = [.. diagram.Edges.Where(edge => edge.Kind != EdgeKind.Permission)],
        };
        return Fits(reduced, out var text)
            ? text
            : throw new PreviewException($"The chart of {diagram.Title} is larger than Mermaid draws ({MostCharacters} characters, {MostEdges} arrows). Draw one system with --system, or write SVG.");
    }

    /// <summary>Whether Mermaid draws the diagram within its default limits.</summary>
    public static bool Fits(Diagram diagram)
    {
        ArgumentNullException.ThrowIfNull(diagram);
        return Fits(diagram, out _);
    }

    private static bool Fits(Diagram diagram, out string text)
    {
        text = Chart(diagram);
        return text.Length <= MostCharacters && diagram.Edges.Count <= MostEdges;
    }

    private static string Chart(Diagram diagram)
    {
        var ids = diagram.AllNodes.Select((node, index) => (node.Id, index)).ToDictionary(entry => entry.Id, entry => $"n{entry.index}", StringComparer.Ordinal);
        var text = new StringBuilder("flowchart LR\n");
        Line(text, 1, $"accTitle: {OneLine(diagram.Title)}");
        Line(text, 1, $"accDescr: {OneLine(diagram.Description)}");
        foreach (var node in diagram.Outside)
        {
            WriteNode(text, 1, node, ids);
        }

        var box = 0;
        foreach (var root in diagram.Boxes)
        {
            WriteBox(text, 1, root, ids, ref box);
        }

        foreach (var edge in diagram.Edges)
        {
            var label = edge.Label.Length > 0 ? $"|\"{Escape(edge.Label)}\"|" : "";
            Line(text, 1, $"{ids[edge.From]} {Arrow(edge.Kind)}{label} {ids[edge.To]}");
        }

        WriteStyles(text, diagram);
        return text.ToString();
    }

    private static void WriteBox(StringBuilder text, int depth, DiagramBox box, Dictionary<string, string> ids, ref int number)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"b{number++}");
        Line(text, depth, $"subgraph {id}[\"{Joined(Escape(box.Title), Escape(box.Detail))}\"]");
        foreach (var node in box.Nodes)
        {
            WriteNode(text, depth + 1, node, ids);
        }

        foreach (var inner in box.Boxes)
        {
            WriteBox(text, depth + 1, inner, ids, ref number);
        }

        Line(text, depth, "end");
    }

    private static void WriteNode(StringBuilder text, int depth, DiagramNode node, Dictionary<string, string> ids)
    {
        var (open, close) = node.Kind switch
        {
            NodeKind.Storage => ("[(", ")]"),
            NodeKind.Messaging => ("([", "])"),
            NodeKind.Outside => ("((", "))"),
            _ => ("[", "]"),
        };
        Line(text, depth, $"{ids[node.Id]}{open}\"{Joined(Escape(node.Title), Escape(node.Name), Escape(node.Detail), node.Change == ChangeKind.Same ? "" : node.Change.ToString().ToLowerInvariant())}\"{close}:::{ClassOf(node)}");
    }

    private static void WriteStyles(StringBuilder text, Diagram diagram)
    {
        foreach (var node in diagram.AllNodes.DistinctBy(ClassOf).OrderBy(node => node.Change).ThenBy(node => node.Kind))
        {
            var marked = node.Change != ChangeKind.Same;
            var stroke = marked ? $"{Palette.Of(node.Change)},stroke-width:3px" : Palette.Strong(node.Kind);
            Line(text, 1, $"classDef {ClassOf(node)} fill:{Palette.Light(node.Kind)},stroke:{stroke},color:{Palette.Ink}");
        }

        foreach (var kind in diagram.Edges.Select(edge => edge.Kind).Distinct().Order())
        {
            var numbers = diagram.Edges.Select((edge, index) => (edge, index)).Where(entry => entry.edge.Kind == kind).Select(entry => entry.index);
            Line(text, 1, $"linkStyle {string.Join(',', numbers)} stroke:{Palette.Of(kind)}");
        }
    }

    private static string Arrow(EdgeKind kind) => kind switch
    {
        EdgeKind.Traffic => "==>",
        EdgeKind.Event => "-->",
        _ => "-.->",
    };

    private static string ClassOf(DiagramNode node) =>
        (node.Change == ChangeKind.Same ? $"{node.Kind}" : $"{node.Kind}-{node.Change}").ToLowerInvariant();

    private static string Joined(params IEnumerable<string> lines) => string.Join("<br/>", lines.Where(line => line.Length > 0));

    // Mermaid takes characters by number between # and ;. Quotes end a label, the others begin markup, Markdown or entities.
    private static string Escape(string value)
    {
        var escaped = new StringBuilder(value.Length);
        foreach (var character in value)
        {
            if (character is '"' or '<' or '>' or '&' or '#' or ';' or '`' or '*' or '_' or '[' or ']' or '{' or '}' or '(' or ')' or '|' or '\\' || char.IsControl(character))
            {
                escaped.Append(CultureInfo.InvariantCulture, $"#{(int)character};");
            }
            else
            {
                escaped.Append(character);
            }
        }

        return escaped.ToString();
    }

    // Statements that end with the line; Mermaid knows no escapes in them.
    private static string OneLine(string value) => new([.. value.Select(character => char.IsControl(character) || character is '#' or ';' or '{' or '}' ? ' ' : character)]);

    private static void Line(StringBuilder text, int depth, string line) => text.Append(' ', depth * 2).Append(line).Append('\n');
}
