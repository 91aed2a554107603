using Infra.Preview.Cost.Reports;

namespace Infra.Preview.Cost.Rules;

/// <summary>A factor of a quantity.</summary>
/// <param name="Value">Its value.</param>
/// <param name="Label">What it counts, for the formula.</param>
/// <param name="UsageKey">The usage assumption it comes from; null when it is known.</param>
internal sealed record Factor(decimal Value, string Label, string? UsageKey = null)
{
    /// <summary>The hours of a month.</summary>
    public static readonly Factor Hours = new(CostEstimate.HoursPerMonth, "h");

    private static readonly string[] Plurals = ["tasks", "instances", "nodes", "zones", "metrics"];

    /// <summary>The factor in a formula; one of a kind is named in the singular.</summary>
    public string Text => $"{Money.Number(Value)} {(Value == 1 && Plurals.FirstOrDefault(plural => Label.StartsWith(plural, StringComparison.Ordinal)) is { } word ? Label.Remove(word.Length - 1, 1) : Label)}";

    /// <summary>This many times larger or smaller, counted otherwise.</summary>
    public Factor Times(decimal factor, string label) => this with { Value = Value * factor, Label = label };
}
