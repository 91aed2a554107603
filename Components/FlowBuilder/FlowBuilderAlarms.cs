using Infra.Components.Observability;
using Pulumi;

namespace Infra.Components.FlowBuilder;

/// <summary>What alarms watch for: the two documented ones, and those without which failures stay silent.</summary>
internal static class FlowBuilderAlarms
{
    private const double BytesOfGiB = 1024 * 1024 * 1024;

    /// <summary>The alarms by the last part of their names.</summary>
    public static IEnumerable<AlarmRule> Of(FlowBuilderMonitoringArgs args) =>
    [
        .. OfQueue(args),
        .. args.Services is { } services ? OfServices(args.Names, services) : [],
        .. args.Database is { } database ? OfDatabase(args.Names, database) : [],
        .. args.LoadBalancer is { } loadBalancer ? OfLoadBalancer(args.Names, loadBalancer) : [],
        .. args.FailedTasksQueue is { } failedTasks ? [FailedTasks(args.Names, failedTasks)] : Array.Empty<AlarmRule>(),
        .. OfScheduler(args.Names, args.SchedulerName),
    ];

    private static IEnumerable<AlarmRule> OfQueue(FlowBuilderMonitoringArgs args) =>
    [
        new()
        {
            PhysicalName = args.Names.Alarm("queue-backlog"),
            Description = "This metric monitors SQS queue depth",
            Metric = Metrics.QueueDepth(args.Queue.QueueName),
            Threshold = 100,
        },
        // A backlog of one that nobody takes is as bad as one of hundred that are being worked on is harmless.
        new()
        {
            PhysicalName = args.Names.Alarm("queue-age"),
            Description = "A workflow has been waiting for half an hour",
            Metric = Metrics.QueueAge(args.Queue.QueueName),
            Threshold = 1800,
            MissingData = MissingData.NotBreaching,
        },
        Filled(args.Names.Alarm("dead-letters"), "Workflows could not be run and lie in the dead-letter queue", args.Queue.DeadLetterName),
    ];

    private static AlarmRule FailedTasks(FlowBuilderNames names, Input<string> queueName) =>
        Filled(names.Alarm("failed-tasks"), "Workers stopped before their workflow was done", queueName);

    private static AlarmRule Filled(string name, string description, Input<string> queueName) => new()
    {
        PhysicalName = name,
        Description = description,
        Metric = Metrics.QueueDepth(queueName) with { Statistic = MetricStatistic.Maximum },
        Threshold = 0,
        Periods = 1,
        // SQS stops measuring a queue that nobody uses.
        MissingData = MissingData.NotBreaching,
    };

    private static IEnumerable<AlarmRule> OfServices(FlowBuilderNames names, WatchedServices services) =>
    [
        new()
        {
            PhysicalName = names.Alarm("high-cpu"),
            Description = "This metric monitors ECS CPU utilization",
            Metric = Metrics.ServiceCpu(services.ClusterName, services.ApiName),
            Threshold = 80,
        },
    ];

    private static IEnumerable<AlarmRule> OfDatabase(FlowBuilderNames names, WatchedDatabase database) =>
    [
        new()
        {
            PhysicalName = names.Alarm("database-cpu"),
            Description = "The database is busy",
            Metric = Metrics.DatabaseCpu(database.InstanceId),
            Threshold = 80,
        },
        // RDS adds storage below a tenth; where it stays there, the limit is reached.
        new()
        {
            PhysicalName = names.Alarm("database-storage"),
            Description = "Less than a tenth of the database's first storage is free",
            Metric = Metrics.DatabaseFreeStorage(database.InstanceId),
            Threshold = database.StorageGiB * BytesOfGiB / 10,
            Comparison = AlarmComparison.LessThanThreshold,
        },
    ];

    private static IEnumerable<AlarmRule> OfLoadBalancer(FlowBuilderNames names, WatchedLoadBalancer loadBalancer) =>
    [
        new()
        {
            PhysicalName = names.Alarm("api-errors"),
            Description = "The API answers with server errors",
            Metric = Metrics.Target5xx(loadBalancer.Suffix),
            Threshold = 10,
            MissingData = MissingData.NotBreaching,
        },
        new()
        {
            PhysicalName = names.Alarm("api-unhealthy"),
            Description = "Tasks of the API fail their health checks",
            Metric = Metrics.UnhealthyTargets(loadBalancer.Suffix, loadBalancer.TargetGroupSuffix),
            Threshold = 0,
            PeriodSeconds = 60,
            Periods = 5,
        },
    ];

    private static IEnumerable<AlarmRule> OfScheduler(FlowBuilderNames names, Input<string> functionName) =>
    [
        new()
        {
            PhysicalName = names.Alarm("scheduler-errors"),
            Description = "The scheduler fails: no scheduled workflow starts",
            Metric = Metrics.FunctionErrors(functionName),
            Threshold = 0,
            MissingData = MissingData.NotBreaching,
        },
        new()
        {
            PhysicalName = names.Alarm("scheduler-throttles"),
            Description = "The scheduler is not let run: the account's concurrency is used up",
            Metric = Metrics.FunctionThrottles(functionName),
            Threshold = 0,
            MissingData = MissingData.NotBreaching,
        },
    ];
}
