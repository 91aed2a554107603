using Infra.Components.Observability;
using Pulumi;

namespace Infra.Components.SeePlusPlus;

/// <summary>The alarms of See++ in production and the topic that they go to.</summary>
public sealed class SeePlusPlusMonitoring : ComponentResource
{
    /// <summary>The component's type token.</summary>
    public const string Token = "infra:seePlusPlus:Monitoring";

    private const double BusyPercent = 85;
    private const double SlowRunMilliseconds = 100_000;
    private const double FewErrors = 5;

    private readonly SeePlusPlusMonitoringArgs _args;

    /// <summary>Makes the topic and the alarms.</summary>
    public SeePlusPlusMonitoring(string name, SeePlusPlusMonitoringArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        _args = args;
        var topic = CreateTopic(name);
        TopicArn = topic.Arn;
        foreach (var alarm in BalancerAlarms().Concat(args.Site.Services.SelectMany(ServiceAlarms)).Concat(RunnerAlarms()))
        {
            Create(name, alarm);
        }

        RegisterOutputs();
    }

    /// <summary>The ARN of the topic.</summary>
    [Output("topicArn")]
    public Output<string> TopicArn { get; private set; }

    private AlarmTopic CreateTopic(string name) => new($"{name}-topic", new AlarmTopicArgs
    {
        PhysicalName = _args.Names.AlarmTopic,
        EmailAddresses = _args.Email is { } address ? [address] : [],
    }, new ComponentResourceOptions { Parent = this });

    private IEnumerable<(string Name, string Description, Metric Metric, double Threshold)> BalancerAlarms() =>
    [
        ("balancer-5xx", "The load balancer itself answers with 5xx: it reaches no healthy task", Metrics.LoadBalancer5xx(_args.FrontDoor.ArnSuffix), FewErrors),
        ("target-5xx", "The services answer with 5xx", Metrics.Target5xx(_args.FrontDoor.ArnSuffix), FewErrors),
    ];

    private IEnumerable<(string Name, string Description, Metric Metric, double Threshold)> ServiceAlarms(WebService service)
    {
        var runs = _args.Services.Services[service.Name];
        return
        [
            (
                $"{service.Name}-unhealthy",
                $"Tasks of {service.Name} fail their health checks",
                Metrics.UnhealthyTargets(_args.FrontDoor.ArnSuffix, _args.FrontDoor.TargetGroups[service.Name].ArnSuffix),
                0),
            ($"{service.Name}-cpu", $"{service.Name} uses most of its processor", Metrics.ServiceCpu(_args.Services.ClusterName, runs.ServiceName), BusyPercent),
            ($"{service.Name}-memory", $"{service.Name} uses most of its memory", Metrics.ServiceMemory(_args.Services.ClusterName, runs.ServiceName), BusyPercent),
        ];
    }

    private IEnumerable<(string Name, string Description, Metric Metric, double Threshold)> RunnerAlarms() =>
    [
        ("runner-errors", "Runs of code fail or take too long", Metrics.FunctionErrors(_args.CodeRunner.FunctionName), FewErrors),
        ("runner-throttles", "Runs of code are refused: the account's concurrency is used up", Metrics.FunctionThrottles(_args.CodeRunner.FunctionName), 0),
        ("runner-duration", "One run of code in twenty comes close to the limit", Metrics.FunctionDuration(_args.CodeRunner.FunctionName), SlowRunMilliseconds),
    ];

    private void Create(string name, (string Name, string Description, Metric Metric, double Threshold) alarm) => MetricAlarms.Create(
        $"{name}-{alarm.Name}",
        new AlarmRule
        {
            PhysicalName = $"{_args.Names.Prefix}-{alarm.Name}",
            Description = $"See++: {alarm.Description}",
            Metric = alarm.Metric,
            Threshold = alarm.Threshold,
            // Where nobody asks, nothing is wrong.
            MissingData = MissingData.NotBreaching,
        },
        TopicArn,
        this,
        TopicArn);
}

/// <summary>What <see cref="SeePlusPlusMonitoring"/> is made of.</summary>
public sealed class SeePlusPlusMonitoringArgs : ResourceArgs
{
    /// <summary>The stage, part of the names.</summary>
    public required SeePlusPlusStage Stage { get; init; }

    /// <summary>The load balancer that is watched.</summary>
    public required SeePlusPlusFrontDoor FrontDoor { get; init; }

    /// <summary>The services that are watched.</summary>
    public required SeePlusPlusServices Services { get; init; }

    /// <summary>The function that is watched.</summary>
    public required SeePlusPlusCodeRunner CodeRunner { get; init; }

    /// <summary>Whether the user interface to come is deployed.</summary>
    public required bool DeploysBeta { get; init; }

    /// <summary>The address that alarms are mailed to. Default: null, none.</summary>
    public string? Email { get; init; }

    internal SeePlusPlusNames Names => new(Stage);

    internal SeePlusPlusSite Site => new(Stage, null, DeploysBeta);
}
