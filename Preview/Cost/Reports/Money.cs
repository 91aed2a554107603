using System.Globalization;

namespace Infra.Preview.Cost.Reports;

/// <summary>Amounts and quantities as text.</summary>
internal static class Money
{
    /// <summary>An amount in dollars and cents; what is less than half a cent, but not nothing, is `&lt;0.01`.</summary>
    public static string Amount(decimal amount) => amount is > 0 and < 0.005m ? "<0.01" : amount.ToString("N2", CultureInfo.InvariantCulture);

    /// <summary>An amount, or a range of amounts, in dollars and cents.</summary>
    public static string Range(decimal low, decimal high) => Amount(low) == Amount(high) ? Amount(high) : $"{Amount(low)}–{Amount(high)}";

    /// <summary>A difference with its sign; one that rounds to nothing is `±0.00`.</summary>
    public static string Difference(decimal amount)
    {
        var rounded = decimal.Round(amount, 2, MidpointRounding.AwayFromZero);
        return rounded == 0 ? "±0.00" : (rounded > 0 ? "+" : "-") + Math.Abs(rounded).ToString("N2", CultureInfo.InvariantCulture);
    }

    /// <summary>A quantity or price with the digits it needs, at most ten.</summary>
    public static string Number(decimal number) => number.ToString("#,0.##########", CultureInfo.InvariantCulture);
}
