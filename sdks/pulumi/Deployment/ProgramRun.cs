using System.Reflection;
using Pulumi.Grpc;
using Pulumirpc;

namespace Pulumi;

/// <summary>Runs a program to its end and turns what happened into an exit code.</summary>
internal sealed class ProgramRun(DeploymentCore core, Host host)
{
    private const int Success = 0;
    private const int Failure = 1;

    // Tells the CLI that the user already knows, so that it adds nothing.
    private const int FailureAlreadyReported = 32;

    private static readonly TimeSpan LongestWaitForStack = TimeSpan.FromSeconds(5);

    public Task<int> RunAsync(Func<Task<IDictionary<string, object?>>> program, StackOptions? options)
        => RunAsync(() => new Stack(program, options), static _ => { });

    public Task<int> RunAsync(Func<Stack> createStack) => RunAsync(createStack, static stack => stack.RegisterPropertyOutputs());

    private async Task<int> RunAsync(Func<Stack> createStack, Action<Stack> registerOutputs)
    {
        IReadOnlyList<Exception> errors;
        try
        {
            registerOutputs(createStack());
            errors = await core.Runner.WhileRunningAsync().ConfigureAwait(false);
        }
#pragma warning disable CA1031 // Whatever the program throws has to reach the user.
        catch (Exception e)
        {
            errors = [e is TargetInvocationException { InnerException: { } inner } ? inner : e];
        }
#pragma warning restore CA1031

        if (errors.Count > 0)
        {
            await AwaitStackAsync().ConfigureAwait(false);
            var code = await ReportAsync(errors).ConfigureAwait(false);
            host.SetExitCode(code);
            return code;
        }

        if (core.Log.HasErrors)
        {
            return Failure;
        }

        return await EndAsync().ConfigureAwait(false);
    }

    // A program that fails at once would be gone before its stack is registered, which the engine shows what it reports below.
    private async Task AwaitStackAsync()
    {
        if (core.StackOrNull is { } stack)
        {
            await Task.WhenAny(stack.Urn.DataTask, Task.Delay(LongestWaitForStack)).ConfigureAwait(false);
        }
    }

    /// <summary>Lets the engine begin with deletions. After a failure it must not: it would delete what the program did not get to register.</summary>
    private async Task<int> EndAsync()
    {
        try
        {
            await core.SignalAndWaitForShutdownAsync().ConfigureAwait(false);
            return Success;
        }
        catch (GrpcException e)
        {
            var code = await ReportAsync([e]).ConfigureAwait(false);
            host.SetExitCode(code);
            return code;
        }
    }

    private async Task<int> ReportAsync(IReadOnlyList<Exception> errors)
    {
        foreach (var error in errors)
        {
            if (error is GrpcException { EngineIsGone: true })
            {
                // The engine cancels every call as soon as one step failed, and has shown that failure.
                continue;
            }

            if (error is LogException)
            {
                WriteUnloggable(error);
                return Failure;
            }

            try
            {
                await ReportAsync(error).ConfigureAwait(false);
            }
            catch (Exception e) when (e is LogException or GrpcException)
            {
                WriteUnloggable(e);
                host.Error.WriteLine(error);
                return Failure;
            }
        }

        return FailureAlreadyReported;
    }

    private Task ReportAsync(Exception error) => error switch
    {
        RunException => core.Log.SendAsync(LogSeverity.Error, error.Message),
        ResourceException { HideStack: true } e => core.Log.SendAsync(LogSeverity.Error, e.Message, e.Resource),
        ResourceException e => core.Log.SendAsync(LogSeverity.Error, e.ToString(), e.Resource),
        _ => core.Log.SendAsync(
            LogSeverity.Error,
            $"Running program '{Assembly.GetEntryAssembly()?.Location}' failed with an unhandled exception:\n{error}"),
    };

    private void WriteUnloggable(Exception error)
        => host.Error.WriteLine($"Error occurred trying to send logging message to engine:\n{error}");
}
