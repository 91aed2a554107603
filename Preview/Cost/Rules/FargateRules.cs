using Infra.Preview.Findings.Judging;
using Infra.Preview.Model;

namespace Infra.Preview.Cost.Rules;

/// <summary>ECS clusters and services on Fargate.</summary>
internal static class FargateRules
{
    internal const string Cluster = "aws:ecs/cluster:Cluster";
    internal const string Service = "aws:ecs/service:Service";
    internal const string TaskDefinition = "aws:ecs/taskDefinition:TaskDefinition";
    private const string ScalingTarget = "aws:appautoscaling/target:Target";
    private static readonly string[] TaskKeys = ["taskVcpuHours", "taskGbHours", "taskPublicIpHours"];

    public static void AddTo(Dictionary<string, Action<Costing>> rules)
    {
        rules.Add(Cluster, PriceCluster);
        rules.Add(Service, PriceService);
    }

    private static void PriceService(Costing costing)
    {
        var node = costing.Node;
        var cluster = costing.Scope.Target(node, "cluster", Cluster);
        var own = costing.At("capacityProviderStrategies").Items() ?? [];
        var launchType = costing.At("launchType");
        if (launchType.IsUnknown || (launchType.IsNull && own.Count == 0 && cluster is null))
        {
            costing.Missing("what its tasks run on is decided outside of the stack, or by a deployment");
            return;
        }

        var strategy = own.Count > 0 || !launchType.IsNull ? own : CapacityStrategy.Default(costing.Scope, cluster);
        if (launchType.AsText != "FARGATE" && strategy.All(part => part["capacityProvider"].AsText is not ("FARGATE" or "FARGATE_SPOT")))
        {
            costing.Free("its tasks run on instances, which are priced where they are defined");
            return;
        }

        if (FargateTask.Of(costing.Scope.Target(node, "taskDefinition", TaskDefinition)) is not { } task)
        {
            costing.Missing("the size of its tasks is not known: the task definition is not in the stack");
            return;
        }

        if (Tasks(costing, cluster) is not { } tasks)
        {
            costing.Missing("the number of its tasks is not known before a deployment");
            return;
        }

        if ((strategy.Count == 0 ? 0 : CapacityStrategy.SpotShare(strategy, tasks.Value)) is not { } spotShare)
        {
            costing.Missing("its capacity strategy mixes Fargate with instances");
            return;
        }

        task.Bill(costing, tasks, Factor.Hours, spotShare);
        if (costing.At("networkConfiguration.assignPublicIp").AsBool == true)
        {
            costing.Line("Public IPv4 addresses of tasks", "VPC/public-ipv4-hour", [tasks, Factor.Hours]);
        }
    }

    /// <summary>The desired count of a service that does not scale, else the average within the bounds of its scaling.</summary>
    private static Factor? Tasks(Costing costing, ResourceNode? cluster)
    {
        var desired = costing.At("desiredCount");
        if (Scaling(costing, cluster) is not { } scaling)
        {
            // One task is what a service without the setting starts with.
            return desired.IsUnknown ? null : new Factor(desired.Decimal() ?? 1, "tasks");
        }

        if (scaling.At("minCapacity").Decimal() is not { } least || scaling.At("maxCapacity").Decimal() is not { } most)
        {
            return null;
        }

        var average = costing.Use("averageTasks", "tasks");
        if (least == most)
        {
            return new Factor(least, "tasks");
        }

        return average.Value <= least && costing.Scope.Usage.Overridden(costing.Node, "averageTasks") is null && least > 0
            ? new Factor(least, "tasks")
            : average with { Value = Math.Clamp(average.Value, least, most) };
    }

    private static ResourceNode? Scaling(Costing costing, ResourceNode? cluster)
    {
        var suffix = $"{cluster?.Output("name").AsText}/{costing.Node.Output("name").AsText ?? costing.At("name").AsText}";
        return costing.Scope.Index.Of(ScalingTarget).FirstOrDefault(target => target.At("resourceId") is { IsUnknown: true }
            ? costing.Scope.Index.Points(target, "resourceId", costing.Node).IsYes
            : target.At("resourceId").AsText == $"service/{suffix}");
    }

    private static void PriceCluster(Costing costing)
    {
        var insights = (costing.At("settings").Items() ?? []).FirstOrDefault(setting => setting["name"].AsText == "containerInsights")?["value"].AsText;
        if (insights is "enabled" or "enhanced")
        {
            costing.Line("Container Insights metrics", $"CloudWatch/container-insights-ecs-{insights}", [costing.Use("insightsMetrics", "metrics")]);
        }

        // Tasks that a program starts by itself are no resources; a cluster without services and pipes has no other ones.
        if (StartsTasksElsewhere(costing) || TaskKeys.Any(key => costing.Scope.Usage.Overridden(costing.Node, key) is not null))
        {
            PriceTasks(costing);
        }

        costing.Free("its tasks are billed where they are defined");
    }

    private static void PriceTasks(Costing costing)
    {
        var vcpuHours = costing.Use("taskVcpuHours", "vCPU-hours of tasks");
        var gbHours = costing.Use("taskGbHours", "GB-hours of tasks");
        if (CapacityStrategy.SpotShare(CapacityStrategy.Default(costing.Scope, costing.Node), 1) is > 0)
        {
            costing.SpotLine("Fargate Spot vCPU of tasks", "Fargate/spot-vcpu-x86", "Fargate/vcpu-x86", [vcpuHours]);
            costing.SpotLine("Fargate Spot memory of tasks", "Fargate/spot-gb-x86", "Fargate/gb-x86", [gbHours]);
        }
        else
        {
            costing.Line("Fargate vCPU of tasks", "Fargate/vcpu-x86", [vcpuHours]);
            costing.Line("Fargate memory of tasks", "Fargate/gb-x86", [gbHours]);
        }

        costing.Line("Public IPv4 addresses of tasks", "VPC/public-ipv4-hour", [costing.Use("taskPublicIpHours", "address-hours of tasks")]);
    }

    private static bool StartsTasksElsewhere(Costing costing) =>
        costing.Scope.Index.Of(Service).All(service => !costing.Scope.Index.Points(service, "cluster", costing.Node).IsYes)
        && costing.Scope.Index.Of(MessagingRules.Pipe).All(pipe => !costing.Scope.Index.Points(pipe, "target", costing.Node).IsYes);
}
