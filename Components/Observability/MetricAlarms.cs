using Infra.Components.Naming;
using Pulumi;
using Aws = Pulumi.Aws;

namespace Infra.Components.Observability;

/// <summary>Makes alarms on metrics.</summary>
public static class MetricAlarms
{
    private const int LongestName = 255;

    /// <summary>Creates an alarm as a child of <paramref name="parent"/>.</summary>
    /// <param name="name">The resource's name.</param>
    /// <param name="rule">What it watches for.</param>
    /// <param name="actions">The ARNs of what is told when it sounds, topics for example.</param>
    /// <param name="parent">The component it belongs to.</param>
    /// <param name="endActions">The ARNs of what is told when it ends. Default: null, nobody is.</param>
    public static Aws.CloudWatch.MetricAlarm Create(
        string name, AlarmRule rule, InputList<string> actions, Resource parent, InputList<string>? endActions = null)
    {
        ArgumentNullException.ThrowIfNull(rule);
        var alarm = new Aws.CloudWatch.MetricAlarmArgs
        {
            Name = PhysicalName.Fit(rule.PhysicalName, LongestName),
            AlarmDescription = rule.Description,
            Namespace = rule.Metric.Namespace,
            MetricName = rule.Metric.Name,
            Dimensions = rule.Metric.Dimensions,
            Period = rule.PeriodSeconds,
            EvaluationPeriods = rule.Periods,
            ComparisonOperator = rule.Comparison.ToString(),
            Threshold = rule.Threshold,
            TreatMissingData = Value(rule.MissingData),
            AlarmActions = actions,
        };
        // CloudWatch takes the two in different places.
        if (rule.Metric.Statistic == MetricStatistic.Percentile95)
        {
            alarm.ExtendedStatistic = rule.Metric.Statistic.Word();
        }
        else
        {
            alarm.Statistic = rule.Metric.Statistic.Word();
        }

        if (endActions is not null)
        {
            alarm.OkActions = endActions;
        }

        return new Aws.CloudWatch.MetricAlarm(name, alarm, new CustomResourceOptions { Parent = parent });
    }

    private static string Value(MissingData missing) => missing switch
    {
        MissingData.NotBreaching => "notBreaching",
        MissingData.Breaching => "breaching",
        MissingData.Ignore => "ignore",
        _ => "missing",
    };
}
