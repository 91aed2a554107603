using Infra.Preview.Findings.Judging;
using Infra.Preview.Model;

namespace Infra.Preview.Findings.Rules.Eks;

internal sealed class AuditLogs() : ResourceRule("aws:eks/cluster:Cluster")
{
    public override RuleInfo Info { get; } = new()
    {
        Id = "eks-audit-logs",
        Title = "Clusters keep audit logs",
        Severity = FindingSeverity.Medium,
        Reason = "Only the audit log tells who changed what in the cluster.",
        Fix = "Add audit to enabledClusterLogTypes.",
        References = [ControlReference.Fsbp("EKS.8")],
    };

    protected override Verdict Judge(ResourceNode node, ResourceIndex graph) => Verdict.Require(
        node.At("enabledClusterLogTypes").AnyItem(type => type.IsOneOf("audit")), "enabledClusterLogTypes does not name audit");
}
