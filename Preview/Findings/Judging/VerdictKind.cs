namespace Infra.Preview.Findings.Judging;

/// <summary>What a rule says.</summary>
public enum VerdictKind
{
    /// <summary>The rule is not about this.</summary>
    NotApplicable,

    /// <summary>In order.</summary>
    Pass,

    /// <summary>Violated.</summary>
    Fail,

    /// <summary>Only a deployment can tell.</summary>
    Undecided,
}
