using Infra.Preview.Cost;
using Infra.Preview.Diff;
using Infra.Preview.Diff.Versions;
using Infra.Preview.Findings;
using Infra.Preview.Findings.Judging;
using Infra.Preview.Fingerprints;
using Infra.Preview.Reports.Sections;

namespace Infra.Preview.Reports;

/// <summary>What a report is made of, all of it from one preview and, where there is an earlier version, one of that.</summary>
internal sealed record ReportParts
{
    /// <summary>The previewed stack.</summary>
    public required PreviewResult Result { get; init; }

    /// <summary>What the rules find.</summary>
    public required FindingReport Findings { get; init; }

    /// <summary>What the rules find in the earlier version; null without one.</summary>
    public FindingReport? FindingsBefore { get; init; }

    /// <summary>What the stack costs; null to leave it out.</summary>
    public CostEstimate? Cost { get; init; }

    /// <summary>What the earlier version costs; null without one.</summary>
    public CostEstimate? CostBefore { get; init; }

    /// <summary>What a deployment would change; null without an earlier version.</summary>
    public GraphDifference? Difference { get; init; }

    /// <summary>The earlier version; null for none.</summary>
    public Baseline? Baseline { get; init; }

    /// <summary>The stack drawn. Default: null, it is drawn while the report is composed.</summary>
    public ReportSection? Picture { get; init; }

    /// <summary>Composes the report, the most important part first.</summary>
    public StackReport Compose()
    {
        var secrets = new SecretTexts(Result.Graph);
        ReportSection?[] sections =
        [
            Difference is null ? ResourcesSection.Counts(Result) : ChangesSection.Of(Difference),
            FindingsSection.Of(Findings, FindingsBefore),
            Cost is null ? null : CostSection.Of(Cost, CostBefore),
            MessagesSection.Of(Result, secrets),
            Picture ?? PictureSection.Of(Result.Graph, Difference),
            ResourcesSection.All(Result, secrets, withPlan: Difference is null),
        ];
        return new StackReport(Result.Stack, Result.Project, Fingerprint.Of(Result), Origin(), [.. sections.OfType<ReportSection>()]);
    }

    private string Origin()
    {
        var how = Result.Unknowns ? "Computed offline; computed outputs stay unknown." : "Computed offline; ids and computed outputs are invented.";
        return Baseline is null
            ? how
            : $"Against {Baseline.Name}{(Baseline.Note is { } note ? $" ({note})" : "")}: a forecast, no state was read. {how}";
    }
}
