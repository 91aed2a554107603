using Pulumi;

namespace Infra.Components.Containers;

/// <summary>A container of an ECS task.</summary>
public sealed record ContainerDefinition
{
    /// <summary>Its name within the task.</summary>
    public required string Name { get; init; }

    /// <summary>The image with a tag or digest.</summary>
    public required Input<string> Image { get; init; }

    /// <summary>Where its output goes.</summary>
    public required ContainerLog Log { get; init; }

    /// <summary>Whether the task ends with it. Default: it does.</summary>
    public bool Essential { get; init; } = true;

    /// <summary>The TCP ports it listens on. Default: none.</summary>
    public IReadOnlyList<int> Ports { get; init; } = [];

    /// <summary>
    /// Environment variables. Default: none. Secrets belong into <see cref="Secrets"/>: whoever may describe the task can read these.
    /// </summary>
    public InputMap<string> Environment { get; init; } = new();

    /// <summary>
    /// Environment variables that ECS fills from Secrets Manager: the secret's ARN, or `ARN:key::` for one key of its JSON. Default: none.
    /// The execution role must be allowed to read them.
    /// </summary>
    public InputMap<string> Secrets { get; init; } = new();

    /// <summary>The command in place of the image's. Default: null, the image's.</summary>
    public IReadOnlyList<string>? Command { get; init; }

    /// <summary>User and group, `uid:gid`, in place of the image's. Default: null, the image's.</summary>
    public string? User { get; init; }

    /// <summary>Whether the root file system refuses writes. Default: it does not.</summary>
    public bool ReadOnlyRootFilesystem { get; init; }

    /// <summary>Whether all Linux capabilities are taken away. Default: they are not.</summary>
    public bool DropsAllCapabilities { get; init; }

    /// <summary>Whether a small init process forwards signals and reaps children. Default: not.</summary>
    public bool InitProcess { get; init; }

    /// <summary>Folders in memory. Default: none. Unlike an empty volume, which only root may write to, they suit any user.</summary>
    public IReadOnlyList<MemoryFolder> MemoryFolders { get; init; } = [];

    /// <summary>How ECS finds out whether it works. Default: null, it counts as working while it runs.</summary>
    public ContainerHealthCheck? HealthCheck { get; init; }

    /// <summary>Seconds between the request to stop and the kill, at most 120. Default: null, ECS's 30.</summary>
    public int? StopTimeoutSeconds { get; init; }
}

/// <summary>The CloudWatch log group of a container; its streams are `prefix/container/task`.</summary>
/// <param name="Group">The group's name. An output of the group, so that the group comes first.</param>
/// <param name="Region">The group's region.</param>
/// <param name="StreamPrefix">The beginning of the streams' names; Fargate demands one.</param>
public sealed record ContainerLog(Input<string> Group, Input<string> Region, string StreamPrefix = "ecs");

/// <summary>A folder in memory.</summary>
/// <param name="Path">Where it is in the container.</param>
/// <param name="SizeMiB">How much it may hold; it counts against the task's memory.</param>
public sealed record MemoryFolder(string Path, int SizeMiB);

/// <summary>A command that succeeds while a container works.</summary>
/// <param name="Command">`CMD` and its arguments, or `CMD-SHELL` and a line for the image's shell.</param>
public sealed record ContainerHealthCheck(params IReadOnlyList<string> Command)
{
    /// <summary>Seconds between two runs, 5 to 300. Default: 30.</summary>
    public int IntervalSeconds { get; init; } = 30;

    /// <summary>Seconds that a run may take, 2 to 60. Default: 5.</summary>
    public int TimeoutSeconds { get; init; } = 5;

    /// <summary>Failures in a row that make the container unhealthy, 1 to 10. Default: 3.</summary>
    public int Retries { get; init; } = 3;

    /// <summary>Seconds at the start in which failures do not count, 0 to 300. Default: 60.</summary>
    public int StartPeriodSeconds { get; init; } = 60;
}
