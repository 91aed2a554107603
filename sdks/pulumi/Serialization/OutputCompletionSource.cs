using System.Collections.Immutable;

namespace Pulumi.Serialization;

/// <summary>Completes an output of a resource, which depends on that resource.</summary>
internal sealed class OutputCompletionSource<T> : IOutputCompletionSource
{
    private readonly ImmutableHashSet<Resource> _resources;
    private readonly TaskCompletionSource<OutputData<T>> _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public OutputCompletionSource(ImmutableHashSet<Resource> resources)
    {
        _resources = resources;

        // The registration that completes this output is what the program waits for.
        Output = new Output<T>(_completion.Task, track: false);
    }

    public Type TargetType => typeof(T);

    public Output<T> Output { get; }

    IOutput IOutputCompletionSource.Output => Output;

    public void TrySetException(Exception e)
    {
        if (_completion.TrySetException(e))
        {
            // Nobody has to read the outputs of a resource that failed.
            _ = _completion.Task.Exception;
        }
    }

    public void TrySetDefaultResult(bool isUnknown) => _completion.TrySetResult(new OutputData<T>(_resources, default!, !isUnknown, false));

    public void SetStringValue(string value, bool isKnown)
        => _completion.SetResult(new OutputData<T>(_resources, (T)(object)value, isKnown, false));

    public void SetValue(OutputData<object?> data)
        => _completion.SetResult(new OutputData<T>(
            OutputData.Union(_resources, data.Resources),
            data.Value is null ? default! : (T)data.Value,
            data.IsKnown,
            data.IsSecret));
}
