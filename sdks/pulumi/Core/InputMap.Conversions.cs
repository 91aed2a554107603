using System.Collections.Immutable;

namespace Pulumi;

public sealed partial class InputMap<TValue>
{
    /// <summary>Makes a map of plain values; null stays null.</summary>
    public static implicit operator InputMap<TValue>(Dictionary<string, TValue> values) => new(FromValues(values)!);

    /// <summary>Makes a map of plain values; null stays null.</summary>
    public static implicit operator InputMap<TValue>(ImmutableDictionary<string, TValue> values) => new(FromValues(values)!);

    /// <summary>Makes a map of an output that holds all values.</summary>
    public static implicit operator InputMap<TValue>(Output<Dictionary<string, TValue>> values) => new(values.Apply(FromValues)!);

    /// <summary>Makes a map of an output that holds all values.</summary>
    public static implicit operator InputMap<TValue>(Output<IDictionary<string, TValue>> values) => new(values.Apply(FromValues)!);

    /// <summary>Makes a map of an output that holds all values.</summary>
    public static implicit operator InputMap<TValue>(Output<ImmutableDictionary<string, TValue>> values)
        => new(values.Apply(FromValues)!);

    private static ImmutableDictionary<string, Input<TValue>>? FromValues(IEnumerable<KeyValuePair<string, TValue>>? values)
    {
        if (values is null)
        {
            return null;
        }

        var map = ImmutableDictionary.CreateBuilder<string, Input<TValue>>();
        foreach (var (key, value) in values)
        {
            map.Add(key, value);
        }

        return map.ToImmutable();
    }
}
