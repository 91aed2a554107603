using System.Collections.Immutable;

namespace Pulumi;

/// <summary>Reads parts of list and union outputs.</summary>
public static class OutputExtensions
{
    /// <summary>The element at an index, counted from zero. Faults with <see cref="IndexOutOfRangeException"/> outside the list.</summary>
    public static Output<T> GetAt<T>(this Output<ImmutableArray<T>> array, Input<int> index)
        => Output.Tuple(array, index.ToOutput()).Apply(pair => pair.Item1[pair.Item2]);

    /// <summary>The first element. Faults with <see cref="IndexOutOfRangeException"/> on an empty list.</summary>
    public static Output<T> First<T>(this Output<ImmutableArray<T>> array) => array.Apply(values => values[0]);

    /// <summary>The number of elements.</summary>
    public static Output<int> Length<T>(this Output<ImmutableArray<T>> array) => array.Apply(values => values.Length);

    /// <summary>Tells whether the union holds its first case.</summary>
    public static Output<bool> IsT0<T0, T1>(this Output<Union<T0, T1>> output) => output.Apply(union => union.IsT0);

    /// <summary>Tells whether the union holds its second case.</summary>
    public static Output<bool> IsT1<T0, T1>(this Output<Union<T0, T1>> output) => output.Apply(union => union.IsT1);

    /// <summary>The first case of the union. Faults with <see cref="InvalidOperationException"/> when it holds the second.</summary>
    public static Output<T0> AsT0<T0, T1>(this Output<Union<T0, T1>> output) => output.Apply(union => union.AsT0);

    /// <summary>The second case of the union. Faults with <see cref="InvalidOperationException"/> when it holds the first.</summary>
    public static Output<T1> AsT1<T0, T1>(this Output<Union<T0, T1>> output) => output.Apply(union => union.AsT1);

    /// <summary>The value of whichever case the union holds.</summary>
    public static Output<object> Value<T0, T1>(this Output<Union<T0, T1>> output) => output.Apply(union => union.Value);
}
