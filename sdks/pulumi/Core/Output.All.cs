using System.Collections.Immutable;
using System.Globalization;
using Pulumi.Serialization;

namespace Pulumi;

public static partial class Output
{
    /// <summary>Combines inputs into one list: known when all are, secret when any is, depending on the resources of all.</summary>
    public static Output<ImmutableArray<T>> All<T>(params Input<T>[] inputs) => AllOf(ImmutableArray.Create(inputs));

    /// <summary>Combines inputs into one list: known when all are, secret when any is, depending on the resources of all.</summary>
    public static Output<ImmutableArray<T>> All<T>(IEnumerable<Input<T>> inputs) => AllOf(inputs.ToImmutableArray());

    /// <summary>Combines outputs into one list: known when all are, secret when any is, depending on the resources of all.</summary>
    public static Output<ImmutableArray<T>> All<T>(params Output<T>[] outputs) => new(GatherAsync(ImmutableArray.Create(outputs)));

    /// <summary>Combines outputs into one list: known when all are, secret when any is, depending on the resources of all.</summary>
    public static Output<ImmutableArray<T>> All<T>(IEnumerable<Output<T>> outputs) => new(GatherAsync(outputs.ToImmutableArray()));

    /// <summary>
    /// Formats a string out of outputs, inputs and plain values, with the invariant culture.
    /// The result is known when all holes are and secret when any is.
    /// </summary>
    public static Output<string> Format(FormattableString formattableString) => new(FormatAsync(formattableString));

    internal static Output<ImmutableArray<T>> AllOf<T>(ImmutableArray<Input<T>> inputs)
    {
        var outputs = ImmutableArray.CreateBuilder<Output<T>>(inputs.Length);
        foreach (var input in inputs)
        {
            outputs.Add(input.ToOutput());
        }

        return new Output<ImmutableArray<T>>(GatherAsync(outputs.MoveToImmutable()));
    }

    private static async Task<OutputData<ImmutableArray<T>>> GatherAsync<T>(ImmutableArray<Output<T>> outputs)
    {
        var summary = new OutputSummary();
        var values = ImmutableArray.CreateBuilder<T>(outputs.Length);
        foreach (var output in outputs)
        {
            values.Add(summary.Add(await output.DataTask.ConfigureAwait(false)));
        }

        return summary.With(values.MoveToImmutable());
    }

    private static async Task<OutputData<string>> FormatAsync(FormattableString formattable)
    {
        var summary = new OutputSummary();
        var holes = formattable.GetArguments();
        var values = new object?[holes.Length];
        for (var i = 0; i < holes.Length; i++)
        {
            var output = holes[i] as IOutput ?? (holes[i] as IInput)?.ToOutput();
            values[i] = output is null ? holes[i] : summary.Add(await output.GetDataAsync().ConfigureAwait(false));
        }

        return summary.With(summary.IsKnown ? string.Format(CultureInfo.InvariantCulture, formattable.Format, values) : null!);
    }
}
