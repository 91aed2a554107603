using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Infra.Preview.Diff.Rendering;
using Infra.Preview.Rendering;

namespace Infra.Preview.Diff;

/// <summary>Writes a difference as Markdown, for a comment on a pull request.</summary>
public static partial class DiffMarkdown
{
    /// <summary>
    /// The summary, what would be lost, then each component that changes, folded away, as a block that GitHub colours. Lines end in `\n`, the
    /// last one too. Secrets are withheld.
    /// </summary>
    public static string Write(GraphDifference difference)
    {
        ArgumentNullException.ThrowIfNull(difference);
        var text = new StringBuilder();
        Line(text, Summary(difference));
        Line(text);
        if (difference.LosesData)
        {
            Line(text, "> [!CAUTION]");
            Line(text, "> **Data loss**");
            foreach (var change in difference.Changes.Where(change => change.DataLoss is not null))
            {
                var refused = change.Refused is null ? "" : " It is protected, so Pulumi refuses.";
                Line(text, $"> - `{Code(ResourceTree.ShortType(change.Node.Type))} {Code(change.Node.Name)}` ({change.Kind.ToString().ToLowerInvariant()}): {Escaped(change.DataLoss!)}.{refused}");
            }

            Line(text);
        }

        return text.Append(Components(difference)).ToString();
    }

    /// <summary>Each component that changes, and the stack outputs, folded away.</summary>
    internal static string Components(GraphDifference difference)
    {
        var secrets = new SecretTexts(difference);
        var text = new StringBuilder();
        foreach (var group in difference.Different.GroupBy(change => change.Component))
        {
            var lines = group.SelectMany(change => DiffLines.Details(change, secrets).Prepend(new DiffLine(DiffLines.Sign(change.Kind), DiffLines.Title(change), 0)));
            Block(text, $"{(group.Key.Length == 0 ? "stack" : group.Key)}  {DiffLines.Counts(group)}", lines);
        }

        if (difference.Outputs.Count > 0)
        {
            Block(text, $"Outputs  {difference.Outputs.Count}", difference.Outputs.SelectMany(output => DiffLines.Property(output, secrets)));
        }

        return text.ToString();
    }

    /// <summary>One line with the number of resources by change.</summary>
    public static string Summary(GraphDifference difference)
    {
        ArgumentNullException.ThrowIfNull(difference);
        var parts = Enum.GetValues<ChangeKind>().Where(kind => kind != ChangeKind.Same && difference.Count(kind) > 0)
            .Select(kind => string.Create(CultureInfo.InvariantCulture, $"{difference.Count(kind)} to {kind.ToString().ToLowerInvariant()}"))
            .ToList();
        var same = string.Create(CultureInfo.InvariantCulture, $"{difference.Count(ChangeKind.Same)} unchanged");
        return !difference.HasDifferences ? $"No differences ({same})." : $"**{(parts.Count == 0 ? "No resource changes" : string.Join(", ", parts))}**, {same}.";
    }

    private static void Block(StringBuilder text, string title, IEnumerable<DiffLine> lines)
    {
        var written = lines.Select(Coloured).ToList();
        // A fence must be longer than any run of backticks inside.
        var longest = written.SelectMany(line => Backticks().Matches(line).Select(match => match.Length)).DefaultIfEmpty().Max();
        var fence = new string('`', Math.Max(3, longest + 1));
        Line(text, "<details>");
        Line(text, $"<summary>{Escaped(title)}</summary>");
        Line(text);
        Line(text, $"{fence}diff");
        foreach (var line in written)
        {
            Line(text, line);
        }

        Line(text, fence);
        Line(text);
        Line(text, "</details>");
    }

    // GitHub colours a line by its first character: + green, - red, ! orange.
    private static string Coloured(DiffLine line)
    {
        var first = line.Sign switch { '+' => '+', '-' => '-', '!' or '±' or '~' or '>' => '!', _ => ' ' };
        var sign = line.Sign is '±' or '~' or '>' ? $"{line.Sign} " : "";
        return $"{first} {new string(' ', 2 * line.Depth)}{sign}{line.Text.ReplaceLineEndings(" ")}".TrimEnd();
    }

    [GeneratedRegex("`+")]
    private static partial Regex Backticks();

    private static string Code(string text) => text.Replace("`", "'", StringComparison.Ordinal).ReplaceLineEndings(" ");

    private static string Escaped(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal)
        .ReplaceLineEndings(" ");

    private static void Line(StringBuilder text, string line = "") => text.Append(line).Append('\n');
}
