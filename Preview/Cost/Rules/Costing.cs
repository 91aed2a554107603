using Infra.Preview.Cost.Prices;
using Infra.Preview.Cost.Reports;
using Infra.Preview.Findings.Judging;
using Infra.Preview.Model;

namespace Infra.Preview.Cost.Rules;

/// <summary>Collects the bill of one resource while a rule is at work on it.</summary>
internal sealed class Costing(ResourceNode node, CostScope scope)
{
    private readonly List<CostLine> _lines = [];
    private readonly List<string> _missing = [];
    private string? _free;
    private string? _region;

    public ResourceNode Node => node;

    public CostScope Scope => scope;

    public string Region => _region ??= scope.Region(node);

    /// <summary>The input at a dotted path.</summary>
    public PropertyValue At(string path) => node.At(path);

    /// <summary>The number at a dotted path, also one given as text; null when there is none.</summary>
    public decimal? Number(string path) => At(path).Decimal();

    /// <summary>A usage assumption as a factor.</summary>
    public Factor Use(string key, string label) => new(scope.Usage.Get(node, key), label, key);

    /// <summary>Adds an item: the product of the factors at the price of that key. A key without a price makes the resource unpriced.</summary>
    public void Line(string item, string price, IReadOnlyList<Factor> factors, string? note = null) => Add(item, price, price, factors, note);

    /// <summary>Adds an item of Spot capacity: from the Spot price known, which is about the lowest, to the on-demand price, which is the limit.</summary>
    public void SpotLine(string item, string spot, string onDemand, IReadOnlyList<Factor> factors) =>
        Add(item, spot, onDemand, factors, "Spot prices float: from the usual lowest up to on-demand");

    /// <summary>Says that AWS does not bill the resource, or bills it elsewhere.</summary>
    public void Free(string reason) => _free = reason;

    /// <summary>Says that something is billed, or may be, which no price is known for.</summary>
    public void Missing(string reason) => _missing.Add(reason);

    public ResourceCost Result()
    {
        var (status, reason) = this switch
        {
            { _missing.Count: > 0 } => (CostStatus.Unpriced, string.Join("; ", _missing.Distinct(StringComparer.Ordinal))),
            { _lines.Count: 0 } => (CostStatus.Free, _free ?? throw new InvalidOperationException($"The rule for {node.Type} says neither what {node.Name} costs nor why it is free.")),
            _ when _lines.All(line => line.UsageKeys.Count > 0) => (CostStatus.UsageBased, ""),
            _ => (CostStatus.Priced, ""),
        };
        return new ResourceCost(node, status, _lines, reason);
    }

    private void Add(string item, string low, string high, IReadOnlyList<Factor> factors, string? note)
    {
        if (Price(low) is not { } lowest || Price(high) is not { } highest)
        {
            _missing.Add($"no price is known for {item}");
            return;
        }

        var quantity = factors.Aggregate(1m, (product, factor) => product * factor.Value);
        var keys = factors.Select(factor => factor.UsageKey).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var cost = lowest.Usd == highest.Usd ? Money.Number(lowest.Usd) : $"{Money.Number(lowest.Usd)}–{Money.Number(highest.Usd)}";
        var formula = string.Join(" × ", factors.Select(factor => factor.Text).Append(cost));
        var confidence = IsEstimate(lowest) || IsEstimate(highest) ? CostConfidence.Low : keys.Count > 0 ? CostConfidence.Medium : CostConfidence.High;
        _lines.Add(new CostLine(item, quantity, highest.Unit, lowest.Usd, highest.Usd, formula, confidence, keys, low, note));
    }

    private Price? Price(string key)
    {
        var price = scope.Prices.Find(key, Region);
        if (price is not null)
        {
            scope.Used.Add((price, Region));
        }

        return price;
    }

    private bool IsEstimate(Price price) => price.IsEstimate || (price.Region != Region && price.Region != PriceList.Everywhere);
}
