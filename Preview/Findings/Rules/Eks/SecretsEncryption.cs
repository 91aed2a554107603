using Infra.Preview.Findings.Judging;
using Infra.Preview.Model;

namespace Infra.Preview.Findings.Rules.Eks;

internal sealed class SecretsEncryption() : ResourceRule("aws:eks/cluster:Cluster")
{
    public override RuleInfo Info { get; } = new()
    {
        Id = "eks-secrets-encrypted",
        Title = "Kubernetes secrets are encrypted with a customer key",
        Severity = FindingSeverity.Medium,
        Reason = "With a key of one's own, access to secrets can be audited and taken away.",
        Fix = "Set encryptionConfig with the resource secrets and a KMS key.",
        References = [ControlReference.Fsbp("EKS.3")],
    };

    protected override Verdict Judge(ResourceNode node, ResourceIndex graph) => Verdict.Require(
        node.At("encryptionConfig.resources").AnyItem(resource => resource.IsOneOf("secrets")), "encryptionConfig does not name secrets");
}
