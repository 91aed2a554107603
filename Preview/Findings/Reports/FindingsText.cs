using System.Globalization;
using Infra.Preview.Rendering;

namespace Infra.Preview.Findings;

/// <summary>Writes findings for people: a block a rule, the worst first, each with its first resources.</summary>
internal static class FindingsText
{
    private const int FirstResources = 3;

    /// <summary>The report; <paramref name="all"/> shows every resource, what is accepted and what is undecided.</summary>
    public static byte[] Write(FindingReport report, PreviewResult preview, SuppressionFile suppressions, FindingSeverity threshold, bool all, Terminal terminal)
    {
        var canvas = new TextCanvas(terminal);
        canvas.Write($"Checked stack {preview.Stack} of {preview.Project}", Ink.Bold)
            .Write($": {Count(report.ResourceCount, "resource")}, {Count(report.Rules.Count, "rule")}, as of {Day(report.Today)}").Line().Line();
        foreach (var group in report.Findings.GroupBy(finding => finding.Rule))
        {
            Rule(canvas, group.Key, group.Count());
            foreach (var finding in all ? group : group.Take(FirstResources))
            {
                canvas.Write("    ").WriteWhole(Where(finding, suppressions)).WriteWhole($": {finding.Message}", Ink.Dim).Line();
            }

            if (!all && group.Count() > FirstResources)
            {
                canvas.Write($"    and {group.Count() - FirstResources} more; --all shows them", Ink.Dim).Line();
            }

            canvas.WriteWhole($"  why  {group.Key.Reason}").Line();
            canvas.WriteWhole($"  fix  {group.Key.Fix}").Line();
            canvas.WriteWhole($"  see  {string.Join(", ", group.Key.References.Select(reference => $"{reference.Framework} {reference.Control}"))}: {group.Key.HelpUri}").Line().Line();
        }

        if (all)
        {
            Accepted(canvas, report);
            Undecided(canvas, report);
        }

        Summary(canvas, report, suppressions, threshold);
        return canvas.ToBytes();
    }

    private static void Rule(TextCanvas canvas, RuleInfo rule, int count) => canvas
        .Write(Name(rule.Severity).PadRight(9), Color(rule.Severity)).Write(rule.Id, Ink.Bold)
        .WriteWhole($"  {rule.Title}: {Count(count, "finding")}").Line();

    private static void Accepted(TextCanvas canvas, FindingReport report)
    {
        foreach (var (finding, suppression) in report.Suppressed)
        {
            canvas.WriteWhole($"accepted {finding.Rule.Id} ({Name(finding.Severity)})  {Where(finding, SuppressionFile.None)}").Line();
            canvas.WriteWhole($"    until {Day(suppression.Expires)}: {suppression.Reason}", Ink.Dim).Line();
        }

        if (report.Suppressed.Count > 0)
        {
            canvas.Line();
        }
    }

    private static void Undecided(TextCanvas canvas, FindingReport report)
    {
        foreach (var check in report.Undecided)
        {
            canvas.WriteWhole($"undecided {check.Rule.Id}  {ResourcePath.Of(check.Resource)}{(check.Part.Length == 0 ? "" : $" ({check.Part})")}").Line();
        }

        if (report.Undecided.Count > 0)
        {
            canvas.Line();
        }
    }

    private static void Summary(TextCanvas canvas, FindingReport report, SuppressionFile suppressions, FindingSeverity threshold)
    {
        canvas.Write("Findings:", Ink.Bold).Line();
        foreach (var severity in Enum.GetValues<FindingSeverity>().OrderDescending())
        {
            canvas.Write($"    {report.Count(severity),4} ").Write(Name(severity), report.Count(severity) > 0 ? Color(severity) : Ink.Plain).Line();
        }

        canvas.Write($"    {report.Suppressed.Count,4} accepted{(report.Suppressed.Count == 0 ? "" : $" in {suppressions.Path}")}").Line();
        canvas.Write($"    {report.Undecided.Count,4} undecided{(report.Undecided.Count == 0 ? "" : ": they depend on values that only a deployment knows")}").Line().Line();
        var failing = report.AtOrAbove(threshold).Count;
        if (failing > 0)
        {
            canvas.Write($"Check failed: {Count(failing, "finding")} of severity {Name(threshold)} or worse.", Ink.Red).Line();
        }
        else
        {
            canvas.Write($"Check passed: no finding of severity {Name(threshold)} or worse.", Ink.Green).Line();
        }
    }

    private static string Where(Finding finding, SuppressionFile suppressions)
    {
        var place = finding.Resource is null
            ? string.Create(CultureInfo.InvariantCulture, $"{suppressions.Path}({finding.SuppressionLine})")
            : $"{finding.Path}";
        return finding.Part.Length == 0 ? place : $"{place} ({finding.Part})";
    }

    private static Ink Color(FindingSeverity severity) => severity switch
    {
        FindingSeverity.Critical or FindingSeverity.High => Ink.Red,
        FindingSeverity.Medium => Ink.Yellow,
        _ => Ink.Cyan,
    };

    private static string Name(FindingSeverity severity) => severity.ToString().ToLowerInvariant();

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Count(int count, string what) => string.Create(CultureInfo.InvariantCulture, $"{count} {what}{(count == 1 ? "" : "s")}");
}
