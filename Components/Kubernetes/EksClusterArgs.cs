using Pulumi;

namespace Infra.Components.Kubernetes;

/// <summary>What an <see cref="EksCluster"/> is made of.</summary>
public sealed class EksClusterArgs : ResourceArgs
{
    /// <summary>The cluster's name in AWS, unique in account and region: 1 to 100 letters, digits, hyphens and underscores.</summary>
    public required string PhysicalName { get; init; }

    /// <summary>The name of its role in AWS.</summary>
    public required string RoleName { get; init; }

    /// <summary>The region.</summary>
    public required string Region { get; init; }

    /// <summary>The version of Kubernetes, such as 1.35. EKS upgrades one minor version at a time.</summary>
    public required string KubernetesVersion { get; init; }

    /// <summary>The ids of its subnets, in two zones at least.</summary>
    public required InputList<string> SubnetIds { get; init; }

    /// <summary>The networks that reach its API from outside the VPC; without any, only the VPC does, and whoever runs Pulumi must be in it.</summary>
    public required IReadOnlyList<string> PublicAccessCidrs { get; init; }

    /// <summary>The roles and users that administer it, besides whoever creates it. Default: none.</summary>
    public IReadOnlyList<string> AdministratorArns { get; init; } = [];

    /// <summary>Where its services get their addresses; apart from the VPC's block, and never changed. Default: 172.20.0.0/16.</summary>
    public string ServiceCidr { get; init; } = "172.20.0.0/16";

    /// <summary>Days that the control plane's logs are kept. Default: 30.</summary>
    public int LogRetentionDays { get; init; } = 30;
}
