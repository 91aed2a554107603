using Pulumi;

namespace Infra.Components.Hypernym.Eks;

/// <summary>Hypernym on EKS with managed nodes.</summary>
public sealed class EksCompute : HypernymCompute
{
    /// <inheritdoc/>
    public override HypernymVariant Variant => HypernymVariant.Eks;

    /// <summary>The version of Kubernetes. Default: 1.35.</summary>
    public string KubernetesVersion { get; init; } = "1.35";

    /// <summary>The networks that reach the cluster's API from outside the VPC: whoever runs Pulumi, as the VPC is made in the same run.</summary>
    public required IReadOnlyList<string> ApiAccessCidrs { get; init; }

    /// <summary>The roles and users that administer the cluster, besides whoever creates it. Default: none.</summary>
    public IReadOnlyList<string> AdministratorArns { get; init; } = [];

    /// <summary>The nodes. Default: 2 to 10 t3.medium.</summary>
    public NodePool Nodes { get; init; } = new("t3.medium", 2, 2, 10);

    /// <summary>The application's namespace. Default: hypernym.</summary>
    public string Namespace { get; init; } = "hypernym";

    /// <summary>The application's service account. Default: hypernym-api.</summary>
    public string ServiceAccountName { get; init; } = "hypernym-api";

    /// <summary>What a pod gets. Default: 250m to 500m of processor, 256Mi to 512Mi of memory.</summary>
    public PodResources PodResources { get; init; } = new("250m", "256Mi", "500m", "512Mi");

    /// <summary>Between how many pods it scales, and by what. Default: 2 to 10, by 70 % processor and 80 % memory, up after 30 s and down after 300 s.</summary>
    public PodScaling Scaling { get; init; } = new(2, 10);

    /// <summary>Whether a network policy limits the traffic of the application's pods. Default: security groups alone do.</summary>
    public bool LimitsPodTraffic { get; init; }

    /// <summary>How the provider's credentials get into pods. Default: by the secrets store driver.</summary>
    public CredentialsDelivery CredentialsDelivery { get; init; }

    /// <summary>The version of the load balancer controller's chart. Default: 3.5.0.</summary>
    public string ControllerChartVersion { get; init; } = "3.5.0";

    /// <summary>The repository of the load balancer controller's image. Default: null, AWS's own registry in the region.</summary>
    public string? ControllerImageRepository { get; init; }

    /// <summary>
    /// The system's tags, for what AWS and the load balancer controller make by themselves: the provider's tags do not reach instances,
    /// volumes, network interfaces, the load balancer and its target group.
    /// </summary>
    public required IReadOnlyDictionary<string, string> Tags { get; init; }

    /// <inheritdoc/>
    internal override HypernymRuntime Create(string name, HypernymFoundation foundation, Resource parent) =>
        new HypernymEks($"{name}-eks", new HypernymEksArgs { Compute = this, Foundation = foundation }, new ComponentResourceOptions { Parent = parent }).Runtime;
}
