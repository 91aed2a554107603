using Infra.Preview.Findings.Judging;

namespace Infra.Preview.Findings.Rules.Iam;

internal sealed class Decryption : StatementRule
{
    public override RuleInfo Info { get; } = new()
    {
        Id = "iam-decryption-narrow",
        Title = "Permissions to decrypt name the keys",
        Severity = FindingSeverity.Medium,
        Reason = "The key policy is then all that keeps the workload from every encrypted thing in the account.",
        Fix = "List the ARNs of the keys in Resource, or add a condition on kms:ViaService.",
        References = [ControlReference.Fsbp("KMS.1"), ControlReference.Fsbp("KMS.2")],
    };

    protected override IReadOnlyList<(string Type, string Path)> Policies => IdentityPolicies;

    protected override Verdict Judge(PolicyStatement statement) => Verdict
        .Require(
            !(statement.IsForAll || statement.Resources.Any(resource => resource.EndsWith(":key/*", StringComparison.Ordinal)))
                || statement.ConditionKeys.Any(entry => entry.Key.StartsWith("kms:", StringComparison.OrdinalIgnoreCase)),
            "every key may be used to decrypt")
        .When((statement.Covers("kms:Decrypt") || statement.Covers("kms:ReEncryptFrom")) && !statement.Actions.Contains("*"));
}
