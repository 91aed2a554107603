using Infra.Preview.Findings.Judging;

namespace Infra.Preview.Findings.Rules.Iam;

internal sealed class WebIdentity : StatementRule
{
    public override RuleInfo Info { get; } = new()
    {
        Id = "iam-web-identity-bound",
        Title = "Roles for web identities name the identity",
        Severity = FindingSeverity.High,
        Reason = "Without a condition on the subject, everybody whom the provider knows - every pod of a cluster, every repository of GitHub - gets the role.",
        Fix = "Add a condition on the provider's :sub key that names the service account or repository.",
        References = [ControlReference.WellArchitected("SEC03-BP02", "sec_permissions_least_privileges")],
    };

    protected override IReadOnlyList<(string Type, string Path)> Policies => [("aws:iam/role:Role", "assumeRolePolicy")];

    protected override Verdict Judge(PolicyStatement statement) => Verdict
        .Require(statement.ConditionKeys.Any(entry => entry.Key.EndsWith(":sub", StringComparison.Ordinal) && !entry.Values.Contains("*")), "no condition names the subject")
        .When(statement.Covers("sts:AssumeRoleWithWebIdentity"));
}
