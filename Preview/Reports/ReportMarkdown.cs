using System.Globalization;
using System.Text;

namespace Infra.Preview.Reports;

/// <summary>Writes a report as one comment on a pull request.</summary>
internal static class ReportMarkdown
{
    /// <summary>The most bytes of a comment: GitHub takes 65,536 characters, and the workflow that posts it adds a link.</summary>
    public const int MostBytes = 60_000;

    private const int FirstGraveLines = 20;
    private const int FirstLines = 5;

    /// <summary>
    /// The marker, the headline, what must be seen first, then the parts. A report that is too long is told in shorter forms, the most important
    /// part in the fullest form that there is room for; what is left out is named. Lines end in `\n`, the last one too.
    /// </summary>
    public static byte[] Write(StackReport report, int mostBytes = MostBytes)
    {
        var sections = report.Sections.Where(section => section.Markdown.Count > 0).ToList();
        // Which form each part has; the number past the last one is none.
        var forms = sections.ConvertAll(section => section.Markdown.Count);
        var named = Fits(forms, alerts: true);
        for (var index = 0; index < sections.Count; index++)
        {
            Take(index, sections[index].Markdown.Count - 1);
        }

        for (var index = 0; index < sections.Count; index++)
        {
            for (var form = 0; form < forms[index] && !Take(index, form); form++)
            {
            }
        }

        return Encoding.UTF8.GetBytes(Text(report, sections, forms, named));

        bool Fits(List<int> candidate, bool alerts) => MarkdownText.Bytes(Text(report, sections, candidate, alerts)) <= mostBytes;

        bool Take(int index, int form)
        {
            var before = forms[index];
            forms[index] = form;
            if (Fits(forms, named))
            {
                return true;
            }

            forms[index] = before;
            return false;
        }
    }

    private static string Text(StackReport report, List<ReportSection> sections, List<int> forms, bool alerts)
    {
        var text = new StringBuilder();
        Line(text, report.Marker);
        // Made of words and numbers of this program; only the sign of an amount below a cent needs care.
        Line(text, $"## {report.Headline.Replace("<", "&lt;", StringComparison.Ordinal)}");
        Line(text);
        Line(text, MarkdownText.Escaped(report.Origin));
        Line(text);
        foreach (var alert in report.Alerts)
        {
            Alert(text, alert, alerts ? alert.Grave ? FirstGraveLines : FirstLines : 0);
        }

        var shortened = new List<string>();
        for (var index = 0; index < sections.Count; index++)
        {
            var section = sections[index];
            var body = forms[index] < section.Markdown.Count ? section.Markdown[forms[index]] : "";
            Line(text, MarkdownText.Fold(section.Title, section.Summary, body, section.Open));
            if (forms[index] > 0)
            {
                shortened.Add(section.Title);
            }
        }

        if (shortened.Count > 0)
        {
            Line(text, $"Too long for a comment, and whole in the HTML page: {string.Join(", ", shortened)}.");
        }

        return text.ToString().TrimEnd('\n') + "\n";
    }

    private static void Alert(StringBuilder text, ReportAlert alert, int lines)
    {
        Line(text, alert.Grave ? "> [!CAUTION]" : "> [!WARNING]");
        Line(text, string.Create(CultureInfo.InvariantCulture, $"> **{alert.Title}** ({alert.Lines.Count})"));
        foreach (var line in alert.Lines.Take(lines))
        {
            Line(text, $"> - {MarkdownText.Code(line.Resource)}: {MarkdownText.Escaped(line.Text)}");
        }

        if (alert.Lines.Count > lines)
        {
            Line(text, string.Create(CultureInfo.InvariantCulture, $"> - {alert.Lines.Count - lines} {(lines == 0 ? "" : "more ")}in the HTML page"));
        }

        Line(text);
    }

    private static void Line(StringBuilder text, string line = "") => text.Append(line).Append('\n');
}
