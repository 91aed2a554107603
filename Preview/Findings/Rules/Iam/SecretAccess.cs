using Infra.Preview.Findings.Judging;

namespace Infra.Preview.Findings.Rules.Iam;

internal sealed class SecretAccess : StatementRule
{
    public override RuleInfo Info { get; } = new()
    {
        Id = "iam-secret-access-narrow",
        Title = "Permissions to read secrets name the secrets",
        Severity = FindingSeverity.High,
        Reason = "The workload then reads the secrets of every other one in the account.",
        Fix = "List the ARNs of the secrets in Resource.",
        References = [ControlReference.WellArchitected("SEC03-BP02", "sec_permissions_least_privileges")],
    };

    protected override IReadOnlyList<(string Type, string Path)> Policies => IdentityPolicies;

    protected override Verdict Judge(PolicyStatement statement) => Verdict
        .Require(
            !(statement.IsForAll || statement.Resources.Any(resource => resource.EndsWith(":secret:*", StringComparison.Ordinal))), "every secret may be read")
        .When(statement.Covers("secretsmanager:GetSecretValue") && !statement.Actions.Contains("*"));
}
