using Infra.Preview.Findings.Judging;
using Infra.Preview.Model;

namespace Infra.Preview.Findings.Rules.Ec2;

internal sealed class InstancePublicAddress() : ResourceRule("aws:ec2/instance:Instance")
{
    public override RuleInfo Info { get; } = new()
    {
        Id = "ec2-instance-without-public-address",
        Title = "Instances have no public address",
        Severity = FindingSeverity.High,
        Reason = "A public address puts the instance one security group rule away from the internet. NAT instances, which need one, are left out: they are told by sourceDestCheck false.",
        Fix = "Set associatePublicIpAddress to false and reach the instance through Session Manager or a load balancer.",
        References = [ControlReference.Fsbp("EC2.9")],
    };

    protected override Verdict Judge(ResourceNode node, ResourceIndex graph)
    {
        var given = node.At("associatePublicIpAddress");
        var hasAddress = given.IsNull ? SubnetGivesOne(node, graph) : given.IsOn();
        return Verdict.Require(!hasAddress, "the instance gets a public address").When(node.At("sourceDestCheck").IsOn(whenMissing: true));
    }

    // Without a subnet the instance lands in the default VPC, whose subnets hand out public addresses.
    private static Truth SubnetGivesOne(ResourceNode node, ResourceIndex graph) => node.At("subnetId").IsNull
        ? Truth.Yes
        : Truth.Any(graph.Targets(node, "subnetId", Subnets.Type).Select(target => target.Satisfies(subnet => subnet.At("mapPublicIpOnLaunch").IsOn())));
}
