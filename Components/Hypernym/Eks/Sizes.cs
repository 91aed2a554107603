namespace Infra.Components.Hypernym.Eks;

/// <summary>What a pod asks for and what it gets at most, in Kubernetes' quantities.</summary>
/// <param name="CpuRequest">Processor, reserved on the node; scaling by processor is relative to it.</param>
/// <param name="MemoryRequest">Memory, reserved on the node; scaling by memory is relative to it.</param>
/// <param name="CpuLimit">The most processor: beyond, the pod is slowed down.</param>
/// <param name="MemoryLimit">The most memory: beyond, the pod is killed.</param>
public sealed record PodResources(string CpuRequest, string MemoryRequest, string CpuLimit, string MemoryLimit);

/// <summary>Between how many pods the application scales, and by what.</summary>
/// <param name="MinReplicas">The fewest pods.</param>
/// <param name="MaxReplicas">The most pods.</param>
public sealed record PodScaling(int MinReplicas, int MaxReplicas)
{
    /// <summary>The use of the requested processor that is aimed at, in percent. Default: 70.</summary>
    public int CpuPercent { get; init; } = 70;

    /// <summary>The use of the requested memory that is aimed at, in percent. Default: 80.</summary>
    public int MemoryPercent { get; init; } = 80;

    /// <summary>Seconds that a higher load must last before pods are added. Default: 30.</summary>
    public int ScaleOutSeconds { get; init; } = 30;

    /// <summary>Seconds that a lower load must last before pods go. Default: 300.</summary>
    public int ScaleInSeconds { get; init; } = 300;
}

/// <summary>The nodes that pods run on.</summary>
/// <param name="InstanceType">Their instance type.</param>
/// <param name="MinSize">The fewest.</param>
/// <param name="DesiredSize">How many start.</param>
/// <param name="MaxSize">The most; adding nodes takes an autoscaler or an operator.</param>
public sealed record NodePool(string InstanceType, int MinSize, int DesiredSize, int MaxSize)
{
    /// <summary>
    /// Their system image. Default: AL2023_x86_64_STANDARD. The documented Amazon Linux 2 ended in November 2025, and exists for no version
    /// of Kubernetes on offer.
    /// </summary>
    public string AmiType { get; init; } = "AL2023_x86_64_STANDARD";

    /// <summary>GiB of a node's volume. Default: 30.</summary>
    public int VolumeGiB { get; init; } = 30;
}
