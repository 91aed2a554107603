using Infra.Preview.Findings.Judging;
using Infra.Preview.Model;

namespace Infra.Preview.Findings.Rules.Rds;

internal sealed class PublicDatabase() : ResourceRule("aws:rds/instance:Instance", "aws:rds/clusterInstance:ClusterInstance")
{
    public override RuleInfo Info { get; } = new()
    {
        Id = "rds-not-public",
        Title = "Databases have no public address",
        Severity = FindingSeverity.Critical,
        Reason = "The database then answers the internet wherever a security group lets it.",
        Fix = "Leave publiclyAccessible out.",
        References = [ControlReference.Fsbp("RDS.2"), ControlReference.Cis("2.3.3")],
    };

    protected override Verdict Judge(ResourceNode node, ResourceIndex graph) => Verdict.Require(!node.At("publiclyAccessible").IsOn(), "publiclyAccessible is true");
}
