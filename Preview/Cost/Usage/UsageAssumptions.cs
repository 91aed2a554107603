using System.Globalization;
using Infra.Preview.Model;

namespace Infra.Preview.Cost.Usage;

/// <summary>How much of what is billed by use is assumed: a profile's defaults by type, and what a usage file sets instead.</summary>
public sealed class UsageAssumptions
{
    private readonly IReadOnlyDictionary<string, IReadOnlyDictionary<string, decimal>> _defaults;
    private readonly IReadOnlyList<UsageOverride> _overrides;

    internal UsageAssumptions(
        string profile, string? file, IReadOnlyDictionary<string, IReadOnlyDictionary<string, decimal>> defaults, IReadOnlyList<UsageOverride> overrides)
    {
        Profile = profile;
        File = file;
        _defaults = defaults;
        _overrides = overrides;
    }

    /// <summary>The names of the profiles.</summary>
    public static IReadOnlyList<string> Profiles { get; } = ["small", "medium", "large"];

    /// <summary>The profile that the defaults come from.</summary>
    public string Profile { get; }

    /// <summary>The usage file; null for none.</summary>
    public string? File { get; }

    /// <summary>The keys by type.</summary>
    public IEnumerable<(string Type, string Key)> Keys => _defaults.SelectMany(type => type.Value.Keys.Select(key => (type.Key, key)));

    /// <summary>
    /// The defaults of a profile, with what a usage file sets. A profile that does not exist, and a file with an unknown key, throw
    /// <see cref="PreviewException"/>.
    /// </summary>
    public static UsageAssumptions Read(string profile = "small", string? file = null) => UsageReader.Read(profile, file);

    /// <summary>A value for a resource: of overrides that match the last one counts, those for resources before those for types.</summary>
    internal decimal Get(ResourceNode node, string key)
    {
        if (Overridden(node, key) is { } value)
        {
            return value;
        }

        return _defaults.TryGetValue(node.Type, out var keys) && keys.TryGetValue(key, out var standard)
            ? standard
            : throw new InvalidOperationException($"usage.yaml has no default of '{key}' for {node.Type}.");
    }

    /// <summary>What a usage file sets for a resource; null when it does not.</summary>
    internal decimal? Overridden(ResourceNode node, string key)
    {
        foreach (var byType in (ReadOnlySpan<bool>)[false, true])
        {
            for (var index = _overrides.Count - 1; index >= 0; index--)
            {
                var entry = _overrides[index];
                if (entry.ByType == byType && entry.Values.TryGetValue(key, out var value) && entry.Matches(node))
                {
                    return value;
                }
            }
        }

        return null;
    }

    /// <summary>Overrides that have no effect on any of these resources, as sentences.</summary>
    internal IEnumerable<string> WithoutEffect(IReadOnlyList<ResourceNode> nodes)
    {
        foreach (var entry in _overrides)
        {
            var matching = nodes.Where(entry.Matches).ToList();
            foreach (var key in entry.Values.Keys)
            {
                if (!matching.Any(node => _defaults.TryGetValue(node.Type, out var keys) && keys.ContainsKey(key)))
                {
                    var why = matching.Count == 0 ? "no resource matches" : "no resource that matches has that key";
                    yield return string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileName(File)}({entry.Line}): '{key}' of '{entry.Pattern}' has no effect: {why}.");
                }
            }
        }
    }
}
