namespace Infra.Preview.Findings.Judging;

/// <summary>What a rule says about a resource.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Message">What is wrong; empty unless violated.</param>
public readonly record struct Verdict(VerdictKind Kind, string Message = "")
{
    /// <summary>The rule is not about this resource.</summary>
    public static Verdict NotApplicable => new(VerdictKind.NotApplicable);

    /// <summary>Only a deployment can tell.</summary>
    public static Verdict Undecided => new(VerdictKind.Undecided);

    /// <summary>Requires that something holds.</summary>
    public static Verdict Require(Truth holds, string otherwise) => Require((holds, otherwise));

    /// <summary>Requires that everything holds. One certain violation counts whatever is unknown beside it.</summary>
    public static Verdict Require(params (Truth Holds, string Otherwise)[] demands)
    {
        var violated = demands.Where(demand => demand.Holds.IsNo).Select(demand => demand.Otherwise).ToList();
        return violated.Count > 0
            ? new Verdict(VerdictKind.Fail, string.Join("; ", violated))
            : new Verdict(Array.TrueForAll(demands, demand => demand.Holds.IsYes) ? VerdictKind.Pass : VerdictKind.Undecided);
    }

    /// <summary>This verdict where the rule applies. Where that is unknown, only a pass is certain.</summary>
    public Verdict When(Truth applies) => this switch
    {
        _ when applies.IsNo || Kind == VerdictKind.NotApplicable => NotApplicable,
        _ when applies.IsYes || Kind == VerdictKind.Pass => this,
        _ => Undecided,
    };
}
