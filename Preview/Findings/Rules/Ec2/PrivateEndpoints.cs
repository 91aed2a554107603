using Infra.Preview.Findings.Judging;
using Infra.Preview.Model;

namespace Infra.Preview.Findings.Rules.Ec2;

internal sealed class PrivateEndpoints() : ResourceRule("aws:ec2/vpc:Vpc")
{
    public override RuleInfo Info { get; } = new()
    {
        Id = "ec2-private-network-endpoints",
        Title = "Networks without a way out reach ECR and EC2 through endpoints",
        Severity = FindingSeverity.Medium,
        Reason = "In a network without internet or NAT gateway, containers start only if image pulls, and on EKS the node's calls to EC2, find an interface endpoint.",
        Fix = "Add interface aws.ec2.VpcEndpoint resources for ecr.api and ecr.dkr, on EKS also ec2, with privateDnsEnabled.",
        References = [ControlReference.Fsbp("EC2.10"), ControlReference.Fsbp("EC2.55"), ControlReference.Fsbp("EC2.56")],
    };

    protected override Verdict Judge(ResourceNode node, ResourceIndex graph)
    {
        var services = Runs("aws:ecs/service:Service", "networkConfiguration.subnets");
        var nodes = Runs("aws:eks/nodeGroup:NodeGroup", "subnetIds");
        return Verdict.Require(
                (HasEndpoint("ecr.api"), "no endpoint for ecr.api with private DNS"),
                (HasEndpoint("ecr.dkr"), "no endpoint for ecr.dkr with private DNS"),
                (HasEndpoint("ec2") | !nodes, "no endpoint for ec2 with private DNS"))
            .When(!Subnets.HasWayOut(graph, node) & (services | nodes));

        Truth HasEndpoint(string service) => graph.AnyPointing(["aws:ec2/vpcEndpoint:VpcEndpoint"], "vpcId", node, endpoint =>
            endpoint.At("serviceName").Satisfies(name => name.EndsWith($".{service}", StringComparison.Ordinal)) & endpoint.At("privateDnsEnabled").IsOn());

        Truth Runs(string type, string path) => Truth.Any(graph.Of(type)
            .SelectMany(workload => graph.Targets(workload, path, Subnets.Type))
            .Select(target => target.Candidates.Count == 0 ? Truth.No : target.Satisfies(subnet => graph.Points(subnet, "vpcId", node))));
    }
}
