using Infra.Preview.Findings.Judging;

namespace Infra.Tests.Preview.Findings;

/// <summary>Graphs that a rule must judge rightly, in the notation of <see cref="RuleGraph"/>.</summary>
public sealed record RuleCase(string Rule)
{
    /// <summary>In order.</summary>
    public required string Compliant { get; init; }

    /// <summary>Wrong in what is given.</summary>
    public required string Violating { get; init; }

    /// <summary>The property that matters left out.</summary>
    public required string Missing { get; init; }

    /// <summary>What the rule says of <see cref="Missing"/>. Default: violated; else AWS's own default complies, or the rule is not about it.</summary>
    public VerdictKind MissingIs { get; init; } = VerdictKind.Fail;

    public override string ToString() => Rule;
}
