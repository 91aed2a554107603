using Infra.Preview.Findings.Judging;
using Infra.Preview.Model;

namespace Infra.Preview.Findings.Rules.Ecs;

internal sealed class ServicePublicAddress() : ResourceRule("aws:ecs/service:Service")
{
    public override RuleInfo Info { get; } = new()
    {
        Id = "ecs-service-without-public-address",
        Title = "Services get no public address",
        Severity = FindingSeverity.High,
        Reason = "A task with a public address is one security group rule away from the internet.",
        Fix = "Set networkConfiguration.assignPublicIp to false and run the service in private subnets.",
        References = [ControlReference.Fsbp("ECS.2")],
    };

    protected override Verdict Judge(ResourceNode node, ResourceIndex graph) =>
        Verdict.Require(!node.At("networkConfiguration.assignPublicIp").IsOn(), "assignPublicIp is true");
}
