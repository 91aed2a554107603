using Infra.Components.Containers;
using Infra.Components.Hypernym;
using Infra.Components.Hypernym.Ecs;
using Infra.Components.Hypernym.Eks;

namespace Infra.Stacks.Hypernym;

/// <summary>Chooses what Hypernym runs on.</summary>
internal static class HypernymComputeSettings
{
    public static HypernymCompute Of(HypernymSettings settings, IReadOnlyDictionary<string, string> tags) =>
        settings.Compute == HypernymVariant.Eks ? Eks(settings, tags) : Ecs(settings);

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

    private static EksCompute Eks(HypernymSettings settings, IReadOnlyDictionary<string, string> tags) => new()
    {
        ClusterName = settings.ClusterName,
        KubernetesVersion = settings.KubernetesVersion,
        ApiAccessCidrs = settings.EksPublicAccessCidrs,
        AdministratorArns = settings.AdminPrincipalArns,
        Nodes = new NodePool(settings.NodeInstanceType, settings.NodeMin, settings.NodeDesired, settings.NodeMax) { AmiType = settings.NodeAmiType },
        Namespace = settings.Namespace,
        ServiceAccountName = settings.ServiceAccountName,
        PodResources = new PodResources(settings.CpuRequest, settings.MemRequest, settings.CpuLimit, settings.MemLimit),
        Scaling = new PodScaling(settings.MinCapacity, settings.MaxCapacity)
        {
            CpuPercent = settings.CpuTargetPercent,
            MemoryPercent = settings.MemoryTargetPercent,
            ScaleOutSeconds = settings.ScaleOutSeconds,
            ScaleInSeconds = settings.ScaleInSeconds,
        },
        LimitsPodTraffic = settings.EnableNetworkPolicy,
        CredentialsDelivery = settings.ByopSecretDelivery == SecretDelivery.Csi ? CredentialsDelivery.SecretsStore : CredentialsDelivery.KubernetesSecret,
        ControllerChartVersion = settings.LbcChartVersion,
        ControllerImageRepository = settings.LbcImageRepository,
        Tags = tags,
    };
}
