using System.Globalization;
using System.Text;
using Infra.Preview.Findings;

namespace Infra.Preview.Reports.Sections;

/// <summary>What the rules find, and what of it is new.</summary>
internal static class FindingsSection
{
    private const int FirstNew = 20;

    public static ReportSection Of(FindingReport report, FindingReport? before)
    {
        var fresh = before is null ? [] : Without(report, before);
        var gone = before is null ? [] : Without(before, report);
        var change = before is null ? "" : string.Create(CultureInfo.InvariantCulture, $" {fresh.Count} new, {gone.Count} gone.");
        var news = before is null ? "" : News(fresh);
        return new ReportSection
        {
            Title = "Findings",
            Headline = Headline(report),
            Summary = FindingsMarkdown.Summary(report).Replace("**", "", StringComparison.Ordinal) + change,
            Alerts = fresh.Where(finding => finding.Severity >= FindingSeverity.High).Select(finding => new ReportAlertLine(Place(finding), $"{Name(finding.Severity)}: {finding.Message}")).ToList()
                is { Count: > 0 } lines ? [new ReportAlert("New findings of severity high or worse", false, lines)] : [],
            Markdown = report.Findings.Count + report.Suppressed.Count == 0 ? [""] : [news + MarkdownText.After(FindingsMarkdown.Summary(report), FindingsMarkdown.Write(report)), news + Counts(report)],
            Html = html => Html(html, report, [.. fresh]),
        };
    }

    private static string Headline(FindingReport report)
    {
        var critical = report.Count(FindingSeverity.Critical);
        var high = report.Count(FindingSeverity.High);
        return (critical == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{critical} critical, "))
            + string.Create(CultureInfo.InvariantCulture, $"{high} high finding{(high == 1 ? "" : "s")}");
    }

    // A finding is the same when the same rule finds the same part of the same resource; its words may have changed.
    private static List<Finding> Without(FindingReport report, FindingReport other)
    {
        var known = other.Findings.Concat(other.Suppressed.Select(entry => entry.Finding)).Select(Key).ToHashSet();
        return [.. report.Findings.Where(finding => finding.Resource is not null && !known.Contains(Key(finding)))];

        static (string, string, string) Key(Finding finding) => (finding.Rule.Id, finding.Path, finding.Part);
    }

    private static string News(List<Finding> fresh)
    {
        if (fresh.Count == 0)
        {
            return "";
        }

        var text = new StringBuilder("New:\n\n");
        foreach (var finding in fresh.Take(FirstNew))
        {
            text.Append(CultureInfo.InvariantCulture, $"- {Name(finding.Severity)} [{finding.Rule.Id}]({finding.Rule.HelpUri.AbsoluteUri}): {MarkdownText.Code(Place(finding))}: {MarkdownText.Escaped(finding.Message)}\n");
        }

        return fresh.Count > FirstNew ? text.Append(CultureInfo.InvariantCulture, $"- {fresh.Count - FirstNew} more\n\n").ToString() : text.Append('\n').ToString();
    }

    private static string Counts(FindingReport report)
    {
        var text = new StringBuilder("| severity | rule | findings |\n| --- | --- | ---: |\n");
        foreach (var group in report.Findings.GroupBy(finding => finding.Rule))
        {
            text.Append(CultureInfo.InvariantCulture, $"| {Name(group.Key.Severity)} | [{group.Key.Id}]({group.Key.HelpUri.AbsoluteUri}) | {group.Count()} |\n");
        }

        return text.ToString();
    }

    private static void Html(HtmlText html, FindingReport report, HashSet<Finding> fresh)
    {
        foreach (var group in report.Findings.GroupBy(finding => finding.Rule))
        {
            HtmlParts.Group(html, group.Key.Title, $"{Name(group.Key.Severity)}, {group.Key.Id}, {group.Count()}", () =>
            {
                foreach (var finding in group)
                {
                    HtmlParts.Item(html, (Name(finding.Severity), Name(finding.Severity)), Place(finding), fresh.Contains(finding) ? $"new: {finding.Message}" : finding.Message, () =>
                    {
                        HtmlParts.Facts(html, [("rule", finding.Rule.Id), ("why", finding.Rule.Reason), ("fix", finding.Rule.Fix), ("resource", finding.Urn)]);
                        foreach (var reference in finding.Rule.References)
                        {
                            html.Open("p").Element("a", $"{reference.Framework} {reference.Control}", ("href", reference.Page.AbsoluteUri), ("rel", "noreferrer")).Close();
                        }
                    });
                }
            });
        }

        if (report.Suppressed.Count > 0)
        {
            HtmlParts.Group(html, "Accepted", report.Suppressed.Count.ToString(CultureInfo.InvariantCulture), () =>
            {
                foreach (var (finding, suppression) in report.Suppressed)
                {
                    HtmlParts.Item(html, (Name(finding.Severity), Name(finding.Severity)), Place(finding), finding.Message, () => HtmlParts.Facts(
                        html,
                        [("rule", finding.Rule.Id), ("accepted", suppression.Reason), ("until", suppression.Expires.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), ("resource", finding.Urn)]));
                }
            });
        }
    }

    private static string Place(Finding finding)
    {
        var place = finding.Resource is null ? string.Create(CultureInfo.InvariantCulture, $"accepted findings, line {finding.SuppressionLine}") : finding.Path;
        return finding.Part.Length == 0 ? place : $"{place} ({finding.Part})";
    }

    private static string Name(FindingSeverity severity) => severity.ToString().ToLowerInvariant();
}
