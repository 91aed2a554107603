using System.Collections.Immutable;
using Infra.Components.Network;
using Pulumi;
using Aws = Pulumi.Aws;

namespace Infra.Components.FlowBuilder.Standard;

/// <summary>
/// Flow Builder's network: public subnets for load balancer and NAT, private ones for tasks and functions, and ones for the database that
/// lead nowhere else.
/// </summary>
public sealed class FlowBuilderNetwork : ComponentResource
{
    /// <summary>The component's type token.</summary>
    public const string Token = "infra:flowBuilder:Network";

    private const int Https = 443;

    /// <summary>The endpoints of AWS services, whose zones the subnets must lie in.</summary>
    public static IReadOnlyList<ServiceEndpoint> Endpoints { get; } =
    [
        new("logs", EndpointKind.Interface),
        new("sqs", EndpointKind.Interface),
        new("secretsmanager", EndpointKind.Interface),
        new("s3", EndpointKind.Gateway),
    ];

    /// <summary>Makes the VPC, its tiers from the outside in, and the endpoints.</summary>
    public FlowBuilderNetwork(string name, FlowBuilderNetworkArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        var vpc = CreateVpc(name, args);
        var internet = CreateInternetGateway(name, args, vpc);
        var publicTier = CreatePublicTier(name, args, vpc, internet);
        Resource[] wayOut = [internet, .. publicTier.Routing];
        var routes = args.Layout.Nat == NatKind.Instance
            ? ThroughInstance(name, args, vpc, publicTier, wayOut)
            : ThroughGateways(name, args, publicTier, wayOut);
        var privateTier = CreatePrivateTier(name, args, vpc, routes);
        var databaseTier = CreateDatabaseTier(name, args, vpc);
        var endpoints = CreateEndpoints(name, args, vpc, privateTier);
        VpcId = vpc.VpcId;
        PublicSubnetIds = publicTier.SubnetIds;
        PrivateSubnetIds = privateTier.SubnetIds;
        DatabaseSubnetIds = databaseTier.SubnetIds;
        PublicReady = wayOut;
        PrivateReady = [.. privateTier.Routing, .. endpoints.Ready];
        RegisterOutputs();
    }

    /// <summary>The VPC's id.</summary>
    [Output("vpcId")]
    public Output<string> VpcId { get; private set; }

    /// <summary>The ids of the public subnets, in the order of the zones.</summary>
    [Output("publicSubnetIds")]
    public Output<ImmutableArray<string>> PublicSubnetIds { get; private set; }

    /// <summary>The ids of the private subnets, in the order of the zones.</summary>
    [Output("privateSubnetIds")]
    public Output<ImmutableArray<string>> PrivateSubnetIds { get; private set; }

    /// <summary>The ids of the database's subnets, in the order of the zones.</summary>
    [Output("databaseSubnetIds")]
    public Output<ImmutableArray<string>> DatabaseSubnetIds { get; private set; }

    /// <summary>What must exist before something in a public subnet is reached from the internet.</summary>
    public IReadOnlyList<Resource> PublicReady { get; }

    /// <summary>What must exist before something in a private subnet reaches the internet and AWS.</summary>
    public IReadOnlyList<Resource> PrivateReady { get; }

    private BareVpc CreateVpc(string name, FlowBuilderNetworkArgs args) => new($"{name}-vpc", new BareVpcArgs
    {
        CidrBlock = FlowBuilderNetworkLayout.VpcCidr,
        PhysicalName = args.Names.Network("vpc"),
    }, Child());

    private Aws.Ec2.InternetGateway CreateInternetGateway(string name, FlowBuilderNetworkArgs args, BareVpc vpc) =>
        new($"{name}-internet", new Aws.Ec2.InternetGatewayArgs
        {
            VpcId = vpc.VpcId,
            Tags = { { "Name", args.Names.Network("igw") } },
        }, new CustomResourceOptions { Parent = this });

    private SubnetTier CreatePublicTier(string name, FlowBuilderNetworkArgs args, BareVpc vpc, Aws.Ec2.InternetGateway internet) =>
        new($"{name}-public", new SubnetTierArgs
        {
            VpcId = vpc.VpcId,
            SubnetName = args.Names.Network("public"),
            RouteTableName = args.Names.Network("public-rt"),
            Subnets = args.Layout.PublicSubnets,
            DefaultRoutes = [DefaultRoute.InternetGateway(internet.Id)],
            AssignsPublicAddresses = true,
        }, Child());

