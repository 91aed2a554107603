using Pulumi;

namespace Infra.Components.Observability;

/// <summary>A part of a dashboard. A row is 24 columns wide; CloudWatch puts widgets side by side in their order.</summary>
public abstract record DashboardWidget
{
    private protected DashboardWidget()
    {
    }

    /// <summary>Its width in columns, 1 to 24. Default: 12, half a row.</summary>
    public int Width { get; init; } = 12;

    /// <summary>Its height in units, 1 to 1000. Default: 6.</summary>
    public int Height { get; init; } = 6;
}

/// <summary>A graph of metrics over time.</summary>
public sealed record MetricWidget : DashboardWidget
{
    /// <summary>What stands above the graph.</summary>
    public required string Title { get; init; }

    /// <summary>The region that the metrics are in.</summary>
    public required Input<string> Region { get; init; }

    /// <summary>The metrics.</summary>
    public required IReadOnlyList<Metric> Metrics { get; init; }

    /// <summary>Seconds that a point stands for. Default: 300.</summary>
    public int PeriodSeconds { get; init; } = 300;

    /// <summary>How the values of a period become one, unless a metric says otherwise. Default: their mean.</summary>
    public MetricStatistic Statistic { get; init; } = MetricStatistic.Average;
}

/// <summary>A text.</summary>
/// <param name="Markdown">The text, with Markdown's marks.</param>
public sealed record TextWidget(string Markdown) : DashboardWidget;
