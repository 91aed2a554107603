using Pulumi.Serialization;

namespace Pulumi;

/// <summary>An output that is handed out before what it will be is known, for references that would otherwise be circular.</summary>
/// <typeparam name="T">Type of the value.</typeparam>
/// <remarks>An output that is never resolved keeps the program waiting.</remarks>
public sealed class DeferredOutput<T>
{
    private readonly TaskCompletionSource<OutputData<T>> _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _resolved;

    /// <summary>Makes an output that is not resolved yet.</summary>
    public DeferredOutput() => Output = new Output<T>(_completion.Task);

    /// <summary>The output that <see cref="Resolve"/> completes.</summary>
    public Output<T> Output { get; }

    /// <summary>
    /// Completes <see cref="Output"/> with everything the given output turns out to be.
    /// Throws <see cref="InvalidOperationException"/> when called a second time.
    /// </summary>
    public void Resolve(Output<T> output)
    {
        if (Interlocked.Exchange(ref _resolved, 1) != 0)
        {
            throw new InvalidOperationException(
                $"This DeferredOutput<{typeof(T).Name}> is already resolved. It can be resolved once: make another one for another value.");
        }

        _ = ForwardAsync(output);
    }

    private async Task ForwardAsync(Output<T> output)
    {
        try
        {
            _completion.SetResult(await output.DataTask.ConfigureAwait(false));
        }
#pragma warning disable CA1031 // Whatever the source faults with, those who wait for this output must see it.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            _completion.SetException(exception);
        }
    }
}
