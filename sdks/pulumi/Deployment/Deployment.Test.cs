using System.Collections.Immutable;
using Pulumi.Testing;

namespace Pulumi;

public sealed partial class Deployment
{
    /// <summary>Runs a stack class against mocks. Returns every resource it registered, the stack among them.</summary>
    /// <param name="mocks">Answers in place of the engine and the providers.</param>
    /// <param name="options">The deployment that the stack believes to run in.</param>
    /// <exception cref="RunException">The program failed or logged an error; an <see cref="AggregateException"/> of these when there are several.</exception>
    public static Task<ImmutableArray<Resource>> TestAsync<TStack>(IMocks mocks, TestOptions? options = null)
        where TStack : Stack, new()
        => TestAsync(mocks, options, static run => run.RunAsync(static () => new TStack()));

    /// <summary>Runs a stack class that a service provider makes against mocks. Returns every resource it registered.</summary>
    /// <param name="mocks">Answers in place of the engine and the providers.</param>
    /// <param name="serviceProvider">Makes the stack.</param>
    /// <param name="options">The deployment that the stack believes to run in.</param>
    /// <exception cref="RunException">The program failed or logged an error; an <see cref="AggregateException"/> of these when there are several.</exception>
    public static Task<ImmutableArray<Resource>> TestWithServiceProviderAsync<TStack>(
        IMocks mocks,
        IServiceProvider serviceProvider,
        TestOptions? options = null)
        where TStack : Stack
    {
        ArgumentNullException.ThrowIfNull(serviceProvider);
        return TestAsync(mocks, options, run => run.RunAsync(() => Resolve<TStack>(serviceProvider)));
    }

    /// <summary>Runs an asynchronous program against mocks. Returns the resources it registered and what it returned.</summary>
    /// <param name="testMocks">Answers in place of the engine and the providers.</param>
    /// <param name="testOptions">The deployment that the program believes to run in.</param>
    /// <param name="createResources">The program.</param>
    /// <exception cref="RunException">The program failed or logged an error; an <see cref="AggregateException"/> of these when there are several.</exception>
    public static async Task<(ImmutableArray<Resource> Resources, IDictionary<string, object?> Outputs)> TestAsync(
        IMocks testMocks,
        TestOptions testOptions,
        Func<Task<IDictionary<string, object?>>> createResources)
    {
        ArgumentNullException.ThrowIfNull(createResources);
        IDictionary<string, object?> outputs = NoOutputs();
        var resources = await TestAsync(
            testMocks,
            testOptions,
            async () => { outputs = await createResources().ConfigureAwait(false); }).ConfigureAwait(false);
        return (resources, outputs);
    }

    /// <summary>Runs a program against mocks. Returns the resources it registered and what it returned.</summary>
    /// <inheritdoc cref="TestAsync(IMocks, TestOptions, Func{Task{IDictionary{string, object?}}})"/>
    public static Task<(ImmutableArray<Resource> Resources, IDictionary<string, object?> Outputs)> TestAsync(
        IMocks testMocks,
        TestOptions testOptions,
        Func<IDictionary<string, object?>> createResources)
    {
        ArgumentNullException.ThrowIfNull(createResources);
        return TestAsync(testMocks, testOptions, () => Task.FromResult(createResources()));
    }

    /// <summary>Runs an asynchronous program without outputs against mocks. Returns the resources it registered.</summary>
    /// <inheritdoc cref="TestAsync(IMocks, TestOptions, Func{Task{IDictionary{string, object?}}})"/>
    public static async Task<ImmutableArray<Resource>> TestAsync(IMocks testMocks, TestOptions testOptions, Func<Task> createResources)
    {
        ArgumentNullException.ThrowIfNull(createResources);
        var resources = await TestAsync(testMocks, testOptions, run => run.RunAsync(RunAsync, options: null)).ConfigureAwait(false);
        return resources.RemoveAll(static resource => resource is Stack);

        async Task<IDictionary<string, object?>> RunAsync()
        {
            await createResources().ConfigureAwait(false);
            return NoOutputs();
        }
    }

    /// <summary>Runs a program without outputs against mocks. Returns the resources it registered.</summary>
    /// <inheritdoc cref="TestAsync(IMocks, TestOptions, Func{Task{IDictionary{string, object?}}})"/>
    public static Task<ImmutableArray<Resource>> TestAsync(IMocks testMocks, TestOptions testOptions, Action createResources)
    {
        ArgumentNullException.ThrowIfNull(createResources);
        return TestAsync(testMocks, testOptions, () =>
        {
            createResources();
            return Task.CompletedTask;
        });
    }

    private static async Task<ImmutableArray<Resource>> TestAsync(IMocks mocks, TestOptions? options, Func<ProgramRun, Task<int>> run)
    {
        ArgumentNullException.ThrowIfNull(mocks);
        var settings = DeploymentSettings.ForTest(options, Environment.GetEnvironmentVariable("PULUMI_CONFIG"));
        var engine = new MockEngine();
        var monitor = new MockMonitor(mocks, settings);
        var core = new DeploymentCore(settings, monitor, engine);
        Enter(core);
        await run(new ProgramRun(core, new Host(static _ => null, TextWriter.Null, static _ => { }))).ConfigureAwait(false);
        engine.ThrowOnErrors();
        return monitor.Resources;
    }
}
