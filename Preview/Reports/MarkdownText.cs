using System.Text;
using System.Text.RegularExpressions;

namespace Infra.Preview.Reports;

/// <summary>Text inside Markdown.</summary>
internal static partial class MarkdownText
{
    /// <summary>Text without a meaning of its own, for a paragraph, a table's cell or a fold's title.</summary>
    public static string Escaped(string text) => Special().Replace(text.ReplaceLineEndings(" "), match => match.Value switch
    {
        "&" => "&amp;",
        "<" => "&lt;",
        ">" => "&gt;",
        // Entities mean the same inside the HTML tags of a fold, where a backslash would be seen.
        var character => $"&#{(int)character[0]};",
    });

    /// <summary>Code, which may stand in a table's cell.</summary>
    public static string Code(string text) => $"`{text.ReplaceLineEndings(" ").Replace('`', '\'').Replace("|", "\\|", StringComparison.Ordinal)}`";

    /// <summary>A fold. An empty body leaves the title alone.</summary>
    public static string Fold(string title, string summary, string body, bool open)
    {
        var text = $"<b>{Escaped(title)}</b>: {Escaped(summary)}";
        return body.Length == 0 ? $"{text}\n" : $"<details{(open ? " open" : "")}>\n<summary>{text}</summary>\n\n{body.TrimEnd('\n')}\n\n</details>\n";
    }

    /// <summary>Lines that GitHub colours by their first character.</summary>
    public static string Coloured(IEnumerable<string> lines) =>
        $"```diff\n{string.Concat(lines.Select(line => $"{line.ReplaceLineEndings(" ").Replace('`', '\'').TrimEnd()}\n"))}```\n";

    /// <summary>The text below its first line, when that is the summary that stands above it anyway.</summary>
    public static string After(string summary, string text) => text.StartsWith(summary, StringComparison.Ordinal) ? text[summary.Length..].TrimStart('\n') : text;

    /// <summary>How many bytes a text takes in a comment: the workflow that posts it parts each `@` from a name by a character of three bytes.</summary>
    public static int Bytes(string text) => Encoding.UTF8.GetByteCount(text) + (3 * Mentions().Count(text));

    [GeneratedRegex("[&<>|*_`\\[\\]~#\\\\]")]
    private static partial Regex Special();

    [GeneratedRegex("@[A-Za-z0-9]")]
    private static partial Regex Mentions();
}
