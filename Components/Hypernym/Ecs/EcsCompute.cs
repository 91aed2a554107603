using Infra.Components.Containers;
using Pulumi;

namespace Infra.Components.Hypernym.Ecs;

/// <summary>Hypernym on ECS Fargate.</summary>
public sealed class EcsCompute : HypernymCompute
{
    /// <inheritdoc/>
    public override HypernymVariant Variant => HypernymVariant.Ecs;

    /// <summary>The name of service and container. Default: hypernym-api.</summary>
    public string ServiceName { get; init; } = "hypernym-api";

    /// <summary>What a task gets. Default: half a vCPU and 1 GiB.</summary>
    public FargateSize TaskSize { get; init; } = new(512, 1024);

    /// <summary>How many tasks start; scaling takes over from there. Default: 2.</summary>
    public int DesiredCount { get; init; } = 2;

    /// <summary>
    /// Between how many tasks it scales, and by what. Default: 2 to 10 tasks, by 70 % processor and 80 % memory, up after 30 s and down
    /// after 300 s.
    /// </summary>
    public ServiceScaling Scaling { get; init; } = new(2, 10)
    {
        Loads = [new(ServiceLoad.Cpu, 70), new(ServiceLoad.Memory, 80)],
        ScaleOutSeconds = 30,
        ScaleInSeconds = 300,
    };

    /// <summary>Whether ECS also asks the container itself for its health; the image must hold Python. Default: it does.</summary>
    public bool ChecksContainerHealth { get; init; } = true;

    /// <summary>Whether an update waits until the tasks run, and fails when they do not. Default: it does.</summary>
    public bool WaitsForSteadyState { get; init; } = true;

    /// <inheritdoc/>
    internal override HypernymRuntime Create(string name, HypernymFoundation foundation, Resource parent) =>
        new HypernymEcs(
            $"{name}-ecs",
            new HypernymEcsArgs { Compute = this, Foundation = foundation },
            new ComponentResourceOptions { Parent = parent }).Runtime;
}
