using System.Globalization;
using System.Text;
using Infra.Preview.Cost;
using Infra.Preview.Cost.Reports;

namespace Infra.Preview.Reports.Sections;

/// <summary>What the stack costs in a month, and how that changes.</summary>
internal static class CostSection
{
    private const int Dearest = 10;

    public static ReportSection Of(CostEstimate estimate, CostEstimate? before) => new()
    {
        Title = "Cost",
        Headline = before is null ? $"{Money.Range(estimate.Low, estimate.High)} USD a month" : $"{Money.Difference(estimate.High - before.High)} USD a month",
        Summary = CostMarkdown.Summary(estimate, before).Replace("**", "", StringComparison.Ordinal).Replace("`", "", StringComparison.Ordinal),
        Markdown = [MarkdownText.After(CostMarkdown.Summary(estimate, before), CostMarkdown.Write(estimate, before)), Resources(estimate)],
        Html = html => Html(html, estimate, before),
    };

    private static string Resources(CostEstimate estimate)
    {
        var text = new StringBuilder("| resource | USD a month |\n| --- | ---: |\n");
        foreach (var resource in estimate.Resources.Where(resource => resource.High > 0).OrderByDescending(resource => resource.High).Take(Dearest))
        {
            text.Append(CultureInfo.InvariantCulture, $"| {MarkdownText.Code(resource.Path)} | {MarkdownText.Escaped(Money.Range(resource.Low, resource.High))} |\n");
        }

        return text.ToString();
    }

    private static void Html(HtmlText html, CostEstimate estimate, CostEstimate? before)
    {
        var earlier = before?.Systems.ToDictionary(system => system.Name, StringComparer.Ordinal) ?? [];
        var names = estimate.Systems.Concat(before?.Systems ?? []).Select(system => system.Name).Distinct(StringComparer.Ordinal);
        HtmlParts.Table(
            html,
            before is null ? ["system", "USD a month#"] : ["system", "USD a month#", "before#", "change#"],
            names.Select(name =>
            {
                var now = estimate.Systems.FirstOrDefault(system => system.Name == name) ?? new CostTotal(name, 0, 0);
                var then = earlier.GetValueOrDefault(name) ?? new CostTotal(name, 0, 0);
                var title = name.Length == 0 ? "(no system)" : name;
                return (IReadOnlyList<string>)(before is null
                    ? [title, Money.Range(now.Low, now.High)]
                    : [title, Money.Range(now.Low, now.High), Money.Range(then.Low, then.High), Money.Difference(now.High - then.High)]);
            }));
        foreach (var note in estimate.Notes)
        {
            html.Element("p", note, ("class", "note"));
        }

        foreach (var group in estimate.Resources.GroupBy(resource => resource.Status).OrderBy(group => group.Key))
        {
            HtmlParts.Group(html, Title(group.Key), group.Count().ToString(CultureInfo.InvariantCulture), () =>
            {
                foreach (var resource in group.OrderByDescending(resource => resource.High))
                {
                    Item(html, resource);
                }
            });
        }
    }

    private static void Item(HtmlText html, ResourceCost resource)
    {
        var amount = resource.Lines.Count == 0 ? Title(resource.Status) : Money.Range(resource.Low, resource.High);
        HtmlParts.Item(html, (resource.Status.ToString().ToLowerInvariant(), amount), resource.Path, resource.Reason, () =>
        {
            if (resource.Lines.Count > 0)
            {
                HtmlParts.Table(
                    html,
                    ["item", "formula", "USD a month#", "confidence", "note"],
                    resource.Lines.Select(line => (IReadOnlyList<string>)
                    [
                        line.Item,
                        line.Formula,
                        Money.Range(line.Low, line.High),
                        line.Confidence.ToString().ToLowerInvariant(),
                        string.Join("; ", line.UsageKeys.Append(line.Note).OfType<string>()),
                    ]));
            }
            else
            {
                html.Element("p", resource.Reason);
            }
        });
    }

    private static string Title(CostStatus status) => status switch
    {
        CostStatus.Priced => "priced",
        CostStatus.UsageBased => "by use",
        CostStatus.Free => "free",
        _ => "unpriced",
    };
}
