using Infra.Components.Messaging;
using Pulumi;

namespace Infra.Components.FlowBuilder;

/// <summary>What a <see cref="FlowBuilderMonitoring"/> is made of.</summary>
public sealed class FlowBuilderMonitoringArgs : ResourceArgs
{
    /// <summary>The system's names.</summary>
    public required FlowBuilderNames Names { get; init; }

    /// <summary>The region that the metrics are in.</summary>
    public required string Region { get; init; }

    /// <summary>Whether there are alarms, and a topic that they go to.</summary>
    public required bool HasAlarms { get; init; }

    /// <summary>Whether there is a dashboard. It shows services and database where these are given.</summary>
    public required bool HasDashboard { get; init; }

    /// <summary>The queue of workflows.</summary>
    public required MessageQueue Queue { get; init; }

    /// <summary>The name of the scheduler's function.</summary>
    public required Input<string> SchedulerName { get; init; }

    /// <summary>The services. Default: null, there are none.</summary>
    public WatchedServices? Services { get; init; }

    /// <summary>The database. Default: null, it is somebody else's.</summary>
    public WatchedDatabase? Database { get; init; }

    /// <summary>The API's load balancer. Default: null, there is none.</summary>
    public WatchedLoadBalancer? LoadBalancer { get; init; }

    /// <summary>The name of the queue of tasks that stopped badly. Default: null, nobody collects them.</summary>
    public Input<string>? FailedTasksQueue { get; init; }

    /// <summary>The address that alarms are sent to. Default: null, none.</summary>
    public string? AlarmEmail { get; init; }

    /// <summary>The ARNs of what alarms set off besides the topic. Default: none.</summary>
    public IReadOnlyList<string> AlarmActions { get; init; } = [];
}

/// <summary>The services that are watched.</summary>
/// <param name="ClusterName">The name of their cluster.</param>
/// <param name="ApiName">The name of the API's service.</param>
/// <param name="WorkerName">The name of the worker's service.</param>
public sealed record WatchedServices(Input<string> ClusterName, Input<string> ApiName, Input<string> WorkerName);

/// <summary>The database that is watched.</summary>
/// <param name="InstanceId">The instance's identifier.</param>
/// <param name="StorageGiB">How much storage it starts with.</param>
public sealed record WatchedDatabase(Input<string> InstanceId, int StorageGiB);

/// <summary>The load balancer that is watched.</summary>
/// <param name="Suffix">Its `arnSuffix`: `app/name/id`.</param>
/// <param name="TargetGroupSuffix">Its target group's `arnSuffix`: `targetgroup/name/id`.</param>
public sealed record WatchedLoadBalancer(Input<string> Suffix, Input<string> TargetGroupSuffix);
