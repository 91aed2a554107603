using System.Globalization;
using Infra.Preview.Cost.Prices;
using Infra.Preview.Cost.Rules;
using Infra.Preview.Cost.Usage;
using Infra.Preview.Model;

namespace Infra.Preview.Cost;

/// <summary>Estimates what a stack costs in a month. Depends on its arguments alone.</summary>
public static class CostEstimator
{
    /// <summary>Estimates with the embedded price list and the small usage profile.</summary>
    public static CostEstimate Estimate(ResourceGraph graph) => Estimate(graph, PriceList.Embedded, UsageAssumptions.Read());

    /// <summary>Classifies and prices every resource of a graph that a provider manages. With a day given, an old price list is noted.</summary>
    public static CostEstimate Estimate(ResourceGraph graph, PriceList prices, UsageAssumptions usage, DateOnly? today = null)
    {
        var scope = new CostScope(graph, prices, usage);
        var nodes = graph.Nodes.Where(node => node.Custom).ToList();
        var resources = nodes.Select(node => CostRules.Apply(node, scope)).ToList();
        var dates = scope.Used.Select(used => used.Price.Date).OfType<DateOnly>().ToList();
        return new CostEstimate(resources, usage.Profile, dates.Count == 0 ? null : (dates.Min(), dates.Max()), [.. Notes(scope, nodes, today)]);
    }

    private static IEnumerable<string> Notes(CostScope scope, List<ResourceNode> nodes, DateOnly? today)
    {
        if (today is { } day && scope.Prices.AgeWarning(day) is { } old)
        {
            yield return old;
        }

        if (scope.GuessedRegion)
        {
            yield return $"Some resources say no region: prices of {PriceList.FallbackRegion} are taken.";
        }

        foreach (var missing in scope.Used
            .Where(used => used.Price.Region != used.Region && used.Price.Region != PriceList.Everywhere)
            .GroupBy(used => used.Region, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            yield return string.Create(
                CultureInfo.InvariantCulture, $"{missing.Count()} prices are not listed for {missing.Key}: those of {PriceList.FallbackRegion} stand in, with low confidence.");
        }

        var estimates = scope.Used.Select(used => used.Price).Distinct().Count(price => price.IsEstimate);
        if (estimates > 0)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"{estimates} of {scope.Used.Select(used => used.Price).Distinct().Count()} prices are estimates, not confirmed for their region or by their source: confidence low.");
        }

        foreach (var sentence in scope.Usage.WithoutEffect(nodes))
        {
            yield return sentence;
        }
    }
}
