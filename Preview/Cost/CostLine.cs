namespace Infra.Preview.Cost;

/// <summary>One item of a resource's monthly bill, in US dollars. Amounts are exact; reports round them.</summary>
/// <param name="Item">What is billed, e.g. `Fargate vCPU`.</param>
/// <param name="Quantity">How much of it in a month.</param>
/// <param name="Unit">What the quantity counts, e.g. `vCPU-hour`.</param>
/// <param name="PriceLow">The price of a unit at the least; differs from <paramref name="PriceHigh"/> for Spot capacity.</param>
/// <param name="PriceHigh">The price of a unit at the most.</param>
/// <param name="Formula">How the amount comes about, e.g. `2 tasks × 0.5 vCPU × 730 h × 0.04048`.</param>
/// <param name="Confidence">How sure the amount is.</param>
/// <param name="UsageKeys">The usage assumptions that the quantity follows from; empty for what is billed whatever the use.</param>
/// <param name="PriceKey">The row of the price list, e.g. `Fargate/vcpu-x86`.</param>
/// <param name="Note">What else to know; null for nothing.</param>
public sealed record CostLine(
    string Item,
    decimal Quantity,
    string Unit,
    decimal PriceLow,
    decimal PriceHigh,
    string Formula,
    CostConfidence Confidence,
    IReadOnlyList<string> UsageKeys,
    string PriceKey,
    string? Note = null)
{
    /// <summary>The amount at the least.</summary>
    public decimal Low => Quantity * PriceLow;

    /// <summary>The amount at the most.</summary>
    public decimal High => Quantity * PriceHigh;
}
