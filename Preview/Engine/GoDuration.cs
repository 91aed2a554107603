using System.Buffers;
using System.Globalization;

namespace Infra.Preview.Engine;

/// <summary>Durations in the text form of the protocol: numbers with units, e.g. `1h30m` or `300000000000ns`.</summary>
internal static class GoDuration
{
    private static readonly SearchValues<char> Number = SearchValues.Create("0123456789.");

    /// <summary>The duration in seconds; null when the text is none.</summary>
    public static double? Seconds(string text)
    {
        double total = 0;
        var rest = text.AsSpan();
        while (rest.Length > 0)
        {
            var digits = rest.IndexOfAnyExcept(Number);
            if (digits <= 0 || !double.TryParse(rest[..digits], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            {
                return null;
            }

            rest = rest[digits..];
            var unitLength = rest.IndexOfAny(Number) is var next && next < 0 ? rest.Length : next;
            if (SecondsPer(rest[..unitLength]) is not { } seconds)
            {
                return null;
            }

            total += number * seconds;
            rest = rest[unitLength..];
        }

        return text.Length == 0 ? null : total;
    }

    private static double? SecondsPer(ReadOnlySpan<char> unit) => unit switch
    {
        "h" => 3600,
        "m" => 60,
        "s" => 1,
        "ms" => 1e-3,
        "us" or "µs" => 1e-6,
        "ns" => 1e-9,
        _ => null,
    };
}
