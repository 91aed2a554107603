namespace Pulumi;

/// <summary>Derives outputs from inputs.</summary>
public static class InputExtensions
{
    /// <summary>Transforms the value once it is known; see <see cref="Output{T}.Apply{TResult}(Func{T, TResult})"/>.</summary>
    public static Output<TResult> Apply<T, TResult>(this Input<T>? input, Func<T, TResult> func) => input.ToOutput().Apply(func);

    /// <summary>Transforms the value once it is known, asynchronously.</summary>
    public static Output<TResult> Apply<T, TResult>(this Input<T>? input, Func<T, Task<TResult>> func) => input.ToOutput().Apply(func);

    /// <summary>Transforms the value once it is known into an input; a null input gives the default value.</summary>
    public static Output<TResult> Apply<T, TResult>(this Input<T>? input, Func<T, Input<TResult>?> func) => input.ToOutput().Apply(func);

    /// <summary>Transforms the value once it is known into another output; a null output gives the default value.</summary>
    public static Output<TResult> Apply<T, TResult>(this Input<T>? input, Func<T, Output<TResult>?> func) => input.ToOutput().Apply(func);

    /// <summary>Makes an output of an input; of null, a known output of the default value.</summary>
    public static Output<T> ToOutput<T>(this Input<T>? input) => input is null ? Output.Create(default(T)!) : input.AsOutput();
}
