using Infra.Components.Network;
using Pulumi;

namespace Infra.Components.Hypernym;

/// <summary>Where Hypernym's network lies and what it reaches.</summary>
public sealed record HypernymNetworkLayout
{
    /// <summary>The VPC's IPv4 block. Default: 10.0.0.0/16.</summary>
    public string VpcCidr { get; init; } = "10.0.0.0/16";

    /// <summary>The private subnets, in two zones at least.</summary>
    public required IReadOnlyList<SubnetPlace> PrivateSubnets { get; init; }

    /// <summary>The public subnet of a NAT gateway. Default: null, no way to the internet, as documented.</summary>
    public SubnetPlace? NatSubnet { get; init; }

    /// <summary>
    /// Whether the Marketplace's metering service has an endpoint. Default: it has; without one usage is metered through NAT only.
    /// </summary>
    public bool MeteringEndpoint { get; init; } = true;
}

/// <summary>What a <see cref="HypernymNetwork"/> is made of.</summary>
public sealed class HypernymNetworkArgs : ResourceArgs
{
    /// <summary>How the documented names begin.</summary>
    public required string NamePrefix { get; init; }

    /// <summary>The region.</summary>
    public required string Region { get; init; }

    /// <summary>Where the network lies.</summary>
    public required HypernymNetworkLayout Layout { get; init; }

    /// <summary>What runs in it.</summary>
    public required HypernymVariant Variant { get; init; }

    /// <summary>The cluster's name; EKS and its load balancer controller find their subnets by it.</summary>
    public required string ClusterName { get; init; }

    /// <summary>The application's port.</summary>
    public required int ApplicationPort { get; init; }

    /// <summary>How the internal load balancer behaves.</summary>
    public required HypernymFrontDoor FrontDoor { get; init; }

    /// <summary>Who answers model calls.</summary>
    public required InferenceProvider Provider { get; init; }

    /// <summary>The ARN of the credentials' secret; null in managed mode.</summary>
    public Output<string>? SecretArn { get; init; }

    /// <summary>Whether container metrics are collected.</summary>
    public required bool ContainerInsights { get; init; }
}
