using Pulumi;

namespace Infra.Components.Observability;

/// <summary>How the values of a period become one.</summary>
public enum MetricStatistic
{
    /// <summary>Their mean.</summary>
    Average,

    /// <summary>Their total.</summary>
    Sum,

    /// <summary>The least of them.</summary>
    Minimum,

    /// <summary>The greatest of them.</summary>
    Maximum,

    /// <summary>The one that 95 of a hundred do not exceed.</summary>
    Percentile95,
}

/// <summary>A metric of CloudWatch. <see cref="Metrics"/> makes those of the services that systems use.</summary>
public sealed record Metric
{
    /// <summary>The service's namespace, e.g. `AWS/SQS`.</summary>
    public required string Namespace { get; init; }

    /// <summary>The metric's name.</summary>
    public required string Name { get; init; }

    /// <summary>
    /// What is measured: all dimensions that the service publishes the metric with. One too few is another metric, which never has data.
    /// </summary>
    public InputMap<string> Dimensions { get; init; } = new();

    /// <summary>How the values of a period become one. Default: their mean.</summary>
    public MetricStatistic Statistic { get; init; } = MetricStatistic.Average;

    /// <summary>What a dashboard calls it. Default: null, CloudWatch finds a text.</summary>
    public string? Label { get; init; }
}

/// <summary>Statistics in CloudWatch's words.</summary>
internal static class MetricStatisticWords
{
    public static string Word(this MetricStatistic statistic) => statistic == MetricStatistic.Percentile95 ? "p95" : statistic.ToString();
}
