using Infra.Preview.Cost.Prices;
using Infra.Preview.Cost.Usage;
using Infra.Preview.Findings.Judging;
using Infra.Preview.Model;

namespace Infra.Preview.Cost.Rules;

/// <summary>What the rules of an estimate share: the graph and its connections, prices and usage, and which prices were used.</summary>
internal sealed class CostScope
{
    private readonly ILookup<string, ResourceNode> _regional;

    public CostScope(ResourceGraph graph, PriceList prices, UsageAssumptions usage)
    {
        Graph = graph;
        Prices = prices;
        Usage = usage;

        // No rule of this kind asks the index for the day.
        Index = new ResourceIndex(graph, DateOnly.MinValue);
        _regional = graph.Nodes.Where(node => OwnRegion(node) is not null && node.System is not null).ToLookup(node => node.System!, StringComparer.Ordinal);
    }

    public ResourceGraph Graph { get; }

    public ResourceIndex Index { get; }

    public PriceList Prices { get; }

    public UsageAssumptions Usage { get; }

    /// <summary>The prices used, with the region they were looked up for.</summary>
    public HashSet<(Price Price, string Region)> Used { get; } = [];

    /// <summary>Whether a resource's region is not known and that of <see cref="PriceList.FallbackRegion"/> was taken.</summary>
    public bool GuessedRegion { get; private set; }

    /// <summary>The region of a resource; one without, such as a Kubernetes object, is in the region of its system's other resources.</summary>
    public string Region(ResourceNode node)
    {
        var region = OwnRegion(node) ?? (node.System is { } system ? _regional[system].Select(OwnRegion).FirstOrDefault() : null);
        GuessedRegion |= region is null;
        return region ?? PriceList.FallbackRegion;
    }

    /// <summary>The one resource of a type that an input refers to; null when it is outside of the stack or not certain.</summary>
    public ResourceNode? Target(ResourceNode node, string input, string type) =>
        Index.Targets(node, input, type) is [{ Sure: { } target }] ? target : null;

    private static string? OwnRegion(ResourceNode node) =>
        node.At("region").AsText ?? node.ProviderNode?.At("region").AsText ?? (node.Package == "aws" ? node.Outputs.Find("region")?.AsText : null);
}
