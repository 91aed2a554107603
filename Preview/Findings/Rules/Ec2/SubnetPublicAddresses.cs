using Infra.Preview.Findings.Judging;
using Infra.Preview.Model;

namespace Infra.Preview.Findings.Rules.Ec2;

internal sealed class SubnetPublicAddresses() : ResourceRule("aws:ec2/subnet:Subnet")
{
    public override RuleInfo Info { get; } = new()
    {
        Id = "ec2-subnet-no-automatic-public-address",
        Title = "Subnets do not hand out public addresses",
        Severity = FindingSeverity.Medium,
        Reason = "Whatever is launched in such a subnet is on the internet without anybody having asked for it.",
        Fix = "Set mapPublicIpOnLaunch to false and ask for a public address where one is needed.",
        References = [ControlReference.Fsbp("EC2.15")],
    };

    protected override Verdict Judge(ResourceNode node, ResourceIndex graph) =>
        Verdict.Require(!node.At("mapPublicIpOnLaunch").IsOn(), "mapPublicIpOnLaunch is true");
}
