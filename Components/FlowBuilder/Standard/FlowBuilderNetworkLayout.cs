using Infra.Components.Network;

namespace Infra.Components.FlowBuilder.Standard;

/// <summary>Where Flow Builder's network lies: 10.0.0.0/16, a /24 per tier and zone.</summary>
public sealed record FlowBuilderNetworkLayout
{
    /// <summary>The VPC's block.</summary>
    public const string VpcCidr = "10.0.0.0/16";

    private const int SubnetPrefix = 24;
    private const int FirstPrivate = 10;
    private const int FirstDatabase = 20;

    /// <summary>The names of the zones, two or three.</summary>
    public required IReadOnlyList<string> AvailabilityZones { get; init; }

    /// <summary>What leads private subnets to the internet.</summary>
    public required NatKind Nat { get; init; }

    /// <summary>How many NAT gateways there are, at most one per zone.</summary>
    public int NatGatewayCount { get; init; } = 1;

    /// <summary>The NAT instance's type.</summary>
    public string NatInstanceType { get; init; } = "t3.nano";

    /// <summary>Whether a bastion leads to the database.</summary>
    public bool Bastion { get; init; }

    internal IReadOnlyList<SubnetPlace> PublicSubnets => Tier(0);

    internal IReadOnlyList<SubnetPlace> PrivateSubnets => Tier(FirstPrivate);

    internal IReadOnlyList<SubnetPlace> DatabaseSubnets => Tier(FirstDatabase);

    private IReadOnlyList<SubnetPlace> Tier(int first) =>
    [
        .. AvailabilityZones.Zip(
            SubnetBlocks.Consecutive(VpcCidr, SubnetPrefix, AvailabilityZones.Count, first),
            (zone, block) => new SubnetPlace(zone, block)),
    ];
}
