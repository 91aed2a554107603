using Infra.Preview.Findings.Judging;
using Infra.Preview.Model;

namespace Infra.Preview.Findings.Rules.Ecs;

internal sealed class ContainerInsights() : ResourceRule("aws:ecs/cluster:Cluster")
{
    public override RuleInfo Info { get; } = new()
    {
        Id = "ecs-container-insights",
        Title = "Clusters collect metrics of their tasks",
        Severity = FindingSeverity.Low,
        Reason = "Without Container Insights, memory, storage and restarts of tasks are not recorded.",
        Fix = "Set the cluster setting containerInsights to enabled or enhanced.",
        References = [ControlReference.Fsbp("ECS.12")],
    };

    protected override Verdict Judge(ResourceNode node, ResourceIndex graph) => Verdict.Require(
        node.At("settings").AnyItem(setting => setting.At("name").IsOneOf("containerInsights") & setting.At("value").IsOneOf("enabled", "enhanced")),
        "the setting containerInsights is not enabled");
}
