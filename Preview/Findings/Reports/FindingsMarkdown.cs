using System.Globalization;
using System.Text;

namespace Infra.Preview.Findings;

/// <summary>Writes findings as Markdown, for a comment on a pull request.</summary>
public static class FindingsMarkdown
{
    private const int FirstResources = 3;

    /// <summary>
    /// The findings grouped by rule, the worst first, each with its first three resources; what is accepted and undecided in numbers,
    /// accepted findings folded away with their reasons. Lines end in `\n`, the last one too.
    /// </summary>
    public static string Write(FindingReport report)
    {
        var text = new StringBuilder();
        Line(text, Summary(report));
        Line(text);
        if (report.Findings.Count > 0)
        {
            Line(text, "| severity | rule | resources |");
            Line(text, "| --- | --- | --- |");
            foreach (var group in report.Findings.GroupBy(finding => finding.Rule))
            {
                var first = group.Take(FirstResources).Select(finding => $"{Where(finding)}: {Escaped(finding.Message)}");
                var more = group.Count() > FirstResources ? $"<br>and {group.Count() - FirstResources} more" : "";
                Line(text, $"| {Name(group.Key.Severity)} | [{group.Key.Id}]({group.Key.HelpUri.AbsoluteUri})<br>{Escaped(group.Key.Title)} | {string.Join("<br>", first)}{more} |");
            }

            Line(text);
        }

        if (report.Suppressed.Count > 0)
        {
            Line(text, "<details>");
            Line(text, $"<summary>{Count(report.Suppressed.Count, "accepted finding")}</summary>");
            Line(text);
            Line(text, "| severity | rule | resource | reason | until |");
            Line(text, "| --- | --- | --- | --- | --- |");
            foreach (var (finding, suppression) in report.Suppressed)
            {
                Line(text, string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {Name(finding.Severity)} | {finding.Rule.Id} | {Where(finding)} | {Escaped(suppression.Reason)} | {suppression.Expires:yyyy-MM-dd} |"));
            }

            Line(text);
            Line(text, "</details>");
        }

        return text.ToString();
    }

    /// <summary>One line with the number of findings by severity, of accepted findings and of undecided checks.</summary>
    public static string Summary(FindingReport report)
    {
        var counts = Enum.GetValues<FindingSeverity>().OrderDescending()
            .Select(severity => (severity, Count: report.Count(severity)))
            .Where(entry => entry.Count > 0)
            .Select(entry => $"{entry.Count} {Name(entry.severity)}")
            .ToList();
        var findings = counts.Count == 0 ? "No findings" : $"**{Count(report.Findings.Count, "finding")}**: {string.Join(", ", counts)}";
        var accepted = report.Suppressed.Count == 0 ? "" : $", {report.Suppressed.Count} accepted";
        var undecided = report.Undecided.Count == 0 ? "" : $", {report.Undecided.Count} undecided before a deployment";
        return $"{findings}{accepted}{undecided} ({Count(report.ResourceCount, "resource")}, {Count(report.Rules.Count, "rule")}).";
    }

    private static string Name(FindingSeverity severity) => severity.ToString().ToLowerInvariant();

    private static string Where(Finding finding)
    {
        var place = finding.Resource is null
            ? string.Create(CultureInfo.InvariantCulture, $"line {finding.SuppressionLine}")
            : finding.Path;
        return $"`{place}`{(finding.Part.Length == 0 ? "" : $" ({Escaped(finding.Part)})")}";
    }

    private static string Count(int count, string what) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {what}{(count == 1 ? "" : "s")}");

    // A pipe would end the cell, a line break the table; angle brackets would be HTML.
    private static string Escaped(string text) => text
        .Replace("|", "\\|", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal)
        .ReplaceLineEndings(" ");

    private static void Line(StringBuilder text, string line = "") => text.Append(line).Append('\n');
}
