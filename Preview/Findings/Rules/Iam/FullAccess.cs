using Infra.Preview.Findings.Judging;

namespace Infra.Preview.Findings.Rules.Iam;

internal sealed class FullAccess : StatementRule
{
    public override RuleInfo Info { get; } = new()
    {
        Id = "iam-no-full-access",
        Title = "Policies do not allow everything",
        Severity = FindingSeverity.Critical,
        Reason = "Whoever takes over the workload owns the account.",
        Fix = "List the actions and resources that are needed.",
        References = [ControlReference.Fsbp("IAM.1"), ControlReference.WellArchitected("SEC03-BP02", "sec_permissions_least_privileges")],
    };

    protected override IReadOnlyList<(string Type, string Path)> Policies => IdentityPolicies;

    protected override Verdict Judge(PolicyStatement statement) => Verdict.Require(
        !(statement.Allows && statement.IsForAll && (statement.Actions.Contains("*") || statement.NamesExceptions)), "every action is allowed on every resource");
}
