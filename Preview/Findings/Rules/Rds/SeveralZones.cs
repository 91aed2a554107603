using Infra.Preview.Findings.Judging;
using Infra.Preview.Model;

namespace Infra.Preview.Findings.Rules.Rds;

internal sealed class SeveralZones() : ResourceRule("aws:rds/instance:Instance", "aws:rds/cluster:Cluster")
{
    public override RuleInfo Info { get; } = new()
    {
        Id = "rds-several-zones",
        Title = "Databases of production span availability zones",
        Severity = FindingSeverity.Medium,
        Reason = "A database in one zone is down as long as the zone is.",
        Fix = "Set multiAz for an instance; give a cluster two instances.",
        References = [ControlReference.Fsbp("RDS.5"), ControlReference.Fsbp("RDS.15")],
    };

    protected override Verdict Judge(ResourceNode node, ResourceIndex graph)
    {
        var verdict = node.Type == "aws:rds/instance:Instance"
            ? Verdict.Require(node.At("multiAz").IsOn(), "multiAz is not true")
            : Verdict.Require(HasTwoInstances(node, graph), "the cluster has fewer than two instances");
        return verdict.When(ResourceIndex.IsProduction(node));
    }

    private static Truth HasTwoInstances(ResourceNode cluster, ResourceIndex graph)
    {
        var members = graph.Of("aws:rds/clusterInstance:ClusterInstance").Select(instance => graph.Points(instance, "clusterIdentifier", cluster)).ToList();
        return members.Count(member => member.IsYes) >= 2 ? Truth.Yes : members.Count(member => !member.IsNo) >= 2 ? Truth.Unknown : Truth.No;
    }
}
