using Pulumi.Serialization;

namespace Pulumi;

/// <summary>
/// A value that becomes available later, together with whether it is known yet, whether it is secret, and which resources it depends on.
/// </summary>
/// <typeparam name="T">Type of the value.</typeparam>
/// <remarks>
/// The value cannot be read directly: derive further outputs from it with <c>Apply</c>, or pass it to an input.
/// A program waits for every output it made; a fault in one of them fails the program.
/// </remarks>
public sealed class Output<T> : IOutput
{
    internal Output(Task<OutputData<T>> data)
        : this(data, track: true)
    {
    }

    /// <summary>Makes an output; <paramref name="track"/> is false when another tracked task is certain to complete it.</summary>
    internal Output(Task<OutputData<T>> data, bool track)
    {
        DataTask = data;
        if (track && !data.IsCompletedSuccessfully)
        {
            Deployment.TrackTask(data);
        }
    }

    internal Task<OutputData<T>> DataTask { get; }

    /// <summary>Runs a task on the value once it is known. The program waits for the task and fails when it faults.</summary>
    public Output<ValueTuple> Apply(Func<T, Task> func)
        => new(ApplyTaskAsync<ValueTuple>(async value =>
        {
            await func(value).ConfigureAwait(false);
            return default;
        }));

    /// <summary>Transforms the value once it is known. Of an unknown value the result is unknown, and the function does not run.</summary>
    public Output<TResult> Apply<TResult>(Func<T, TResult> func) => new(ApplyValueAsync(func));

    /// <summary>Transforms the value once it is known, asynchronously. The function does not run on an unknown value.</summary>
    public Output<TResult> Apply<TResult>(Func<T, Task<TResult>> func) => new(ApplyTaskAsync(func));

    /// <summary>
    /// Transforms the value once it is known into an input, whose secrecy and dependencies the result takes over.
    /// A null input gives the default value.
    /// </summary>
    public Output<TResult> Apply<TResult>(Func<T, Input<TResult>?> func) => new(ApplyOutputAsync(value => func(value)?.AsOutput()));

    /// <summary>
    /// Transforms the value once it is known into another output, whose secrecy and dependencies the result takes over.
    /// A null output gives the default value.
    /// </summary>
    public Output<TResult> Apply<TResult>(Func<T, Output<TResult>?> func) => new(ApplyOutputAsync(func));

    /// <summary>Makes an output of a task's result, known and not secret.</summary>
#pragma warning disable CA1000 // A member of the published API.
    public static Output<T> Create(Task<T> value) => Output.Create(value);
#pragma warning restore CA1000

    /// <summary>
    /// Returns a text that explains how to use an output in a string, and logs it as a warning.
    /// Throws <see cref="InvalidOperationException"/> instead when the environment variable PULUMI_ERROR_OUTPUT_STRING is 1 or true.
    /// </summary>
    public override string ToString() => OutputText.Describe(Environment.GetEnvironmentVariable("PULUMI_ERROR_OUTPUT_STRING"));

    async Task<OutputData<object?>> IOutput.GetDataAsync()
    {
        var data = await DataTask.ConfigureAwait(false);
        return new OutputData<object?>(data.Resources, data.Value, data.IsKnown, data.IsSecret);
    }

    private async Task<OutputData<TResult>> ApplyValueAsync<TResult>(Func<T, TResult> func)
    {
        var data = await DataTask.ConfigureAwait(false);
        return data.IsKnown
            ? new OutputData<TResult>(data.Resources, func(data.Value), true, data.IsSecret)
            : data.AsUnknown<TResult>();
    }

    private async Task<OutputData<TResult>> ApplyTaskAsync<TResult>(Func<T, Task<TResult>> func)
    {
        var data = await DataTask.ConfigureAwait(false);
        return data.IsKnown
            ? new OutputData<TResult>(data.Resources, await func(data.Value).ConfigureAwait(false), true, data.IsSecret)
            : data.AsUnknown<TResult>();
    }

    private async Task<OutputData<TResult>> ApplyOutputAsync<TResult>(Func<T, Output<TResult>?> func)
    {
        var data = await DataTask.ConfigureAwait(false);
        if (!data.IsKnown)
        {
            return data.AsUnknown<TResult>();
        }

        var inner = func(data.Value);
        return inner is null
            ? new OutputData<TResult>(data.Resources, default!, true, data.IsSecret)
            : OutputData.Combine(data.Resources, data.IsSecret, await inner.DataTask.ConfigureAwait(false));
    }
}
