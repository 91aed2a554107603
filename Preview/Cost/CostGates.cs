using Infra.Preview.Cost.Reports;

namespace Infra.Preview.Cost;

/// <summary>Limits that an estimate must keep to, in US dollars a month. Ranges count at their upper end.</summary>
/// <param name="MaxMonthly">The most that the stack may cost; null for no limit.</param>
/// <param name="MaxIncrease">The most that it may cost more than the earlier version; null for no limit.</param>
public sealed record CostGates(decimal? MaxMonthly, decimal? MaxIncrease)
{
    /// <summary>Why the estimate is refused, in one line; null when it keeps to the limits. Amounts are compared in whole cents.</summary>
    public string? Refusal(CostEstimate estimate, CostEstimate? before)
    {
        var now = Cents(estimate.High);
        if (MaxMonthly is { } most && now > most)
        {
            return $"The stack costs up to {Money.Amount(now)} USD a month; --max-monthly allows {Money.Amount(most)}.";
        }

        if (MaxIncrease is { } increase && before is not null && now - Cents(before.High) is var more && more > increase)
        {
            return $"The stack costs up to {Money.Amount(more)} USD a month more than before; --max-increase allows {Money.Amount(increase)}.";
        }

        return null;
    }

    private static decimal Cents(decimal amount) => decimal.Round(amount, 2, MidpointRounding.AwayFromZero);
}
