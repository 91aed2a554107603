namespace Infra.Components.Network;

/// <summary>How private subnets reach the internet.</summary>
public enum NatGateways
{
    /// <summary>They do not.</summary>
    None,

    /// <summary>Through one NAT gateway in the first zone; all of them lose the internet with that zone.</summary>
    Shared,

    /// <summary>Through a NAT gateway in their own zone.</summary>
    OnePerZone,
}
