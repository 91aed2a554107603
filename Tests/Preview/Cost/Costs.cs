using Infra.Preview.Cost;
using Infra.Preview.Cost.Prices;
using Infra.Preview.Cost.Usage;
using Infra.Preview.Model;
using Infra.Tests.Preview.Findings;

namespace Infra.Tests.Preview.Cost;

/// <summary>Estimates of hand-made graphs at a price of one for each unit, so that amounts are quantities; Spot capacity is at 0.3 to 1.</summary>
internal static class Costs
{
    public static readonly PriceList Ones = new(PriceList.Embedded.All
        .Where(price => price.Region is PriceList.FallbackRegion or PriceList.Everywhere)
        .Select(price => price with { Usd = price.Key.Contains("/spot-", StringComparison.Ordinal) ? 0.3m : 1 }));

    /// <summary>The estimate of a graph, a resource a line (see <see cref="RuleGraph"/>), with the text of a usage file.</summary>
    public static CostEstimate Of(string graph, string? usage = null) => Of(RuleGraph.Of(graph), usage);

    public static CostEstimate Of(ResourceGraph graph, string? usage = null, string profile = "small") => CostEstimator.Estimate(graph, Ones, Usage(usage, profile));

    public static ResourceCost Of(string graph, string name, string? usage) => Resource(Of(graph, usage), name);

    public static ResourceCost Resource(CostEstimate estimate, string name) => estimate.Resources.Single(resource => resource.Resource.Name == name);

    /// <summary>The items as `price key quantity`, joined by commas.</summary>
    public static string Items(ResourceCost cost) =>
        string.Join(", ", cost.Lines.Select(line => FormattableString.Invariant($"{line.PriceKey} {decimal.Round(line.Quantity, 4):0.####}")));

    public static UsageAssumptions Usage(string? text, string profile = "small")
    {
        if (text is null)
        {
            return UsageAssumptions.Read(profile);
        }

        var file = Path.Combine(Directory.CreateTempSubdirectory("cost-usage-").FullName, "usage.yaml");
        try
        {
            File.WriteAllText(file, text);
            return UsageAssumptions.Read(profile, file);
        }
        finally
        {
            Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
        }
    }
}
