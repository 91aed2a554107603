using Infra.Preview.Findings.Judging;

namespace Infra.Preview.Findings.Rules.Iam;

internal sealed class PassRole : StatementRule
{
    public override RuleInfo Info { get; } = new()
    {
        Id = "iam-pass-role-bounded",
        Title = "Roles are passed only by name and to a named service",
        Severity = FindingSeverity.High,
        Reason = "Whoever may pass any role to a service that runs code gets the permissions of the strongest role in the account.",
        Fix = "Name the roles in Resource and the service in a condition on iam:PassedToService.",
        References = [ControlReference.WellArchitected("SEC03-BP02", "sec_permissions_least_privileges"), ControlReference.Checkov("CKV_AWS_110")],
    };

    protected override IReadOnlyList<(string Type, string Path)> Policies => IdentityPolicies;

    protected override Verdict Judge(PolicyStatement statement) => Verdict
        .Require(
            (!statement.IsForAll && !statement.Resources.Any(resource => resource.EndsWith(":role/*", StringComparison.Ordinal)), "every role may be passed"),
            (statement.ConditionKeys.Any(entry => entry.Key.Equals("iam:PassedToService", StringComparison.OrdinalIgnoreCase)), "no condition names the service"))
        .When(statement.Covers("iam:PassRole") && !statement.Actions.Contains("*"));
}
