using System.Globalization;
using Pulumi;
using Aws = Pulumi.Aws;

namespace Infra.Components.Containers;

/// <summary>What of a service's tasks is kept near a target.</summary>
public enum ServiceLoad
{
    /// <summary>The average processor load, in percent of what the tasks get.</summary>
    Cpu,

    /// <summary>The average memory in use, in percent of what the tasks get.</summary>
    Memory,
}

/// <summary>A load and the percentage around which it is kept, 1 to 100.</summary>
public sealed record LoadTarget(ServiceLoad Load, int Percent);

/// <summary>Between how many tasks a service scales, and by what.</summary>
/// <param name="MinimumCount">The fewest tasks.</param>
/// <param name="MaximumCount">The most tasks.</param>
public sealed record ServiceScaling(int MinimumCount, int MaximumCount)
{
    /// <summary>
    /// The loads that are kept near a target; the one that asks for most tasks wins. Default: none, the service scales by policies made
    /// elsewhere.
    /// </summary>
    public IReadOnlyList<LoadTarget> Loads { get; init; } = [];

    /// <summary>Seconds between two steps up. Default: 60.</summary>
    public int ScaleOutSeconds { get; init; } = 60;

    /// <summary>Seconds between two steps down. Default: 300.</summary>
    public int ScaleInSeconds { get; init; } = 300;
}

/// <summary>Makes the resources of a service's scaling.</summary>
internal static class ServiceScaler
{
    public static Aws.AppAutoScaling.Target Create(string name, ServiceScaling scaling, Input<string> clusterName, Aws.Ecs.Service service, Resource parent)
    {
        var target = new Aws.AppAutoScaling.Target($"{name}-scaling", new Aws.AppAutoScaling.TargetArgs
        {
            ServiceNamespace = "ecs",
            ScalableDimension = "ecs:service:DesiredCount",
            ResourceId = Output.Format($"service/{clusterName.ToOutput()}/{service.Name}"),
            MinCapacity = scaling.MinimumCount,
            MaxCapacity = scaling.MaximumCount,
        }, new CustomResourceOptions { Parent = parent });
        foreach (var load in scaling.Loads)
        {
            Track(name, scaling, load, target, parent);
        }

        return target;
    }

    private static void Track(string name, ServiceScaling scaling, LoadTarget load, Aws.AppAutoScaling.Target target, Resource parent) =>
        _ = new Aws.AppAutoScaling.Policy($"{name}-{load.Load.ToString().ToLower(CultureInfo.InvariantCulture)}", new Aws.AppAutoScaling.PolicyArgs
        {
            PolicyType = "TargetTrackingScaling",
            ServiceNamespace = target.ServiceNamespace,
            ScalableDimension = target.ScalableDimension,
            ResourceId = target.ResourceId,
            TargetTrackingScalingPolicyConfiguration = new Aws.AppAutoScaling.Inputs.PolicyTargetTrackingScalingPolicyConfigurationArgs
            {
                PredefinedMetricSpecification = new Aws.AppAutoScaling.Inputs.PolicyTargetTrackingScalingPolicyConfigurationPredefinedMetricSpecificationArgs
                {
                    PredefinedMetricType = load.Load == ServiceLoad.Cpu ? "ECSServiceAverageCPUUtilization" : "ECSServiceAverageMemoryUtilization",
                },
                TargetValue = load.Percent,
                ScaleOutCooldown = scaling.ScaleOutSeconds,
                ScaleInCooldown = scaling.ScaleInSeconds,
            },
        }, new CustomResourceOptions { Parent = parent });
}
