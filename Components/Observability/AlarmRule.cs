namespace Infra.Components.Observability;

/// <summary>When a value is bad, beside the threshold.</summary>
public enum AlarmComparison
{
    /// <summary>Above it.</summary>
    GreaterThanThreshold,

    /// <summary>At it or above.</summary>
    GreaterThanOrEqualToThreshold,

    /// <summary>Below it.</summary>
    LessThanThreshold,

    /// <summary>At it or below.</summary>
    LessThanOrEqualToThreshold,
}

/// <summary>What an alarm makes of a period without data.</summary>
public enum MissingData
{
    /// <summary>Nothing: the alarm stays as it is, and says `INSUFFICIENT_DATA` while there is none at all.</summary>
    Missing,

    /// <summary>A good value.</summary>
    NotBreaching,

    /// <summary>A bad value.</summary>
    Breaching,

    /// <summary>It passes the period over.</summary>
    Ignore,
}

/// <summary>An alarm on one metric.</summary>
public sealed record AlarmRule
{
    /// <summary>The alarm's name in AWS, unique in its region, at most 255 characters.</summary>
    public required string PhysicalName { get; init; }

    /// <summary>What is wrong when it sounds.</summary>
    public required string Description { get; init; }

    /// <summary>What it watches.</summary>
    public required Metric Metric { get; init; }

    /// <summary>The threshold, in the metric's unit.</summary>
    public required double Threshold { get; init; }

    /// <summary>When a value is bad. Default: above the threshold.</summary>
    public AlarmComparison Comparison { get; init; } = AlarmComparison.GreaterThanThreshold;

    /// <summary>Seconds of a period: 10, 20, 30 or a multiple of 60. Default: 300.</summary>
    public int PeriodSeconds { get; init; } = 300;

    /// <summary>How many periods in a row must be bad. Default: 2.</summary>
    public int Periods { get; init; } = 2;

    /// <summary>What a period without data counts as. Default: nothing.</summary>
    public MissingData MissingData { get; init; } = MissingData.Missing;
}
