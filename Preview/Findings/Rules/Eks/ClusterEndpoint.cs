using Infra.Preview.Findings.Judging;
using Infra.Preview.Model;

namespace Infra.Preview.Findings.Rules.Eks;

internal sealed class ClusterEndpoint() : ResourceRule("aws:eks/cluster:Cluster")
{
    public override RuleInfo Info { get; } = new()
    {
        Id = "eks-endpoint-not-open",
        Title = "The API of clusters is not open to the internet",
        Severity = FindingSeverity.High,
        Reason = "The control plane is then protected by credentials alone; a leaked token works from anywhere.",
        Fix = "Set vpcConfig.endpointPublicAccess to false, or publicAccessCidrs to the networks that need it.",
        References = [ControlReference.Fsbp("EKS.1")],
    };

    protected override Verdict Judge(ResourceNode node, ResourceIndex graph)
    {
        var cidrs = node.At("vpcConfig.publicAccessCidrs");
        var open = cidrs.IsNull ? Truth.Yes : cidrs.AnyItem(cidr => cidr.Satisfies(IngressRule.IsWorld));
        return Verdict.Require(!(node.At("vpcConfig.endpointPublicAccess").IsOn(whenMissing: true) & open), "the API answers the whole internet");
    }
}
