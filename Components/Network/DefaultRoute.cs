using Pulumi;

namespace Infra.Components.Network;

/// <summary>Where a route table sends what no other route covers.</summary>
public sealed class DefaultRoute
{
    private DefaultRoute()
    {
    }

    /// <summary>The internet gateway that takes it. Default: null.</summary>
    public Input<string>? InternetGatewayId { get; private init; }

    /// <summary>The NAT gateway that takes it. Default: null.</summary>
    public Input<string>? NatGatewayId { get; private init; }

    /// <summary>The network interface, of a NAT instance, that takes it. Default: null.</summary>
    public Input<string>? NetworkInterfaceId { get; private init; }

    /// <summary>Through an internet gateway: makes the subnets public.</summary>
    public static DefaultRoute InternetGateway(Input<string> id) => new() { InternetGatewayId = id };

    /// <summary>Through a NAT gateway.</summary>
    public static DefaultRoute NatGateway(Input<string> id) => new() { NatGatewayId = id };

    /// <summary>Through the network interface of a NAT instance.</summary>
    public static DefaultRoute NetworkInterface(Input<string> id) => new() { NetworkInterfaceId = id };
}
