using Pulumi;
using Aws = Pulumi.Aws;

namespace Infra.Components.Network;

/// <summary>A NAT gateway in one public subnet, with an address of its own.</summary>
public sealed class ZonalNatGateway : ComponentResource
{
    /// <summary>The component's type token.</summary>
    public const string Token = "infra:network:ZonalNatGateway";

    /// <summary>Makes the address and the gateway.</summary>
    public ZonalNatGateway(string name, ZonalNatGatewayArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        var address = CreateAddress(name, args);
        var gateway = CreateGateway(name, args, address);
        NatGatewayId = gateway.Id;
        PublicIp = gateway.PublicIp;
        RegisterOutputs();
    }

    /// <summary>The gateway's id.</summary>
    [Output("natGatewayId")]
    public Output<string> NatGatewayId { get; private set; }

    /// <summary>The IPv4 address that the internet sees.</summary>
    [Output("publicIp")]
    public Output<string> PublicIp { get; private set; }

    private Aws.Ec2.Eip CreateAddress(string name, ZonalNatGatewayArgs args) => new($"{name}-address", new Aws.Ec2.EipArgs
    {
        Domain = "vpc",
        Tags = { { "Name", args.PhysicalName } },
    }, Child(args));

    private Aws.Ec2.NatGateway CreateGateway(string name, ZonalNatGatewayArgs args, Aws.Ec2.Eip address) => new(name, new Aws.Ec2.NatGatewayArgs
    {
        AllocationId = address.AllocationId,
        SubnetId = args.SubnetId,
        Tags = { { "Name", args.PhysicalName } },
    }, Child(args));

    private CustomResourceOptions Child(ZonalNatGatewayArgs args) => new() { Parent = this, DependsOn = args.CreateAfter };
}

/// <summary>What a <see cref="ZonalNatGateway"/> is made of.</summary>
public sealed class ZonalNatGatewayArgs : ResourceArgs
{
    /// <summary>The id of the public subnet it stands in.</summary>
    public required Input<string> SubnetId { get; init; }

    /// <summary>The `Name` tag of gateway and address.</summary>
    public required string PhysicalName { get; init; }

    /// <summary>
    /// The internet gateway and the subnet's routing: AWS refuses both address and gateway in a VPC that has no way out yet.
    /// </summary>
    public required InputList<Resource> CreateAfter { get; init; }
}
