using System.Collections;

namespace Infra.Preview.Model;

/// <summary>A list of values.</summary>
public sealed record ListValue : PropertyValue, IReadOnlyList<PropertyValue>
{
    /// <summary>The list without elements.</summary>
    public static readonly ListValue Empty = new([]);

    private readonly PropertyValue[] _items;

    /// <summary>Makes a list of these elements.</summary>
    public ListValue(IEnumerable<PropertyValue> items)
    {
        _items = [.. items];
        ContainsUnknowns = Array.Exists(_items, item => item.ContainsUnknowns);
        ContainsSecrets = Array.Exists(_items, item => item.ContainsSecrets);
    }

    /// <summary>Makes a list of these elements.</summary>
    public static ListValue Of(params IEnumerable<PropertyValue> items) => new(items);

    /// <summary>The elements in order.</summary>
    public IReadOnlyList<PropertyValue> Items => _items;

    /// <inheritdoc/>
    public int Count => _items.Length;

    /// <inheritdoc/>
    public override bool ContainsUnknowns { get; }

    /// <inheritdoc/>
    public override bool ContainsSecrets { get; }

    /// <summary>The texts among the elements, in order.</summary>
    public IEnumerable<string> Texts => _items.Select(item => item.AsText).OfType<string>();

    /// <inheritdoc/>
    public override PropertyValue Plain() => new ListValue(_items.Select(item => item.Plain()));

    /// <inheritdoc/>
    public IEnumerator<PropertyValue> GetEnumerator() => ((IEnumerable<PropertyValue>)_items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _items.GetEnumerator();

    /// <summary>Whether both lists hold equal elements in the same order.</summary>
    public bool Equals(ListValue? other) => other is not null && _items.AsSpan().SequenceEqual(other._items);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var item in _items)
        {
            hash.Add(item);
        }

        return hash.ToHashCode();
    }
}