    private List<DefaultRoute> ThroughInstance(string name, FlowBuilderNetworkArgs args, BareVpc vpc, SubnetTier publicTier, Resource[] wayOut)
    {
        var instance = new NatInstance($"{name}-nat", new NatInstanceArgs
        {
            VpcId = vpc.VpcId,
            SubnetId = publicTier.SubnetIds.Apply(ids => ids[0]),
            Region = args.Region,
            ClientCidrs = [.. args.Layout.PrivateSubnets.Select(place => place.CidrBlock)],
            PhysicalName = args.Names.Network("nat"),
            InstanceType = args.Layout.NatInstanceType,
            CreateAfter = wayOut,
        }, Child());
        return [.. args.Layout.AvailabilityZones.Select(_ => DefaultRoute.NetworkInterface(instance.NetworkInterfaceId))];
    }

    // Each zone uses the gateway of its own as long as there is one.
    private List<DefaultRoute> ThroughGateways(string name, FlowBuilderNetworkArgs args, SubnetTier publicTier, Resource[] wayOut)
    {
        var gateways = Enumerable.Range(0, args.Layout.NatGatewayCount)
            .Select(zone => new ZonalNatGateway(FormattableString.Invariant($"{name}-nat-{zone + 1}"), new ZonalNatGatewayArgs
            {
                SubnetId = publicTier.SubnetIds.Apply(ids => ids[zone]),
                PhysicalName = FormattableString.Invariant($"{args.Names.Network("nat")}-{zone + 1}"),
                CreateAfter = wayOut,
            }, Child()))
            .ToList();
        return [.. args.Layout.AvailabilityZones.Select((_, zone) => DefaultRoute.NatGateway(gateways[zone % gateways.Count].NatGatewayId))];
    }

    private SubnetTier CreatePrivateTier(string name, FlowBuilderNetworkArgs args, BareVpc vpc, IReadOnlyList<DefaultRoute> routes) =>
        new($"{name}-private", new SubnetTierArgs
        {
            VpcId = vpc.VpcId,
            SubnetName = args.Names.Network("private"),
            RouteTableName = args.Names.Network("private-rt"),
            Subnets = args.Layout.PrivateSubnets,
            DefaultRoutes = routes,
        }, Child());

    private SubnetTier CreateDatabaseTier(string name, FlowBuilderNetworkArgs args, BareVpc vpc) => new($"{name}-database", new SubnetTierArgs
    {
        VpcId = vpc.VpcId,
        SubnetName = args.Names.Network("database"),
        RouteTableName = args.Names.Network("database-rt"),
        Subnets = args.Layout.DatabaseSubnets,
    }, Child());

    private ServiceEndpoints CreateEndpoints(string name, FlowBuilderNetworkArgs args, BareVpc vpc, SubnetTier privateTier) =>
        new($"{name}-endpoints", new ServiceEndpointsArgs
        {
            VpcId = vpc.VpcId,
            Region = args.Region,
            SubnetIds = privateTier.SubnetIds,
            RouteTableIds = privateTier.RouteTableIds,
            Endpoints = Endpoints,
            Admits =
            [
                .. args.Layout.PrivateSubnets.Select((place, index) => FirewallRule.IngressFromCidr(
                    FormattableString.Invariant($"private-{index + 1}"), Https, place.CidrBlock, "AWS APIs from a private subnet")),
                FirewallRule.EgressToCidr("vpc", Https, FlowBuilderNetworkLayout.VpcCidr, "Nothing outside the VPC"),
            ],
            SecurityGroupName = args.Names.SecurityGroup("vpce"),
            NamePrefix = args.Names.Prefix,
        }, Child());

    private ComponentResourceOptions Child() => new() { Parent = this };
}

/// <summary>What a <see cref="FlowBuilderNetwork"/> is made of.</summary>
public sealed class FlowBuilderNetworkArgs : ResourceArgs
{
    /// <summary>The system's names.</summary>
    public required FlowBuilderNames Names { get; init; }

    /// <summary>The region.</summary>
    public required string Region { get; init; }

    /// <summary>Where the network lies.</summary>
    public required FlowBuilderNetworkLayout Layout { get; init; }
}
