using Infra.Components.Identity;
using Pulumi;

namespace Infra.Components.Hypernym.Eks;

/// <summary>What a <see cref="HypernymWorkload"/> is made of.</summary>
public sealed class HypernymWorkloadArgs : ResourceArgs
{
    /// <summary>The settings of EKS.</summary>
    internal EksCompute Compute { get; init; } = null!;

    /// <summary>What the system stands on.</summary>
    internal HypernymFoundation Foundation { get; init; } = null!;

    /// <summary>The role that pods assume.</summary>
    public required ServiceRole PodRole { get; init; }

    /// <summary>The nodes, the load balancer controller and the secrets store driver.</summary>
    public required IReadOnlyList<Resource> CreateAfter { get; init; }
}
