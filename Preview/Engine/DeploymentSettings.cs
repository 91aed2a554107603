using Infra.Preview.Model;

namespace Infra.Preview.Engine;

/// <summary>What a deployment knows beside what the program registers.</summary>
internal sealed record DeploymentSettings
{
    public required string Project { get; init; }

    public required string Stack { get; init; }

    public string Organization { get; init; } = "organization";

    /// <summary>Configuration values by full key, `namespace:name`.</summary>
    public IReadOnlyDictionary<string, string> Config { get; init; } = new SortedList<string, string>(StringComparer.Ordinal);

    /// <summary>The keys whose values are secret.</summary>
    public IReadOnlySet<string> SecretKeys { get; init; } = new HashSet<string>();

    /// <summary>Whether computed outputs stay unknown, as in a real first preview.</summary>
    public bool KeepsUnknowns { get; init; }

    public int Parallel { get; init; } = 16;

    /// <summary>The configuration of a package as provider inputs: `aws:region` is the input `region`.</summary>
    public MapValue PackageConfig(string package)
    {
        var prefix = package + ":";
        return new MapValue(Config
            .Where(entry => entry.Key.StartsWith(prefix, StringComparison.Ordinal))
            .Select(entry => KeyValuePair.Create(
                entry.Key[prefix.Length..],
                SecretKeys.Contains(entry.Key) ? new SecretValue(entry.Value) : (PropertyValue)entry.Value)));
    }
}

/// <summary>What a deployment asks of others.</summary>
internal sealed record DeploymentServices(
    IOutputSynthesizer Synthesizer, IReadOnlyList<IComponentExpander> Expanders, ILookupTable Lookups);
