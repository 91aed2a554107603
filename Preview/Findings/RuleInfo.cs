namespace Infra.Preview.Findings;

/// <summary>What people need to know about a rule; docs/findings.md is written from it.</summary>
public sealed record RuleInfo
{
    /// <summary>The id in kebab case, its first word the service, e.g. `s3-public-access-blocked`. Suppressions name it.</summary>
    public required string Id { get; init; }

    /// <summary>What the rule demands, in one line without a full stop.</summary>
    public required string Title { get; init; }

    /// <summary>How much a violation matters.</summary>
    public required FindingSeverity Severity { get; init; }

    /// <summary>What goes wrong when the rule is violated.</summary>
    public required string Reason { get; init; }

    /// <summary>What to set to comply.</summary>
    public required string Fix { get; init; }

    /// <summary>The published controls behind the rule; at least one, the closest first.</summary>
    public required IReadOnlyList<ControlReference> References { get; init; }

    /// <summary>The page of the first reference.</summary>
    public Uri HelpUri => References[0].Page;
}
