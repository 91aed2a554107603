using Pulumi.Grpc;
using Pulumirpc;

namespace Pulumi;

/// <summary>A running deployment: registers resources with the engine and calls functions through it.</summary>
internal sealed partial class DeploymentCore
{
    private readonly IMonitor _monitor;
    private readonly IEngine _engine;
    private readonly Lock _featuresLock = new();
    private readonly Dictionary<string, Task<bool>> _features = [];

    // Registrations begin outside the constructor of the resource, so that the constructor can finish, and one after the other, so
    // that those which wait for nothing reach the engine in the program's order.
    private readonly TaskScheduler _starts = new ConcurrentExclusiveSchedulerPair().ExclusiveScheduler;
    private Stack? _stack;

    public DeploymentCore(DeploymentSettings settings, IMonitor monitor, IEngine engine)
    {
        Settings = settings;
        _monitor = monitor;
        _engine = engine;
        Runner = new Runner();
        Log = new EngineLog(engine, Runner);
    }

    public DeploymentSettings Settings { get; }

    public string ProjectName => Settings.ProjectName;

    public bool IsDryRun => Settings.IsDryRun;

    public Runner Runner { get; }

    public EngineLog Log { get; }

    /// <summary>The stack; null before it is created.</summary>
    public Stack? StackOrNull => _stack;

    /// <summary>The root resource.</summary>
    /// <exception cref="InvalidOperationException">It is read before it is there, or set twice.</exception>
    public Stack Stack
    {
        get => _stack ?? throw new InvalidOperationException("Trying to acquire Deployment.Stack before 'Run' was called.");
        set
        {
            if (Interlocked.CompareExchange(ref _stack, value, null) is not null)
            {
                throw new InvalidOperationException("Deployment.Stack should only be set once: a program has exactly one stack.");
            }
        }
    }

    public string? GetConfig(string fullKey) => Settings.Config.TryGetValue(fullKey, out var value) ? value : null;

    /// <summary>Whether the engine has a feature; asked once.</summary>
    public Task<bool> MonitorSupportsAsync(string feature)
    {
        lock (_featuresLock)
        {
            if (!_features.TryGetValue(feature, out var answer))
            {
                _features[feature] = answer = _monitor.SupportsFeatureAsync(feature);
            }

            return answer;
        }
    }

    /// <summary>Asks what nearly every program will want to know.</summary>
    public void Prefetch() => Runner.Track(MonitorSupportsAsync(Feature.ResourceReferences));

    public Task SignalAndWaitForShutdownAsync() => _monitor.SignalAndWaitForShutdownAsync();

    public async Task RequirePulumiVersionAsync(string range)
    {
        try
        {
            await _engine.RequirePulumiVersionAsync(new RequirePulumiVersionRequest { PulumiVersionRange = range }).ConfigureAwait(false);
        }
        catch (GrpcException e) when (e.Status == GrpcStatusCode.Unimplemented)
        {
            throw new InvalidOperationException(
                "The installed version of the CLI does not support the `RequirePulumiVersion` RPC. Please upgrade the Pulumi CLI", e);
        }
        catch (GrpcException e) when (!e.EngineIsGone)
        {
            throw new InvalidOperationException(e.Detail, e);
        }
    }

    private Task<bool> KeepResourcesAsync() => MonitorSupportsAsync(Feature.ResourceReferences);

    /// <summary>Names under which the engine is asked for its features.</summary>
    internal static class Feature
    {
        public const string ResourceReferences = "resourceReferences";
        public const string OutputValues = "outputValues";
        public const string AliasSpecs = "aliasSpecs";
        public const string DeletedWith = "deletedWith";
        public const string ReplaceWith = "replaceWith";
        public const string ReplacementTrigger = "replacementTrigger";
    }
}
