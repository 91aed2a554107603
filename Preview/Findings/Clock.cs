using System.Globalization;

namespace Infra.Preview.Findings;

/// <summary>The day of a check. SOURCE_DATE_EPOCH, seconds since 1970 in UTC, sets it where a report must not change with the calendar.</summary>
internal static class Clock
{
    public static DateOnly Today => DateOnly.FromDateTime(Now.UtcDateTime);

    private static DateTimeOffset Now =>
        Environment.GetEnvironmentVariable("SOURCE_DATE_EPOCH") is { Length: > 0 } text
            ? long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds <= 253402300799
                ? DateTimeOffset.FromUnixTimeSeconds(seconds)
                : throw new PreviewException($"SOURCE_DATE_EPOCH is '{text}'; it must be whole seconds since 1970-01-01, or not be set.")
            : DateTimeOffset.UtcNow;
}
