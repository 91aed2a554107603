using Infra.Preview.Findings.Judging;
using Infra.Preview.Model;

namespace Infra.Preview.Findings.Rules.Elb;

internal sealed class LoadBalancerProtection() : ResourceRule("aws:lb/loadBalancer:LoadBalancer")
{
    public override RuleInfo Info { get; } = new()
    {
        Id = "elb-deletion-protection",
        Title = "Load balancers of production are protected from deletion",
        Severity = FindingSeverity.Medium,
        Reason = "A deleted load balancer takes its address with it: everything that names it breaks.",
        Fix = "Set enableDeletionProtection to true in production.",
        References = [ControlReference.Fsbp("ELB.6")],
    };

    protected override Verdict Judge(ResourceNode node, ResourceIndex graph) =>
        Verdict.Require(node.At("enableDeletionProtection").IsOn(), "enableDeletionProtection is not true").When(ResourceIndex.IsProduction(node));
}
