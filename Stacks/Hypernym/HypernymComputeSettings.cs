using Infra.Components.Containers;
using Infra.Components.Hypernym;
using Infra.Components.Hypernym.Ecs;

namespace Infra.Stacks.Hypernym;

/// <summary>Chooses what Hypernym runs on.</summary>
internal static class HypernymComputeSettings
{
    public static HypernymCompute Of(HypernymSettings settings) => settings.Compute switch
    {
        HypernymVariant.Ecs => Ecs(settings),
        _ => throw new NotSupportedException(
            "infra:hypernym.compute is eks. This version of the program deploys Hypernym on ecs only. "
            + "Set that: pulumi config set --path infra:hypernym.compute ecs"),
    };

    private static EcsCompute Ecs(HypernymSettings settings) => new()
    {
        ClusterName = settings.ClusterName,
        ServiceName = settings.ServiceName,
        TaskSize = new FargateSize(settings.TaskCpu, settings.TaskMemory),
        DesiredCount = settings.DesiredCount,
        ChecksContainerHealth = settings.CheckContainerHealth,
        WaitsForSteadyState = settings.WaitForSteadyState,
        Scaling = new ServiceScaling(settings.MinCapacity, settings.MaxCapacity)
        {
            Loads = [new(ServiceLoad.Cpu, settings.CpuTargetPercent), new(ServiceLoad.Memory, settings.MemoryTargetPercent)],
            ScaleOutSeconds = settings.ScaleOutSeconds,
            ScaleInSeconds = settings.ScaleInSeconds,
        },
    };
}
