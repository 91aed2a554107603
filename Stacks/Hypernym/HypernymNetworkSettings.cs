using Infra.Stacks.Settings;
using Infra.Stacks.Settings.Constraints;

namespace Infra.Stacks.Hypernym;

/// <summary>Hypernym's settings of network and load balancer.</summary>
public abstract record HypernymNetworkSettings : HypernymScalingSettings
{
    /// <summary>The VPC's address block.</summary>
    [Setting("The address block of the VPC.")]
    [Cidr(16, 28)]
    public string VpcCidr { get; init; } = "10.0.0.0/16";

    /// <summary>The private subnets' address blocks.</summary>
    [Setting("The address blocks of the private subnets, one per zone, inside `vpcCidr`.", example: "10.0.1.0/24")]
    [Cidr(16, 28)]
    [Count(2, 6)]
    public IReadOnlyList<string> PrivateSubnetCidrs { get; init; } = ["10.0.1.0/24", "10.0.2.0/24"];

    /// <summary>The zones.</summary>
    [Setting(
        "The names of the zones of the private subnets, in their order.",
        defaultText: "the first zones of the region that have Fargate or EKS capacity and every endpoint service",
        example: "us-east-1a")]
    [Pattern("^[a-z]{2}(-[a-z]+)+-[0-9][a-z]$", "a zone's name, such as us-east-1a")]
    public IReadOnlyList<string> AvailabilityZones { get; init; } = [];

    /// <summary>Whether there is a way to the internet.</summary>
    [Setting(
        "Whether a NAT gateway lets the application reach the internet; providers such as OpenAI are out of reach without it.",
        note: "Not in the document, which has no internet gateway; it adds one, and a public subnet.")]
    public bool EnableNatGateway { get; init; }

    /// <summary>The NAT gateway's subnet.</summary>
    [Setting("The address block of the NAT gateway's public subnet, inside `vpcCidr`.")]
    [Cidr(16, 28)]
    public string NatPublicSubnetCidr { get; init; } = "10.0.101.0/24";

    /// <summary>Whether metering has an endpoint.</summary>
    [Setting(
        "Whether the Marketplace's metering service is reached through an interface endpoint.",
        note: "The document's five endpoints do not let the container register its use.")]
    public bool EnableMeteringEndpoint { get; init; } = true;

    /// <summary>Clients outside the VPC.</summary>
    [Setting(
        "The networks, besides the VPC, whose clients may call the load balancer: peered, transit or VPN networks keep their own "
        + "addresses.",
        defaultText: "none",
        example: "10.8.0.0/16")]
    [Cidr(1, 32)]
    public IReadOnlyList<string> AdditionalClientCidrs { get; init; } = [];

    /// <summary>How long a connection may be silent.</summary>
    [Setting(
        "Seconds that a connection to the load balancer may be silent; slow model calls need more, and the application must keep connections open for longer.")]
    [Between(1, 4000)]
    public int AlbIdleTimeoutSeconds { get; init; } = 60;

    /// <summary>The certificate of HTTPS.</summary>
    [Setting(
        "The ARN of an issued ACM certificate: the load balancer then speaks HTTPS, and HTTP redirects to it.",
        defaultText: "none: HTTP only, as documented",
        example: "arn:aws:acm:us-east-1:123456789012:certificate/00000000-0000-0000-0000-000000000000")]
    [Arn("acm", "certificate/")]
    public string? CertificateArn { get; init; }
}
