namespace Infra.Preview.Findings;

/// <summary>What came of checking a graph.</summary>
public sealed class FindingReport
{
    /// <summary>What counts: by severity, the worst first, then by rule, then in tree order.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>What somebody accepted, in the same order.</summary>
    public required IReadOnlyList<SuppressedFinding> Suppressed { get; init; }

    /// <summary>What could not be judged, by rule, then in tree order.</summary>
    public required IReadOnlyList<UndecidedCheck> Undecided { get; init; }

    /// <summary>Every rule that was applied, by id.</summary>
    public required IReadOnlyList<RuleInfo> Rules { get; init; }

    /// <summary>How many resources there were to judge, components left out.</summary>
    public required int ResourceCount { get; init; }

    /// <summary>How many times a rule looked at a resource, or a part of one, and found it in order.</summary>
    public required int PassCount { get; init; }

    /// <summary>The day that expiry dates were compared with.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>How many findings have that severity.</summary>
    public int Count(FindingSeverity severity) => Findings.Count(finding => finding.Severity == severity);

    /// <summary>The findings of that severity or a worse one.</summary>
    public IReadOnlyList<Finding> AtOrAbove(FindingSeverity threshold) => [.. Findings.Where(finding => finding.Severity >= threshold)];
}
