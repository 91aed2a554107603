using Pulumi;
using Aws = Pulumi.Aws;

namespace Infra.Components.Network;

/// <summary>
/// A VPC without any gateway, whose default security group allows nothing. Subnets, routes and endpoints are added by whoever lays the
/// network out by hand.
/// </summary>
public sealed class BareVpc : ComponentResource
{
    /// <summary>The component's type token.</summary>
    public const string Token = "infra:network:BareVpc";

    /// <summary>Makes the VPC and takes the rules of its default group away.</summary>
    public BareVpc(string name, BareVpcArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        var vpc = CreateVpc(name, args);
        LockDefaultSecurityGroup(name, args, vpc);
        VpcId = vpc.Id;
        RegisterOutputs();
    }

    /// <summary>The VPC's id.</summary>
    [Output("vpcId")]
    public Output<string> VpcId { get; private set; }

    private Aws.Ec2.Vpc CreateVpc(string name, BareVpcArgs args) => new(name, new Aws.Ec2.VpcArgs
    {
        CidrBlock = args.CidrBlock,
        // Private names of interface endpoints and of a private cluster need both; AWS leaves host names off by default.
        EnableDnsHostnames = true,
        EnableDnsSupport = true,
        Tags = InputMap<string>.Merge(new() { { "Name", args.PhysicalName } }, args.Tags),
    }, new CustomResourceOptions { Parent = this });

    // A VPC's default group lets its members talk to each other and to everywhere; adopting it without rules takes both away.
    private void LockDefaultSecurityGroup(string name, BareVpcArgs args, Aws.Ec2.Vpc vpc) =>
        _ = new Aws.Ec2.DefaultSecurityGroup($"{name}-default", new Aws.Ec2.DefaultSecurityGroupArgs
        {
            VpcId = vpc.Id,
            Tags = { { "Name", $"{args.PhysicalName}-default" } },
        }, new CustomResourceOptions { Parent = this });
}

/// <summary>What a <see cref="BareVpc"/> is made of.</summary>
public sealed class BareVpcArgs : ResourceArgs
{
    /// <summary>The VPC's IPv4 block, /16 to /28.</summary>
    public required string CidrBlock { get; init; }

    /// <summary>The VPC's `Name` tag.</summary>
    public required string PhysicalName { get; init; }

    /// <summary>Further tags of the VPC. Default: none beside the provider's.</summary>
    public InputMap<string> Tags { get; init; } = new();
}
