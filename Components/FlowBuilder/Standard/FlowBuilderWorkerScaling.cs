using Pulumi;
using Aws = Pulumi.Aws;

namespace Infra.Components.FlowBuilder.Standard;

/// <summary>
/// Makes the workers follow the queue: a target for how many messages wait, and a step that starts the first worker, which the target alone
/// never would for a few messages.
/// </summary>
internal sealed class FlowBuilderWorkerScaling : ComponentResource
{
    /// <summary>The component's type token.</summary>
    public const string Token = "infra:flowBuilder:WorkerScaling";

    private const string QueueNamespace = "AWS/SQS";
    private const string VisibleMessages = "ApproximateNumberOfMessagesVisible";
    private const int TargetMessages = 5;
    private const int ScaleOutSeconds = 60;
    private const int ScaleInSeconds = 300;
    private const int Minute = 60;

    /// <summary>Makes both policies and the alarm that sets the second off.</summary>
    public FlowBuilderWorkerScaling(string name, FlowBuilderWorkerScalingArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        FollowQueue(name, args);
        var wake = CreateWakePolicy(name, args);
        WakeAlarmArn = CreateWakeAlarm(name, args, wake).Arn;
        RegisterOutputs();
    }

    /// <summary>The ARN of the alarm that starts the first worker.</summary>
    [Output("wakeAlarmArn")]
    public Output<string> WakeAlarmArn { get; private set; }

    private void FollowQueue(string name, FlowBuilderWorkerScalingArgs args) => _ = new Aws.AppAutoScaling.Policy($"{name}-up", new Aws.AppAutoScaling.PolicyArgs
    {
        Name = args.Names.WorkerScaleUp,
        PolicyType = "TargetTrackingScaling",
        ServiceNamespace = args.Target.ServiceNamespace,
        ScalableDimension = args.Target.ScalableDimension,
        ResourceId = args.Target.ResourceId,
        TargetTrackingScalingPolicyConfiguration = new Aws.AppAutoScaling.Inputs.PolicyTargetTrackingScalingPolicyConfigurationArgs
        {
            TargetValue = TargetMessages,
            ScaleOutCooldown = ScaleOutSeconds,
            ScaleInCooldown = ScaleInSeconds,
            CustomizedMetricSpecification = new Aws.AppAutoScaling.Inputs.PolicyTargetTrackingScalingPolicyConfigurationCustomizedMetricSpecificationArgs
            {
                Namespace = QueueNamespace,
                MetricName = VisibleMessages,
                Statistic = "Average",
                Dimensions = new Aws.AppAutoScaling.Inputs.PolicyTargetTrackingScalingPolicyConfigurationCustomizedMetricSpecificationDimensionArgs
                {
                    Name = "QueueName",
                    Value = args.QueueName,
                },
            },
        },
    }, new CustomResourceOptions { Parent = this });

    // One more, not "one": an alarm repeats its action every minute while it lasts, and a fixed number would take others away again.
    private Aws.AppAutoScaling.Policy CreateWakePolicy(string name, FlowBuilderWorkerScalingArgs args) => new($"{name}-wake", new Aws.AppAutoScaling.PolicyArgs
    {
        Name = args.Names.WorkerWake,
        PolicyType = "StepScaling",
        ServiceNamespace = args.Target.ServiceNamespace,
        ScalableDimension = args.Target.ScalableDimension,
        ResourceId = args.Target.ResourceId,
        StepScalingPolicyConfiguration = new Aws.AppAutoScaling.Inputs.PolicyStepScalingPolicyConfigurationArgs
        {
            AdjustmentType = "ChangeInCapacity",
            Cooldown = ScaleOutSeconds,
            MetricAggregationType = "Maximum",
            StepAdjustments = new Aws.AppAutoScaling.Inputs.PolicyStepScalingPolicyConfigurationStepAdjustmentArgs
            {
                MetricIntervalLowerBound = "0",
                ScalingAdjustment = 1,
            },
        },
    }, new CustomResourceOptions { Parent = this });

    private Aws.CloudWatch.MetricAlarm CreateWakeAlarm(string name, FlowBuilderWorkerScalingArgs args, Aws.AppAutoScaling.Policy wake) =>
        new($"{name}-wake", new Aws.CloudWatch.MetricAlarmArgs
        {
            Name = args.Names.WorkerWake,
            AlarmDescription = "Messages wait and no worker runs; one is started",
            ComparisonOperator = "GreaterThanOrEqualToThreshold",
            Threshold = 1,
            EvaluationPeriods = 1,
            DatapointsToAlarm = 1,
            TreatMissingData = "notBreaching",
            AlarmActions = wake.Arn,
            MetricQueries = new[]
            {
                new Aws.CloudWatch.Inputs.MetricAlarmMetricQueryArgs
                {
                    Id = "asleep",
                    Label = "Messages without a worker",
                    // Without tasks, Container Insights says nothing about them.
                    Expression = "IF(visible > 0 AND FILL(running, 0) < 1, 1, 0)",
                    ReturnData = true,
                },
                Query("visible", QueueNamespace, VisibleMessages, "Maximum", new() { { "QueueName", args.QueueName } }),
                Query("running", "ECS/ContainerInsights", "RunningTaskCount", "Maximum", new()
                {
                    { "ClusterName", args.ClusterName },
                    { "ServiceName", args.ServiceName },
                }),
            },
        }, new CustomResourceOptions { Parent = this });

    private static Aws.CloudWatch.Inputs.MetricAlarmMetricQueryArgs Query(
        string id, string metricNamespace, string metric, string statistic, InputMap<string> dimensions) => new()
        {
            Id = id,
            ReturnData = false,
            Metric = new Aws.CloudWatch.Inputs.MetricAlarmMetricQueryMetricArgs
            {
                Namespace = metricNamespace,
                MetricName = metric,
                Stat = statistic,
                Period = Minute,
                Dimensions = dimensions,
            },
        };
}

/// <summary>What a <see cref="FlowBuilderWorkerScaling"/> is made of.</summary>
internal sealed class FlowBuilderWorkerScalingArgs : ResourceArgs
{
    /// <summary>The system's names.</summary>
    public required FlowBuilderNames Names { get; init; }

    /// <summary>The cluster's name.</summary>
    public required Input<string> ClusterName { get; init; }

    /// <summary>The service's name.</summary>
    public required Input<string> ServiceName { get; init; }

    /// <summary>The queue's name.</summary>
    public required Input<string> QueueName { get; init; }

    /// <summary>What the policies hang on.</summary>
    public required Aws.AppAutoScaling.Target Target { get; init; }
}
