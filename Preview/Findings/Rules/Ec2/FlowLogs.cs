using Infra.Preview.Findings.Judging;
using Infra.Preview.Model;

namespace Infra.Preview.Findings.Rules.Ec2;

internal sealed class FlowLogs() : ResourceRule("aws:ec2/vpc:Vpc")
{
    public override RuleInfo Info { get; } = new()
    {
        Id = "ec2-vpc-flow-logs",
        Title = "Every VPC records its traffic",
        Severity = FindingSeverity.Medium,
        Reason = "Without flow logs nobody can tell afterwards which addresses a workload talked to.",
        Fix = "Add an aws.ec2.FlowLog for the VPC with trafficType REJECT or ALL.",
        References = [ControlReference.Fsbp("EC2.6"), ControlReference.Cis("3.7")],
    };

    protected override Verdict Judge(ResourceNode node, ResourceIndex graph) => Verdict.Require(
        graph.AnyPointing(["aws:ec2/flowLog:FlowLog"], "vpcId", node, log => log.At("trafficType").IsOneOf("REJECT", "ALL")),
        "no flow log records rejected traffic of the VPC");
}
