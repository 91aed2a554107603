using System.Globalization;
using System.Text;

namespace Infra.Preview.Cost.Reports;

/// <summary>Writes an estimate as Markdown, for a pull request's comment. It holds names and amounts, and no value of any property.</summary>
public static class CostMarkdown
{
    /// <summary>
    /// The monthly sum, or how it changes against an earlier version; a table of the systems; the items that cost most and what is not priced in
    /// foldable parts. Ends with a line break.
    /// </summary>
    public static string Write(CostEstimate estimate, CostEstimate? before = null)
    {
        var text = new StringBuilder();
        Line(text, Summary(estimate, before));
        Line(text);
        if (estimate.Systems.Any(system => system.High > 0))
        {
            Systems(text, estimate, before);
            Items(text, estimate);
        }

        Unpriced(text, estimate);
        foreach (var note in estimate.Notes)
        {
            Line(text, $"- {Escaped(note)}");
        }

        return text.ToString();
    }

    /// <summary>One line: the monthly sum, the change if there is an earlier version, and what the resources are.</summary>
    public static string Summary(CostEstimate estimate, CostEstimate? before = null)
    {
        var change = before is null ? "" : $" ({Money.Difference(estimate.High - before.High)} against {Money.Range(before.Low, before.High)})";
        return $"**About {Money.Range(estimate.Low, estimate.High)} USD a month**{change}: list prices, {CostEstimate.HoursPerMonth} hours, usage profile "
            + $"`{estimate.Profile}`, no free tier. {Counts(estimate)}.";
    }

    /// <summary>How many resources are priced, usage-based, free and unpriced.</summary>
    internal static string Counts(CostEstimate estimate) => string.Create(
        CultureInfo.InvariantCulture,
        $"{estimate.Resources.Count} resources: {estimate.Count(CostStatus.Priced)} priced, {estimate.Count(CostStatus.UsageBased)} by use, "
        + $"{estimate.Count(CostStatus.Free)} free, {estimate.Count(CostStatus.Unpriced)} unpriced");

    private static void Systems(StringBuilder text, CostEstimate estimate, CostEstimate? before)
    {
        Line(text, before is null ? "| system | USD a month |" : "| system | USD a month | before | change |");
        Line(text, before is null ? "| --- | ---: |" : "| --- | ---: | ---: | ---: |");
        var earlier = before?.Systems ?? [];
        var names = estimate.Systems.Concat(earlier).Select(system => system.Name).Distinct(StringComparer.Ordinal);
        foreach (var name in names)
        {
            var now = Of(estimate.Systems, name);
            var then = Of(earlier, name);
            if (now.High == 0 && then.High == 0)
            {
                continue;
            }

            var title = name.Length == 0 ? "(no system)" : Escaped(name);
            Line(text, before is null
                ? $"| {title} | {Money.Range(now.Low, now.High)} |"
                : $"| {title} | {Money.Range(now.Low, now.High)} | {Money.Range(then.Low, then.High)} | {Money.Difference(now.High - then.High)} |");
        }

        Line(text);
    }

    private static CostTotal Of(IReadOnlyList<CostTotal> totals, string name) =>
        totals.FirstOrDefault(total => total.Name == name) ?? new CostTotal(name, 0, 0);

    private static void Items(StringBuilder text, CostEstimate estimate)
    {
        var items = estimate.Resources.SelectMany(resource => resource.Lines.Select(line => (resource, line))).Where(item => item.line.High > 0).ToList();
        Line(text, "<details>");
        Line(text, string.Create(CultureInfo.InvariantCulture, $"<summary>{items.Count} items, dearest first</summary>"));
        Line(text);
        Line(text, "| resource | item | formula | USD a month | confidence |");
        Line(text, "| --- | --- | --- | ---: | --- |");
        foreach (var (resource, line) in items.OrderByDescending(item => item.line.High))
        {
            Line(text, $"| `{resource.Path}` | {Escaped(line.Item)} | {Escaped(line.Formula)} | {Money.Range(line.Low, line.High)} | {Confidence(line)} |");
        }

        Line(text);
        Line(text, "</details>");
        Line(text);
    }

    private static void Unpriced(StringBuilder text, CostEstimate estimate)
    {
        var unpriced = estimate.Resources.Where(resource => resource.Status == CostStatus.Unpriced).ToList();
        if (unpriced.Count == 0)
        {
            return;
        }

        Line(text, "Not, or not wholly, in the sum:");
        Line(text);
        foreach (var resource in unpriced)
        {
            Line(text, $"- `{resource.Path}`: {Escaped(resource.Reason)}");
        }

        Line(text);
    }

    private static string Confidence(CostLine line) =>
        line.Confidence.ToString().ToLowerInvariant() + (line.UsageKeys.Count == 0 ? "" : $" ({string.Join(", ", line.UsageKeys)})");

    // A pipe would end the cell, a line break the table; angle brackets would be HTML.
    private static string Escaped(string text) => text
        .Replace("|", "\\|", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal)
        .ReplaceLineEndings(" ");

    private static void Line(StringBuilder text, string line = "") => text.Append(line).Append('\n');
}
