using System.Collections.Immutable;
using Infra.Components.Observability;
using Pulumi;

namespace Infra.Components.FlowBuilder;

/// <summary>What tells people how Flow Builder fares: alarms with the topic they go to, and a dashboard.</summary>
public sealed class FlowBuilderMonitoring : ComponentResource
{
    /// <summary>The component's type token.</summary>
    public const string Token = "infra:flowBuilder:Monitoring";

    /// <summary>Makes what is wanted of topic, alarms and dashboard.</summary>
    public FlowBuilderMonitoring(string name, FlowBuilderMonitoringArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        AlarmActions = args.HasAlarms ? CreateAlarms(name, args) : Output.Create(ImmutableArray<string>.Empty);
        DashboardName = args.HasDashboard ? CreateDashboard(name, args) : null;
        RegisterOutputs();
    }

    /// <summary>The ARNs of what alarms set off; empty when there are none.</summary>
    [Output("alarmActions")]
    public Output<ImmutableArray<string>> AlarmActions { get; private set; }

    /// <summary>The dashboard's name; null when there is none.</summary>
    [Output("dashboardName")]
    public Output<string>? DashboardName { get; private set; }

    private Output<ImmutableArray<string>> CreateAlarms(string name, FlowBuilderMonitoringArgs args)
    {
        var topic = new AlarmTopic($"{name}-topic", new AlarmTopicArgs
        {
            PhysicalName = args.Names.AlarmTopic,
            EmailAddresses = args.AlarmEmail is { } address ? [address] : [],
        }, new ComponentResourceOptions { Parent = this });
        var actions = topic.Arn.Apply(arn => ImmutableArray.Create([arn, .. args.AlarmActions]));
        foreach (var rule in FlowBuilderAlarms.Of(args))
        {
            MetricAlarms.Create($"{name}-{rule.PhysicalName[(args.Names.Prefix.Length + 1)..]}", rule, actions, this);
        }

        return actions;
    }

    private Output<string> CreateDashboard(string name, FlowBuilderMonitoringArgs args) =>
        Dashboards.Create($"{name}-dashboard", args.Names.Dashboard, [.. Widgets(args)], this).DashboardName;

    private static IEnumerable<DashboardWidget> Widgets(FlowBuilderMonitoringArgs args)
    {
        yield return Graph(args, "System Overview", Overview(args));
        yield return Graph(
            args,
            "Queue",
            [
                Metrics.QueueDepth(args.Queue.QueueName) with { Label = "waiting workflows" },
                Metrics.QueueDepth(args.Queue.DeadLetterName) with { Label = "dead letters", Statistic = MetricStatistic.Maximum },
                Metrics.QueueAge(args.Queue.QueueName) with { Label = "oldest, seconds" },
            ]);
        if (args.Services is { } services)
        {
            yield return Graph(
                args,
                "Workers",
                [
                    Metrics.ServiceCpu(services.ClusterName, services.WorkerName),
                    Metrics.ServiceMemory(services.ClusterName, services.WorkerName),
                ]);
        }

        if (args.Database is { } database)
        {
            yield return Graph(args, "Database: free storage", [Metrics.DatabaseFreeStorage(database.InstanceId)]);
        }

        yield return Graph(args, "Scheduler", [Metrics.FunctionErrors(args.SchedulerName), Metrics.FunctionThrottles(args.SchedulerName)]);
    }

    // The documented widget.
    private static IReadOnlyList<Metric> Overview(FlowBuilderMonitoringArgs args) =>
    [
        .. args.Services is { } services
            ? [Metrics.ServiceCpu(services.ClusterName, services.ApiName), Metrics.ServiceMemory(services.ClusterName, services.ApiName)]
            : Array.Empty<Metric>(),
        Metrics.QueueDepth(args.Queue.QueueName),
        .. args.Database is { } database ? [Metrics.DatabaseCpu(database.InstanceId)] : Array.Empty<Metric>(),
    ];

    private static MetricWidget Graph(FlowBuilderMonitoringArgs args, string title, IReadOnlyList<Metric> metrics) => new()
    {
        Title = title,
        Region = args.Region,
        Metrics = metrics,
    };
}
