using Infra.Preview.Findings.Judging;
using Infra.Preview.Model;

namespace Infra.Preview.Findings.Rules.SecretsManager;

internal sealed class SecretRotation() : ResourceRule("aws:secretsmanager/secret:Secret")
{
    public override RuleInfo Info { get; } = new()
    {
        Id = "secretsmanager-rotation",
        Title = "Secrets rotate",
        Severity = FindingSeverity.Low,
        Reason = "A secret that never changes stays useful to whoever once copied it.",
        Fix = "Give the secret an aws.secretsmanager.SecretRotation of at most 90 days; keys of third parties are changed by hand.",
        References = [ControlReference.Fsbp("SecretsManager.1"), ControlReference.Fsbp("SecretsManager.4")],
    };

    protected override Verdict Judge(ResourceNode node, ResourceIndex graph) => Verdict.Require(
        graph.AnyPointing(["aws:secretsmanager/secretRotation:SecretRotation"], "secretId", node), "no rotation belongs to the secret");
}
