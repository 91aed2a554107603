namespace Infra.Preview.Cost.Prices;

/// <summary>What AWS charges for a unit, on demand, in US dollars.</summary>
/// <param name="Key">What is charged for: service and item, e.g. `Fargate/vcpu-x86`.</param>
/// <param name="Region">The region; `global` where AWS has one price.</param>
/// <param name="Unit">What the price is for, e.g. `vCPU-hour`.</param>
/// <param name="Usd">The price.</param>
/// <param name="Date">The day it was seen; null when the source is not dated.</param>
/// <param name="Source">Where it was seen.</param>
/// <param name="IsEstimate">Whether the price itself was not confirmed, for example because it is another region's.</param>
public sealed record Price(string Key, string Region, string Unit, decimal Usd, DateOnly? Date, string Source, bool IsEstimate);
