using System.Globalization;
using Pulumi;

namespace Infra.Components.Containers;

/// <summary>Where a load balancer finds a service.</summary>
/// <param name="TargetGroupArn">The target group's ARN; its target type is `ip`.</param>
/// <param name="ContainerName">The container that answers.</param>
/// <param name="ContainerPort">The port it answers on.</param>
public sealed record ServiceTarget(Input<string> TargetGroupArn, string ContainerName, int ContainerPort);

/// <summary>What a <see cref="FargateService"/> is made of.</summary>
public sealed class FargateServiceArgs : ResourceArgs
{
    /// <summary>The service's name in AWS, unique in its cluster: letters, digits, hyphens and underscores, at most 255.</summary>
    public required string PhysicalName { get; init; }

    /// <summary>The cluster's ARN.</summary>
    public required Input<string> ClusterArn { get; init; }

    /// <summary>The cluster's name, which scaling goes by.</summary>
    public required Input<string> ClusterName { get; init; }

    /// <summary>The task.</summary>
    public required FargateTask Task { get; init; }

    /// <summary>The ids of the subnets that tasks run in.</summary>
    public required InputList<string> SubnetIds { get; init; }

    /// <summary>The ids of the security groups that tasks wear.</summary>
    public required InputList<string> SecurityGroupIds { get; init; }

    /// <summary>How many tasks run, or start before scaling takes over.</summary>
    public required int DesiredCount { get; init; }

    /// <summary>The target groups it stands behind. Default: none.</summary>
    public IReadOnlyList<ServiceTarget> Targets { get; init; } = [];

    /// <summary>How it scales. Default: null, it does not.</summary>
    public ServiceScaling? Scaling { get; init; }

    /// <summary>The capacity it runs on. Default: none named, which is on demand.</summary>
    public IReadOnlyList<CapacityShare> CapacityStrategy { get; init; } = [];

    /// <summary>Whether tasks get public addresses. Default: they do not.</summary>
    public bool AssignsPublicAddresses { get; init; }

    /// <summary>
    /// Whether operators may open sessions in running containers (ECS Exec); the task role then needs Session Manager's channels.
    /// Default: they may not.
    /// </summary>
    public bool AllowsSessions { get; init; }

    /// <summary>Seconds after a task's start in which failed health checks of the load balancer do not count. Default: 60.</summary>
    public int HealthCheckGracePeriodSeconds { get; init; } = 60;

    /// <summary>How many of the desired tasks keep running while a deployment replaces them, in percent. Default: 100.</summary>
    public int MinimumHealthyPercent { get; init; } = 100;

    /// <summary>How many tasks may run during a deployment, in percent of the desired. Default: 200.</summary>
    public int MaximumPercent { get; init; } = 200;

    /// <summary>Whether an update waits until the tasks run, and fails when they do not. Default: it does.</summary>
    public bool WaitsForSteadyState { get; init; } = true;

    /// <summary>
    /// What must exist first, though no input names it: the listener (a target group without one is refused), the roles' policies, the
    /// endpoints and security group rules that a starting task needs. Default: nothing.
    /// </summary>
    public InputList<Resource> CreateAfter { get; init; } = [];

    internal void Validate(string name)
    {
        if (Scaling is { } scaling && (scaling.MinimumCount > DesiredCount || DesiredCount > scaling.MaximumCount))
        {
            throw new ArgumentException(string.Create(
                CultureInfo.InvariantCulture,
                $"{nameof(DesiredCount)} of service '{name}' is {DesiredCount}. It must be from {scaling.MinimumCount} to "
                + $"{scaling.MaximumCount}, between which the service scales. Choose it there."));
        }
    }
}
