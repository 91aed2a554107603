using Infra.Preview.Findings.Judging;
using Infra.Preview.Model;

namespace Infra.Preview.Findings.Rules.Elb;

internal sealed class LoadBalancerZones() : ResourceRule("aws:lb/loadBalancer:LoadBalancer")
{
    public override RuleInfo Info { get; } = new()
    {
        Id = "elb-two-zones",
        Title = "Load balancers span availability zones",
        Severity = FindingSeverity.Medium,
        Reason = "One zone fails now and then; a load balancer in it alone fails with it.",
        Fix = "Give the load balancer subnets in two availability zones or more.",
        References = [ControlReference.Fsbp("ELB.13")],
    };

    protected override Verdict Judge(ResourceNode node, ResourceIndex graph) => !node.At("subnetMappings").IsNull
        ? Verdict.Require(node.At("subnetMappings").AsList is { } mappings ? mappings.Count >= 2 : Truth.Unknown, "fewer than two subnets are mapped")
        : Verdict.Require(Subnets.SpanZones(graph, node, "subnets", 2), "its subnets do not lie in two availability zones");
}
