using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Infra.Preview.Model;

/// <summary>A map from names to values, ordered ordinally by name.</summary>
[SuppressMessage("Naming", "CA1710", Justification = "A value among the other values; that it can be enumerated is incidental.")]
public sealed record MapValue : PropertyValue, IReadOnlyDictionary<string, PropertyValue>
{
    /// <summary>The map without members.</summary>
    public static readonly MapValue Empty = new([]);

    private readonly SortedList<string, PropertyValue> _members;

    /// <summary>Makes a map of these members; of members with the same name the last one counts.</summary>
    public MapValue(IEnumerable<KeyValuePair<string, PropertyValue>> members)
    {
        _members = new SortedList<string, PropertyValue>(StringComparer.Ordinal);
        foreach (var (key, value) in members)
        {
            _members[key] = value;
            ContainsUnknowns |= value.ContainsUnknowns;
            ContainsSecrets |= value.ContainsSecrets;
        }
    }

    /// <summary>Makes a map of these members; of members with the same name the last one counts.</summary>
    public static MapValue Of(params (string Key, PropertyValue Value)[] members) =>
        new(members.Select(member => KeyValuePair.Create(member.Key, member.Value)));

    /// <inheritdoc/>
    public int Count => _members.Count;

    /// <inheritdoc/>
    public IEnumerable<string> Keys => _members.Keys;

    /// <inheritdoc/>
    public IEnumerable<PropertyValue> Values => _members.Values;

    /// <inheritdoc/>
    public override bool ContainsUnknowns { get; }

    /// <inheritdoc/>
    public override bool ContainsSecrets { get; }

    /// <summary>The member of that name, or null when there is none.</summary>
    public PropertyValue? Find(string key) => _members.TryGetValue(key, out var value) ? value : null;

    /// <summary>This map with that member set.</summary>
    public MapValue With(string key, PropertyValue value) => new(_members.Append(KeyValuePair.Create(key, value)));

    /// <summary>This map with the other map's members set; the other's win.</summary>
    public MapValue With(MapValue other) => new(_members.Concat(other._members));

    /// <summary>This map without the member of that name.</summary>
    public MapValue Without(string key) => new(_members.Where(member => member.Key != key));

    /// <inheritdoc/>
    public override PropertyValue Plain() => PlainMap();

    /// <summary>The map with every secret and output wrapper taken off, at every depth.</summary>
    public MapValue PlainMap() => new(_members.Select(member => KeyValuePair.Create(member.Key, member.Value.Plain())));

    /// <inheritdoc/>
    public bool ContainsKey(string key) => _members.ContainsKey(key);

    /// <inheritdoc/>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out PropertyValue value) => _members.TryGetValue(key, out value);

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, PropertyValue>> GetEnumerator() => _members.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _members.GetEnumerator();

    /// <summary>Whether both maps hold equal values under the same names.</summary>
    public bool Equals(MapValue? other) => other is not null && _members.SequenceEqual(other._members);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var (key, value) in _members)
        {
            hash.Add(key);
            hash.Add(value);
        }

        return hash.ToHashCode();
    }
}
