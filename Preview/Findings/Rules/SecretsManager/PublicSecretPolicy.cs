using Infra.Preview.Findings.Judging;

namespace Infra.Preview.Findings.Rules.SecretsManager;

internal sealed class PublicSecretPolicy : StatementRule
{
    public override RuleInfo Info { get; } = new()
    {
        Id = "secretsmanager-policy-not-public",
        Title = "Policies of secrets do not allow anyone",
        Severity = FindingSeverity.Critical,
        Reason = "Every AWS account then reads the secret.",
        Fix = "Name the principal, or bind the statement with a condition.",
        References = [ControlReference.WellArchitected("SEC02-BP03", "sec_identities_secrets")],
    };

    protected override IReadOnlyList<(string Type, string Path)> Policies => [("aws:secretsmanager/secretPolicy:SecretPolicy", "policy"), ("aws:secretsmanager/secret:Secret", "policy")];

    protected override Verdict Judge(PolicyStatement statement) => Verdict.Require(!statement.IsForAnyone, "anyone is allowed");
}
