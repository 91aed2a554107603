using System.Collections.Immutable;
using Pulumi;
using Aws = Pulumi.Aws;
using Awsx = Pulumi.Awsx;

namespace Infra.Components.Network;

/// <summary>A VPC with public and, if wanted, private subnets in given zones and blocks, and a default security group that allows nothing.</summary>
public sealed class VpcNetwork : ComponentResource
{
    /// <summary>The component's type token.</summary>
    public const string Token = "infra:network:VpcNetwork";

    private const int PublicTier = 0;
    private const int PrivateTier = 1;

    /// <summary>Makes the VPC with its gateways, subnets and routes.</summary>
    public VpcNetwork(string name, VpcNetworkArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        args.Validate(name);
        var vpc = CreateVpc(name, args);
        LockDefaultSecurityGroup(name, vpc);
        VpcId = vpc.VpcId;
        PublicSubnetIds = vpc.PublicSubnetIds;
        PrivateSubnetIds = vpc.PrivateSubnetIds;
        PublicRouteTableIds = RouteTableIds(vpc, args, PublicTier);
        PrivateRouteTableIds = RouteTableIds(vpc, args, PrivateTier);
        RegisterOutputs();
    }

    /// <summary>The VPC's id.</summary>
    [Output("vpcId")]
    public Output<string> VpcId { get; private set; }

    /// <summary>The ids of the public subnets, in the order of the zones.</summary>
    [Output("publicSubnetIds")]
    public Output<ImmutableArray<string>> PublicSubnetIds { get; private set; }

    /// <summary>The ids of the private subnets, in the order of the zones; empty without a private tier.</summary>
    [Output("privateSubnetIds")]
    public Output<ImmutableArray<string>> PrivateSubnetIds { get; private set; }

    /// <summary>The ids of the public subnets' route tables, in the order of the zones.</summary>
    [Output("publicRouteTableIds")]
    public Output<ImmutableArray<string>> PublicRouteTableIds { get; private set; }

    /// <summary>
    /// The ids of the private subnets' route tables, in the order of the zones; empty without a private tier. Gateway endpoints put their
    /// routes there.
    /// </summary>
    [Output("privateRouteTableIds")]
    public Output<ImmutableArray<string>> PrivateRouteTableIds { get; private set; }

    private Awsx.Ec2.Vpc CreateVpc(string name, VpcNetworkArgs args) => new(name, new Awsx.Ec2.VpcArgs
    {
        CidrBlock = args.CidrBlock,
        AvailabilityZoneNames = [.. args.AvailabilityZones],
        // EFS, RDS and interface endpoints are found by DNS names that need both; AWS leaves host names off by default.
        EnableDnsHostnames = true,
        EnableDnsSupport = true,
        // The default strategy checks explicit blocks and then lays the subnets out by itself.
        SubnetStrategy = Awsx.Ec2.SubnetAllocationStrategy.Auto,
        SubnetSpecs = [.. Tiers(args)],
        // Said explicitly: the default is a gateway per zone, which a network without a private tier refuses.
        NatGateways = new Awsx.Ec2.Inputs.NatGatewayConfigurationArgs { Strategy = Strategy(args.NatGateways) },
        Tags = args.Tags,
    }, new ComponentResourceOptions { Parent = this });

    private static IEnumerable<Awsx.Ec2.Inputs.SubnetSpecArgs> Tiers(VpcNetworkArgs args)
    {
        yield return new() { Type = Awsx.Ec2.SubnetType.Public, CidrBlocks = [.. args.PublicSubnets] };
        if (args.PrivateSubnets.Count > 0)
        {
            yield return new() { Type = Awsx.Ec2.SubnetType.Private, CidrBlocks = [.. args.PrivateSubnets] };
        }
    }

    // The VPC component lists its route tables zone by zone, in each zone the public tier before the private one.
    private static Output<ImmutableArray<string>> RouteTableIds(Awsx.Ec2.Vpc vpc, VpcNetworkArgs args, int tier)
    {
        var tiers = Tiers(args).Count();
        return vpc.RouteTables.Apply(tables => Output.All(tables.Where((_, position) => position % tiers == tier).Select(table => table.Id)));
    }

    private static Awsx.Ec2.NatGatewayStrategy Strategy(NatGateways natGateways) => natGateways switch
    {
        NatGateways.None => Awsx.Ec2.NatGatewayStrategy.None,
        NatGateways.Shared => Awsx.Ec2.NatGatewayStrategy.Single,
        _ => Awsx.Ec2.NatGatewayStrategy.OnePerAz,
    };

    // A VPC's default group lets its members talk to each other and to everywhere; adopting it without rules takes both away.
    private void LockDefaultSecurityGroup(string name, Awsx.Ec2.Vpc vpc) =>
        _ = new Aws.Ec2.DefaultSecurityGroup($"{name}-default", new Aws.Ec2.DefaultSecurityGroupArgs
        {
            VpcId = vpc.VpcId,
        }, new CustomResourceOptions { Parent = this });
}
