using Infra.Preview.Findings;
using Infra.Preview.Model;

namespace Infra.Preview.Cost;

/// <summary>What a resource costs in a month.</summary>
/// <param name="Resource">The resource.</param>
/// <param name="Status">What is known about its cost.</param>
/// <param name="Lines">The items of its bill; an unpriced resource may have some.</param>
/// <param name="Reason">Why it is free or unpriced; empty otherwise.</param>
public sealed record ResourceCost(ResourceNode Resource, CostStatus Status, IReadOnlyList<CostLine> Lines, string Reason)
{
    /// <summary>The resource's place in the tree, the same in every stack.</summary>
    public string Path => ResourcePath.Of(Resource);

    /// <summary>The path of the component that it belongs to; empty for none.</summary>
    public string Component
    {
        get
        {
            var parent = Resource.Parent;
            while (parent is { Custom: true })
            {
                parent = parent.Parent;
            }

            return parent is null ? "" : ResourcePath.Of(parent);
        }
    }

    /// <summary>The system that it belongs to; empty for none.</summary>
    public string System => Resource.System ?? "";

    /// <summary>The amount at the least.</summary>
    public decimal Low => Lines.Sum(line => line.Low);

    /// <summary>The amount at the most.</summary>
    public decimal High => Lines.Sum(line => line.High);

    /// <summary>The usage assumptions that the amount follows from, ordinal order.</summary>
    public IReadOnlyList<string> UsageKeys => [.. Lines.SelectMany(line => line.UsageKeys).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}
