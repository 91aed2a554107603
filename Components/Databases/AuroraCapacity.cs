using System.Globalization;

namespace Infra.Components.Databases;

/// <summary>Between how many capacity units (2 GiB of memory each) an instance of Aurora Serverless v2 scales, and whether it pauses.</summary>
public sealed record AuroraCapacity
{
    private const double Step = 0.5;
    private const double Most = 256;
    private const int ShortestPause = 300;
    private const int LongestPause = 86_400;

    /// <summary>Takes a range. One that Aurora does not offer throws <see cref="ArgumentException"/>.</summary>
    /// <param name="minimum">The least, 0 to 256 in steps of 0.5; at 0 the instance can pause.</param>
    /// <param name="maximum">The most, 1 to 256 in steps of 0.5.</param>
    /// <param name="pauseAfterSeconds">Seconds without a connection after which it pauses, 300 to 86400. Default: null, it does not; not with another least than 0.</param>
    public AuroraCapacity(double minimum, double maximum, int? pauseAfterSeconds = null)
    {
        if (minimum < 0 || minimum % Step != 0 || maximum is < 1 or > Most || maximum % Step != 0 || minimum > maximum)
        {
            throw new ArgumentException(string.Create(
                CultureInfo.InvariantCulture,
                $"The capacity is from {minimum} to {maximum} units. Aurora takes steps of 0.5, at least 0, at most 256 and a most of at least 1. Choose such a range."));
        }

        if (pauseAfterSeconds is { } seconds && (minimum > 0 || seconds is < ShortestPause or > LongestPause))
        {
            throw new ArgumentException(string.Create(
                CultureInfo.InvariantCulture,
                $"The pause is after {seconds} seconds at a least capacity of {minimum}. Only instances with a least capacity of 0 pause, after "
                + $"{ShortestPause} to {LongestPause} seconds. Leave the pause out, or choose such values."));
        }

        Minimum = minimum;
        Maximum = maximum;
        PauseAfterSeconds = pauseAfterSeconds;
    }

    /// <summary>The least.</summary>
    public double Minimum { get; }

    /// <summary>The most.</summary>
    public double Maximum { get; }

    /// <summary>Seconds without a connection after which it pauses; null for never.</summary>
    public int? PauseAfterSeconds { get; }
}
