using Pulumi.Grpc;

namespace Pulumi;

public sealed partial class Deployment
{
    /// <summary>Runs a program without outputs. Returns the exit code, which <c>Main</c> must return.</summary>
    public static Task<int> RunAsync(Action action)
    {
        ArgumentNullException.ThrowIfNull(action);
        return RunAsync(IDictionary<string, object?> () =>
        {
            action();
            return NoOutputs();
        });
    }

    /// <summary>Runs a program that returns the stack's outputs by name. Returns the exit code, which <c>Main</c> must return.</summary>
    public static Task<int> RunAsync(Func<IDictionary<string, object?>> func)
    {
        ArgumentNullException.ThrowIfNull(func);
        return RunAsync(() => Task.FromResult(func()));
    }

    /// <summary>Runs an asynchronous program without outputs. Returns the exit code, which <c>Main</c> must return.</summary>
    public static Task<int> RunAsync(Func<Task> func)
    {
        ArgumentNullException.ThrowIfNull(func);
        return RunAsync(async Task<IDictionary<string, object?>> () =>
        {
            await func().ConfigureAwait(false);
            return NoOutputs();
        });
    }

    /// <summary>
    /// Runs an asynchronous program that returns the stack's outputs by name. Returns the exit code, which <c>Main</c> must return:
    /// 0 after success, 32 after a failure that the user has been told of, 1 after any other.
    /// </summary>
    /// <param name="func">The program.</param>
    /// <param name="options">Options of the stack.</param>
    /// <exception cref="InvalidOperationException">The program was not started by the Pulumi CLI.</exception>
    public static Task<int> RunAsync(Func<Task<IDictionary<string, object?>>> func, StackOptions? options = null)
        => RunAsync(Host.Process, func, options);

    /// <summary>Runs a program whose resources and outputs are those of a stack class. Returns the exit code, which <c>Main</c> must return.</summary>
    /// <exception cref="InvalidOperationException">The program was not started by the Pulumi CLI.</exception>
    public static Task<int> RunAsync<TStack>()
        where TStack : Stack, new()
        => RunAsync(Host.Process, static () => new TStack());

    /// <summary>
    /// Runs a program whose stack class is made by a service provider. Returns the exit code, which <c>Main</c> must return.
    /// </summary>
    /// <exception cref="InvalidOperationException">The program was not started by the Pulumi CLI.</exception>
    public static Task<int> RunAsync<TStack>(IServiceProvider serviceProvider)
        where TStack : Stack
    {
        ArgumentNullException.ThrowIfNull(serviceProvider);
        return RunAsync(Host.Process, () => Resolve<TStack>(serviceProvider));
    }

    internal static Task<int> RunAsync(Host host, Func<Task<IDictionary<string, object?>>> program, StackOptions? options)
        => RunAsync(host, run => run.RunAsync(program, options));

    internal static Task<int> RunAsync(Host host, Func<Stack> createStack) => RunAsync(host, run => run.RunAsync(createStack));

    private static async Task<int> RunAsync(Host host, Func<ProgramRun, Task<int>> run)
    {
        await host.WaitForDebuggerAsync().ConfigureAwait(false);
        var settings = DeploymentSettings.Read(host.Variable);
        using var monitorChannel = new GrpcChannel(settings.MonitorAddress);
        using var engineChannel = settings.EngineAddress == settings.MonitorAddress ? null : new GrpcChannel(settings.EngineAddress);
        var core = new DeploymentCore(settings, new GrpcMonitor(monitorChannel), new GrpcEngine(engineChannel ?? monitorChannel));
        Enter(core);

        // Opens the connection while the program starts; nearly every registration needs the answer.
        core.Prefetch();
        return await run(new ProgramRun(core, host)).ConfigureAwait(false);
    }

    private static TStack Resolve<TStack>(IServiceProvider serviceProvider)
        where TStack : Stack
        => serviceProvider.GetService(typeof(TStack)) as TStack
            ?? throw new ArgumentException(
                $"Failed to resolve instance of type {typeof(TStack)} from service provider. "
                + $"Register the type with the service provider before calling {nameof(RunAsync)}.",
                nameof(serviceProvider));

    private static Dictionary<string, object?> NoOutputs() => [];
}
