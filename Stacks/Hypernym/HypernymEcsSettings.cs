using Infra.Stacks.Settings;
using Infra.Stacks.Settings.Constraints;

namespace Infra.Stacks.Hypernym;

/// <summary>Hypernym's settings that concern ECS alone.</summary>
public abstract record HypernymEcsSettings : HypernymEksSettings
{
    /// <summary>The service's name.</summary>
    [Setting("ECS: the name of the service and its container.")]
    [Pattern("^[A-Za-z0-9-]{1,255}$", "1 to 255 letters, digits and hyphens")]
    public string ServiceName { get; init; } = "hypernym-api";

    /// <summary>A task's processor.</summary>
    [Setting("ECS: CPU units of a task; 1024 are a vCPU.")]
    [OneOf(256, 512, 1024, 2048, 4096, 8192, 16384)]
    public int TaskCpu { get; init; } = 512;

    /// <summary>A task's memory.</summary>
    [Setting("ECS: memory of a task in MiB; Fargate offers certain amounts beside each `taskCpu`.")]
    [Between(512, 122880)]
    public int TaskMemory { get; init; } = 1024;

    /// <summary>How many tasks start.</summary>
    [Setting("ECS: how many tasks start; scaling between `minCapacity` and `maxCapacity` takes over from there.")]
    [Between(1, 100)]
    public int DesiredCount { get; init; } = 2;

    /// <summary>Whether the container is asked for its health.</summary>
    [Setting("ECS: whether the container is also asked for its health from inside; the image must hold Python.")]
    public bool CheckContainerHealth { get; init; } = true;

    /// <summary>Whether an update waits for the service.</summary>
    [Setting("ECS: whether an update waits until the tasks run, and fails when they do not.")]
    public bool WaitForSteadyState { get; init; } = true;
}
