using Pulumi;

namespace Infra.Components.Kubernetes;

/// <summary>What an <see cref="EksNodeGroup"/> is made of.</summary>
public sealed class EksNodeGroupArgs : ResourceArgs
{
    // AWS appends 26 characters of its own to it, and takes 63 in all.
    private const int LongestPrefix = 37;

    /// <summary>The beginning of the group's name in AWS, at most 37 characters.</summary>
    public required string NamePrefix { get; init; }

    /// <summary>The name of the nodes' role in AWS.</summary>
    public required string RoleName { get; init; }

    /// <summary>The `Name` tag of template and group.</summary>
    public required string TemplateName { get; init; }

    /// <summary>The region.</summary>
    public required string Region { get; init; }

    /// <summary>The cluster's name.</summary>
    public required Input<string> ClusterName { get; init; }

    /// <summary>The version of Kubernetes: the cluster's own, so that nodes follow its upgrades.</summary>
    public required string KubernetesVersion { get; init; }

    /// <summary>The ids of the nodes' subnets.</summary>
    public required InputList<string> SubnetIds { get; init; }

    /// <summary>The ids of the security groups that nodes and their pods wear. EKS adds none to them.</summary>
    public required InputList<string> SecurityGroupIds { get; init; }

    /// <summary>The nodes' system image, such as AL2023_x86_64_STANDARD. It must exist for <see cref="KubernetesVersion"/>.</summary>
    public required string AmiType { get; init; }

    /// <summary>The nodes' instance type.</summary>
    public required string InstanceType { get; init; }

    /// <summary>The fewest nodes.</summary>
    public required int MinSize { get; init; }

    /// <summary>How many nodes start.</summary>
    public required int DesiredSize { get; init; }

    /// <summary>The most nodes. Nothing here adds nodes: that takes an autoscaler.</summary>
    public required int MaxSize { get; init; }

    /// <summary>The tags of what EKS starts by the template: instances, volumes and network interfaces.</summary>
    public required IReadOnlyDictionary<string, string> InstanceTags { get; init; }

    /// <summary>GiB of a node's encrypted volume, which images and containers share. Default: 30.</summary>
    public int VolumeGiB { get; init; } = 30;

    /// <summary>Whether pods reach the instance's metadata, a network hop further away than the node; the CloudWatch agent does. Default: they do not.</summary>
    public bool PodsReadMetadata { get; init; }

    /// <summary>The add-ons, endpoints, routes and firewall rules without which no node becomes ready.</summary>
    public required IReadOnlyList<Resource> CreateAfter { get; init; }

    internal void Validate(string name)
    {
        if (NamePrefix.Length is 0 or > LongestPrefix)
        {
            throw new ArgumentException(
                $"{nameof(NamePrefix)} of node group '{name}' is '{NamePrefix}'. It has 1 to 37 characters, as AWS appends 26 and takes 63. Shorten it.");
        }
    }
}
