using Infra.Components.Network;
using Pulumi;

namespace Infra.Components.SeePlusPlus;

/// <summary>What a <see cref="SeePlusPlusNetwork"/> is made of.</summary>
public sealed class SeePlusPlusNetworkArgs : ResourceArgs
{
    /// <summary>The beginning of `Name` tags.</summary>
    public required string NamePrefix { get; init; }

    /// <summary>The region.</summary>
    public required string Region { get; init; }

    /// <summary>The VPC's IPv4 block, which holds two /24 per zone.</summary>
    public required string VpcCidr { get; init; }

    /// <summary>The names of the zones.</summary>
    public required IReadOnlyList<string> AvailabilityZones { get; init; }

    /// <summary>How private subnets reach the internet.</summary>
    public required NatGateways NatGateways { get; init; }

    /// <summary>The ARN of the bucket that the S3 endpoint lets through.</summary>
    public required Input<string> TraceBucketArn { get; init; }
}
