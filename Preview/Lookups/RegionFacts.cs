using System.Reflection;
using System.Text.Json;
using Infra.Preview.Synthesis;

namespace Infra.Preview.Lookups;

/// <summary>What is recorded of a region: its zones and the identifiers that AWS publishes for it.</summary>
internal sealed class RegionFacts
{
    private static readonly Lazy<JsonElement> Embedded = new(Load);

    private readonly string _region;
    private readonly JsonElement? _recorded;

    private RegionFacts(string region, JsonElement? recorded)
    {
        _region = region;
        _recorded = recorded;
    }

    /// <summary>The whole recorded document.</summary>
    public static JsonElement Document => Embedded.Value;

    /// <summary>The names of the regions recorded.</summary>
    public static IEnumerable<string> Names => Document.GetProperty("regions").EnumerateObject().Select(region => region.Name);

    /// <summary>The facts of a region; for one that is not recorded they are made up in legal shape, but it has no zones.</summary>
    public static RegionFacts Of(string region) =>
        new(region, Document.GetProperty("regions").TryGetProperty(region, out var recorded) ? recorded : null);

    /// <summary>The region's zones with their ids, in alphabetical order; empty for a region that is not recorded.</summary>
    public IReadOnlyList<(string Name, string Id)> Zones => _recorded is { } recorded
        ? [.. recorded.GetProperty("zones").EnumerateObject().Select(zone => (zone.Name, zone.Value.GetString()!)).OrderBy(zone => zone.Name, StringComparer.Ordinal)]
        : [];

    /// <summary>The region's name in words.</summary>
    public string Description => Text("description") ?? _region;

    /// <summary>The hosted zone of application load balancers.</summary>
    public string LoadBalancerZone => HostedZone("loadBalancerZone");

    /// <summary>The hosted zone of network load balancers.</summary>
    public string NetworkLoadBalancerZone => HostedZone("networkLoadBalancerZone");

    /// <summary>The hosted zone of bucket websites.</summary>
    public string BucketZone => HostedZone("bucketZone");

    /// <summary>The hosted zone of database endpoints.</summary>
    public string DatabaseZone => HostedZone("databaseZone");

    /// <summary>The account that writes load balancers' access logs; null when it is not recorded.</summary>
    public string? LoadBalancerAccount => Text("loadBalancerAccount");

    /// <summary>The id of an AWS-managed prefix list by name; null when it is not recorded.</summary>
    public string? PrefixList(string name) =>
        _recorded is { } recorded && recorded.GetProperty("prefixLists").TryGetProperty(name, out var id) ? id.GetString() : null;

    /// <summary>The id of a zone of this region, e.g. `use1-az4`.</summary>
    public string ZoneId(string zone) => Zones.FirstOrDefault(known => known.Name == zone).Id
        ?? $"{Digest.Lower(_region, 4)}-az{(zone.Length > 0 && char.IsAsciiLetterLower(zone[^1]) ? zone[^1] - 'a' + 1 : 1)}";

    private string HostedZone(string name) => Text(name) ?? "Z" + Digest.Upper($"{_region}|{name}", 13);

    private string? Text(string name) => _recorded is { } recorded && recorded.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static JsonElement Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("facts.json")
            ?? throw new InvalidOperationException("The recorded facts are missing from this build. Build the preview again.");
        using var document = JsonDocument.Parse(stream);
        return document.RootElement.Clone();
    }
}
