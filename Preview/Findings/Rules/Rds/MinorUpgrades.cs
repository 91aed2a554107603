using Infra.Preview.Findings.Judging;
using Infra.Preview.Model;

namespace Infra.Preview.Findings.Rules.Rds;

internal sealed class MinorUpgrades() : ResourceRule("aws:rds/instance:Instance", "aws:rds/clusterInstance:ClusterInstance")
{
    public override RuleInfo Info { get; } = new()
    {
        Id = "rds-minor-upgrades",
        Title = "Databases take minor upgrades by themselves",
        Severity = FindingSeverity.Low,
        Reason = "Minor versions carry the security fixes.",
        Fix = "Leave autoMinorVersionUpgrade out, or set it to true.",
        References = [ControlReference.Fsbp("RDS.13"), ControlReference.SecurityHub("RDS.35"), ControlReference.Cis("2.3.2")],
    };

    protected override Verdict Judge(ResourceNode node, ResourceIndex graph) =>
        Verdict.Require(node.At("autoMinorVersionUpgrade").IsOn(whenMissing: true), "autoMinorVersionUpgrade is false");
}
