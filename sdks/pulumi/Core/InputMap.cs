using System.Collections;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Pulumi;

/// <summary>A map from strings given to a resource, in which each value or the whole may be plain or an output.</summary>
/// <typeparam name="TValue">Type of a value.</typeparam>
/// <remarks>
/// The values are kept apart, so that a resource receives the known ones even when another is unknown.
/// Read as one output, the map is unknown as soon as one value is.
/// </remarks>
[SuppressMessage("Design", "CA1010", Justification = "Published so: it serves collection initializers and cannot be enumerated.")]
public sealed partial class InputMap<TValue>
    : Input<ImmutableDictionary<string, TValue>>, IEnumerable, IAsyncEnumerable<Input<KeyValuePair<string, TValue>>>
{
    private Input<ImmutableDictionary<string, Input<TValue>>> _elements;
    private Output<ImmutableDictionary<string, TValue>>? _flattened;

    /// <summary>Makes an empty map.</summary>
    public InputMap()
        : this(ImmutableDictionary<string, Input<TValue>>.Empty)
    {
    }

    private InputMap(Input<ImmutableDictionary<string, Input<TValue>>> elements)
        : base(default(ImmutableDictionary<string, TValue>)!) => _elements = elements;

    internal override object? Elements => _elements.Elements;

    /// <summary>Sets the value of a key, replacing the one it may have.</summary>
    public Input<TValue> this[string key]
    {
        set => Bind(Change(map => map.SetItem(key, value)));
    }

    /// <summary>
    /// Adds a key. A key that is present already may be added with an equal value only; with another,
    /// the value faults with <see cref="ArgumentException"/>.
    /// </summary>
    public void Add(string key, Input<TValue> value)
        => Bind(Change(map => map.SetItem(key, map.TryGetValue(key, out var present) ? Same(key, present, value) : value)));

    /// <summary>Adds the keys of another map to this one; see <see cref="AddRange"/>.</summary>
    public void Add(InputMap<TValue> values) => AddRange(values);

    /// <summary>
    /// Adds the keys of another map to this one. The map faults with <see cref="ArgumentException"/> when a key is present already
    /// with another value.
    /// </summary>
    public void AddRange(InputMap<TValue> values) => Bind(Join(_elements, values._elements, overwrite: false));

    /// <summary>Makes a new map of the keys of both; where both have a key, the value of the second. Neither changes.</summary>
#pragma warning disable CA1000 // A member of the published API.
    public static InputMap<TValue> Merge(InputMap<TValue> first, InputMap<TValue> second)
        => new(Join(first._elements, second._elements, overwrite: true));
#pragma warning restore CA1000

    /// <summary>Enumerates the keys and values once the map itself is known; an unknown map has none.</summary>
    public async IAsyncEnumerator<Input<KeyValuePair<string, TValue>>> GetAsyncEnumerator(CancellationToken cancellationToken)
    {
        var data = await _elements.AsOutput().DataTask.WaitAsync(cancellationToken).ConfigureAwait(false);
        if (data.IsKnown && data.Value is not null)
        {
            foreach (var (key, element) in data.Value)
            {
                yield return element.Apply(value => KeyValuePair.Create(key, value));
            }
        }
    }

    IEnumerator IEnumerable.GetEnumerator()
        => throw new NotSupportedException($"A {GetType().FullName} cannot be synchronously enumerated. Use GetAsyncEnumerator instead.");

    internal override bool TryGetPlain(out ImmutableDictionary<string, TValue> value)
    {
        value = null!;
        return false;
    }

    internal override Output<ImmutableDictionary<string, TValue>> AsOutput() => _flattened ??= _elements.AsOutput().Apply(Flatten);

    private static Output<ImmutableDictionary<string, TValue>> Flatten(ImmutableDictionary<string, Input<TValue>> elements)
    {
        if (elements is null)
        {
            return Output.Create((ImmutableDictionary<string, TValue>)null!);
        }

        var keys = elements.Keys.ToImmutableArray();
        return Output.All(elements.Values).Apply(values =>
        {
            var map = ImmutableDictionary.CreateBuilder<string, TValue>();
            for (var i = 0; i < keys.Length; i++)
            {
                map.Add(keys[i], values[i]);
            }

            return map.ToImmutable();
        });
    }

    private static Output<TValue> Same(string key, Input<TValue> present, Input<TValue> added)
        => Output.Tuple(present, added).Apply(pair => EqualityComparer<TValue>.Default.Equals(pair.Item1, pair.Item2)
            ? pair.Item1
            : throw new ArgumentException($"Key '{key}' already exists in the map with a different value."));

    private static Input<ImmutableDictionary<string, Input<TValue>>> Join(
        Input<ImmutableDictionary<string, Input<TValue>>> first,
        Input<ImmutableDictionary<string, Input<TValue>>> second,
        bool overwrite)
    {
        if (overwrite && first.TryGetPlain(out var before) && second.TryGetPlain(out var after))
        {
            return Join(before, after, overwrite);
        }

        // A conflict of keys must fault the map, not the call.
        return Output.Tuple(first, second).Apply(pair => Join(pair.Item1, pair.Item2, overwrite));
    }

    private static ImmutableDictionary<string, Input<TValue>> Join(
        ImmutableDictionary<string, Input<TValue>>? first,
        ImmutableDictionary<string, Input<TValue>>? second,
        bool overwrite)
        => first is null ? second! : second is null ? first : overwrite ? first.SetItems(second) : first.AddRange(second);

    private Input<ImmutableDictionary<string, Input<TValue>>> Change(
        Func<ImmutableDictionary<string, Input<TValue>>, ImmutableDictionary<string, Input<TValue>>> change)
    {
        if (_elements.TryGetPlain(out var plain))
        {
            return change(plain ?? ImmutableDictionary<string, Input<TValue>>.Empty);
        }

        return _elements.AsOutput().Apply(map => change(map ?? ImmutableDictionary<string, Input<TValue>>.Empty));
    }

    private void Bind(Input<ImmutableDictionary<string, Input<TValue>>> elements)
    {
        _elements = elements;
        _flattened = null;
    }
}
