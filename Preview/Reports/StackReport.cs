using System.Text.RegularExpressions;

namespace Infra.Preview.Reports;

/// <summary>A report on one stack: its parts in the order of their importance.</summary>
/// <param name="Stack">The stack's name.</param>
/// <param name="Project">The project's name.</param>
/// <param name="Fingerprint">The stack's fingerprint, by which a deployment recognises what was reviewed.</param>
/// <param name="Origin">What was compared or computed, in one sentence.</param>
/// <param name="Sections">The parts.</param>
internal sealed partial record StackReport(string Stack, string Project, string Fingerprint, string Origin, IReadOnlyList<ReportSection> Sections)
{
    /// <summary>`Stack dev: +3 ~2 ±1 −0, 0 high findings, +12.30 USD a month`.</summary>
    public string Headline => $"Stack {Stack}: {string.Join(", ", Sections.Select(section => section.Headline).OfType<string>())}";

    /// <summary>What must be seen first, the grave before the rest.</summary>
    public IEnumerable<ReportAlert> Alerts => Sections.SelectMany(section => section.Alerts).OrderByDescending(alert => alert.Grave);

    /// <summary>
    /// The comment that a report in Markdown begins with; the workflows find their comment, and what was reviewed, by it. A stack whose name would
    /// end the comment throws <see cref="PreviewException"/>.
    /// </summary>
    public string Marker => Names().IsMatch(Stack)
        ? $"<!-- infra-report stack={Stack} fingerprint={Fingerprint} -->"
        : throw new PreviewException($"The stack is named '{Stack}'; a report takes names of letters, digits, '-', '_' and '.', as Pulumi does. Rename its file.");

    [GeneratedRegex("^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$")]
    private static partial Regex Names();
}
