using System.Globalization;
using Infra.Preview.Findings.Judging;
using Infra.Preview.Model;

namespace Infra.Preview.Reports.Sections;

/// <summary>What the program warns of.</summary>
internal static class MessagesSection
{
    /// <summary>The part, or null when there is nothing to say.</summary>
    public static ReportSection? Of(PreviewResult result, SecretTexts secrets)
    {
        var warnings = result.Diagnostics.Where(diagnostic => diagnostic.Severity == Severity.Warning)
            .Select(diagnostic => (Resource: result.Graph.Find(diagnostic.Urn)?.Name ?? result.Stack, Text: secrets.Withhold(diagnostic.Message)))
            .ToList();
        return warnings.Count == 0 ? null : new ReportSection
        {
            Title = "Warnings",
            Summary = string.Create(CultureInfo.InvariantCulture, $"{warnings.Count} of the program."),
            Markdown = [string.Concat(warnings.Select(warning => $"- {MarkdownText.Code(warning.Resource)}: {MarkdownText.Escaped(warning.Text)}\n"))],
            Html = html => HtmlParts.Group(html, "Messages", "", () =>
            {
                foreach (var (resource, text) in warnings)
                {
                    HtmlParts.Item(html, ("warning", "!"), resource, text.Split('\n')[0], () => html.Element("pre", text, ("class", "lines")));
                }
            }),
        };
    }
}
