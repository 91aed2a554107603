using Infra.Preview.Findings.Judging;
using Infra.Preview.Model;

namespace Infra.Preview.Findings.Rules.Ec2;

internal sealed class DefaultSecurityGroup() : ResourceRule("aws:ec2/vpc:Vpc")
{
    public override RuleInfo Info { get; } = new()
    {
        Id = "ec2-default-security-group-closed",
        Title = "The default security group of a VPC lets nothing in or out",
        Severity = FindingSeverity.High,
        Reason = "Whatever is launched without a group of its own lands in the default one, which lets all its members talk to each other and to the internet.",
        Fix = "Give the VPC an aws.ec2.DefaultSecurityGroup without ingress and egress.",
        References = [ControlReference.Fsbp("EC2.2"), ControlReference.Cis("5.4")],
    };

    protected override Verdict Judge(ResourceNode node, ResourceIndex graph) => Verdict.Require(
        graph.AnyPointing(
            ["aws:ec2/defaultSecurityGroup:DefaultSecurityGroup"], "vpcId", node, group => !group.At("ingress").IsGiven() & !group.At("egress").IsGiven()),
        "no default security group without rules belongs to the VPC");
}
