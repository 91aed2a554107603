using Infra.Preview.Findings.Judging;
using Infra.Preview.Model;

namespace Infra.Preview.Findings.Rules.Ecs;

internal sealed class PlatformVersion() : ResourceRule("aws:ecs/service:Service")
{
    public override RuleInfo Info { get; } = new()
    {
        Id = "ecs-newest-platform",
        Title = "Fargate services run on the newest platform",
        Severity = FindingSeverity.Low,
        Reason = "Older platform versions get no fixes of kernel and runtime.",
        Fix = "Leave platformVersion out, or set LATEST.",
        References = [ControlReference.Fsbp("ECS.10")],
    };

    protected override Verdict Judge(ResourceNode node, ResourceIndex graph)
    {
        var version = node.At("platformVersion");
        return Verdict.Require(version.IsNull ? Truth.Yes : version.IsOneOf("LATEST", "1.4.0"), $"platformVersion is {version.Shown()}")
            .When(!node.At("launchType").IsOneOf("EC2", "EXTERNAL"));
    }
}
