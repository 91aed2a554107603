namespace Pulumi;

/// <summary>Entry point of programs and their tests, and access to the deployment that is running.</summary>
public sealed partial class Deployment
{
    private static readonly AsyncLocal<DeploymentInstance?> Running = new();

    private Deployment()
    {
    }

    /// <summary>
    /// The deployment that the calling code runs in. Throws <see cref="InvalidOperationException"/> outside <c>RunAsync</c> and <c>TestAsync</c>.
    /// </summary>
    public static DeploymentInstance Instance => Running.Value
        ?? throw new InvalidOperationException("Trying to acquire Deployment.Instance before 'Run' was called.");

    /// <summary>The deployment that the calling code runs in, null outside one.</summary>
    internal static DeploymentCore? Current => Running.Value?.Core;

    /// <summary>
    /// Makes sure that the CLI has a version in the given range, for example <c>&gt;=3.150.0</c>. The program fails when it has not.
    /// </summary>
    /// <param name="pulumiVersionRange">Range of versions, as semantic versioning writes it.</param>
    public static Task RequirePulumiVersionAsync(string pulumiVersionRange)
    {
        var core = Instance.Core;
        var check = core.RequirePulumiVersionAsync(pulumiVersionRange);
        core.Runner.Track(check);
        return check;
    }

    /// <summary>Lets the running deployment wait for a task and fail with it; does nothing outside one.</summary>
    internal static void TrackTask(Task task) => Current?.Runner.Track(task);

    /// <summary>Makes a deployment the one that the calling asynchronous method, and what it calls, runs in.</summary>
    private static void Enter(DeploymentCore core)
    {
        if (Running.Value is not null)
        {
            throw new InvalidOperationException("Deployment.Instance should only be set once: a deployment cannot start another one.");
        }

        Running.Value = new DeploymentInstance(core);
    }
}
