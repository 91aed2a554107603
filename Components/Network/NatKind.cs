namespace Infra.Components.Network;

/// <summary>What translates the addresses of private subnets.</summary>
public enum NatKind
{
    /// <summary>NAT gateways: AWS keeps them running.</summary>
    Gateway,

    /// <summary>One EC2 instance: a tenth of the price, and no egress while it is replaced.</summary>
    Instance,
}
