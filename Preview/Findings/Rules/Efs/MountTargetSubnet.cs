using Infra.Preview.Findings.Judging;
using Infra.Preview.Model;

namespace Infra.Preview.Findings.Rules.Efs;

internal sealed class MountTargetSubnet() : ResourceRule("aws:efs/mountTarget:MountTarget")
{
    public override RuleInfo Info { get; } = new()
    {
        Id = "efs-mount-target-subnet",
        Title = "Mount targets lie in subnets without automatic public addresses",
        Severity = FindingSeverity.Medium,
        Reason = "A file system in a subnet of public machines is one security group rule away from them.",
        Fix = "Put mount targets into private subnets.",
        References = [ControlReference.Fsbp("EFS.6")],
    };

    protected override Verdict Judge(ResourceNode node, ResourceIndex graph) => Verdict.Require(
        Truth.All(graph.Targets(node, "subnetId", Subnets.Type).Select(target => target.Satisfies(subnet => !subnet.At("mapPublicIpOnLaunch").IsOn()))),
        "the subnet hands out public addresses");
}
