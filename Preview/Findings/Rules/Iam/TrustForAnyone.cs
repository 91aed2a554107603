using Infra.Preview.Findings.Judging;

namespace Infra.Preview.Findings.Rules.Iam;

internal sealed class TrustForAnyone : StatementRule
{
    public override RuleInfo Info { get; } = new()
    {
        Id = "iam-trust-not-open",
        Title = "Roles trust somebody, not anybody",
        Severity = FindingSeverity.Critical,
        Reason = "Every AWS account can then take the role and all its permissions.",
        Fix = "Name the service, role or account in Principal.",
        References = [ControlReference.WellArchitected("SEC03-BP07", "sec_permissions_analyze_cross_account")],
    };

    protected override IReadOnlyList<(string Type, string Path)> Policies => [("aws:iam/role:Role", "assumeRolePolicy")];

    protected override Verdict Judge(PolicyStatement statement) => Verdict.Require(!statement.IsForAnyone, "anyone may take the role");
}
