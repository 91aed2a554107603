using System.Collections.Immutable;

namespace Pulumi;

public sealed partial class InputList<T>
{
    /// <summary>Makes a list of one plain value.</summary>
    public static implicit operator InputList<T>(T value) => new(ImmutableArray.Create<Input<T>>(value));

    /// <summary>Makes a list of one output.</summary>
    public static implicit operator InputList<T>(Output<T> value) => new(ImmutableArray.Create<Input<T>>(value));

    /// <summary>Makes a list of one input.</summary>
    public static implicit operator InputList<T>(Input<T> value) => new(ImmutableArray.Create(value));

    /// <summary>Makes a list of plain values.</summary>
    public static implicit operator InputList<T>(T[] values) => new(FromValues(values));

    /// <summary>Makes a list of outputs.</summary>
    public static implicit operator InputList<T>(Output<T>[] values) => new(FromOutputs(values));

    /// <summary>Makes a list of inputs.</summary>
    public static implicit operator InputList<T>(Input<T>[] values) => new(FromInputs(values));

    /// <summary>Makes a list of plain values.</summary>
    public static implicit operator InputList<T>(List<T> values) => new(FromValues(values));

    /// <summary>Makes a list of outputs.</summary>
    public static implicit operator InputList<T>(List<Output<T>> values) => new(FromOutputs(values));

    /// <summary>Makes a list of inputs.</summary>
    public static implicit operator InputList<T>(List<Input<T>> values) => new(FromInputs(values));

    /// <summary>Makes a list of plain values; the default array stays the default array.</summary>
    public static implicit operator InputList<T>(ImmutableArray<T> values) => new(FromArray(values));

    /// <summary>Makes a list of outputs; the default array stays the default array.</summary>
    public static implicit operator InputList<T>(ImmutableArray<Output<T>> values)
        => new(values.IsDefault ? default : FromOutputs(values));

    /// <summary>Makes a list of inputs; the default array stays the default array.</summary>
    public static implicit operator InputList<T>(ImmutableArray<Input<T>> values) => new(values);

    /// <summary>Makes a list of an output that holds all elements.</summary>
    public static implicit operator InputList<T>(Output<T[]> values) => new(values.Apply(FromValues));

    /// <summary>Makes a list of an output that holds all elements.</summary>
    public static implicit operator InputList<T>(Output<List<T>> values) => new(values.Apply(FromValues));

    /// <summary>Makes a list of an output that holds all elements.</summary>
    public static implicit operator InputList<T>(Output<IEnumerable<T>> values) => new(values.Apply(FromValues));

    /// <summary>Makes a list of an output that holds all elements; the default array stays the default array.</summary>
    public static implicit operator InputList<T>(Output<ImmutableArray<T>> values) => new(values.Apply(FromArray));

    // A null collection stands for no list, as the default array does.
    private static ImmutableArray<Input<T>> FromValues(IEnumerable<T>? values)
        => values is null ? default : [.. values.Select(value => (Input<T>)value)];

    private static ImmutableArray<Input<T>> FromOutputs(IEnumerable<Output<T>>? values)
        => values is null ? default : [.. values.Select(value => (Input<T>)value)];

    private static ImmutableArray<Input<T>> FromInputs(IEnumerable<Input<T>>? values)
        => values is null ? default : ImmutableArray.CreateRange(values);

    private static ImmutableArray<Input<T>> FromArray(ImmutableArray<T> values)
        => values.IsDefault ? default : ImmutableArray.CreateRange(values, value => (Input<T>)value);
}
