using Infra.Preview.Findings.Judging;
using Infra.Preview.Model;

namespace Infra.Preview.Cost.Rules;

/// <summary>How tasks are spread over capacity providers.</summary>
internal static class CapacityStrategy
{
    private const string Spot = "FARGATE_SPOT";

    /// <summary>
    /// The share of tasks that a strategy puts on Fargate Spot: first each provider's `base`, then the rest by weight. Null when it names a
    /// provider that is not Fargate's.
    /// </summary>
    public static decimal? SpotShare(IReadOnlyList<PropertyValue> strategy, decimal tasks)
    {
        if (strategy.Count == 0 || strategy.Any(part => part["capacityProvider"].AsText is not ("FARGATE" or Spot)))
        {
            return null;
        }

        // Of no tasks there is no share; that of the first one is as good as any.
        if (tasks == 0)
        {
            tasks = 1;
        }

        var rest = tasks;
        var spot = 0m;
        foreach (var part in strategy)
        {
            var first = Math.Min(rest, part["base"].Decimal() ?? 0);
            rest -= first;
            spot += IsSpot(part) ? first : 0;
        }

        var weights = strategy.Sum(Weight);
        return weights == 0 ? spot / tasks : (spot + (rest * strategy.Where(IsSpot).Sum(Weight) / weights)) / tasks;
    }

    /// <summary>A cluster's strategy for what names none itself.</summary>
    public static IReadOnlyList<PropertyValue> Default(CostScope scope, ResourceNode? cluster) => cluster is null
        ? []
        : scope.Index.Of("aws:ecs/clusterCapacityProviders:ClusterCapacityProviders")
            .Where(providers => scope.Index.Points(providers, "clusterName", cluster).IsYes)
            .SelectMany(providers => providers.At("defaultCapacityProviderStrategies").Items() ?? [])
            .ToList();

    private static bool IsSpot(PropertyValue part) => part["capacityProvider"].AsText == Spot;

    private static decimal Weight(PropertyValue part) => part["weight"].Decimal() ?? 0;
}
