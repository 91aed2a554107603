namespace Pulumi;

/// <summary>
/// Counts the work in flight. The program has ended when none is left, or as soon as some of it failed: waiting on would only
/// delay the message, and what still runs is abandoned.
/// </summary>
internal sealed class Runner
{
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly HashSet<Exception> _seen = new(ReferenceEqualityComparer.Instance);
    private readonly List<Exception> _errors = [];

    // The program's own code counts as one piece of work until it has returned.
    private int _inFlight = 1;

    public void Track(Task task)
    {
        if (task.IsCompletedSuccessfully)
        {
            return;
        }

        Interlocked.Increment(ref _inFlight);
        task.ContinueWith(
            static (completed, runner) => ((Runner)runner!).OnCompleted(completed),
            this,
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously | TaskContinuationOptions.DenyChildAttach,
            TaskScheduler.Default);
    }

    /// <summary>Waits, after the program's own code has returned, and gives what failed, each exception once.</summary>
    public async Task<IReadOnlyList<Exception>> WhileRunningAsync()
    {
        Release();
        await _ended.Task.ConfigureAwait(false);
        lock (_errors)
        {
            return [.. _errors];
        }
    }

    private void OnCompleted(Task task)
    {
        if (task.IsFaulted)
        {
            Fail(task.Exception.InnerExceptions);
        }
        else if (task.IsCanceled)
        {
            Fail([new TaskCanceledException(task)]);
        }

        Release();
    }

    private void Fail(IReadOnlyList<Exception> exceptions)
    {
        lock (_errors)
        {
            foreach (var exception in exceptions)
            {
                if (_seen.Add(exception))
                {
                    _errors.Add(exception);
                }
            }
        }

        _ended.TrySetResult();
    }

    private void Release()
    {
        if (Interlocked.Decrement(ref _inFlight) == 0)
        {
            _ended.TrySetResult();
        }
    }
}
