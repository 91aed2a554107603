using System.Collections.Immutable;
using Infra.Components.Network;
using Pulumi;
using Aws = Pulumi.Aws;

namespace Infra.Components.Hypernym;

/// <summary>
/// Hypernym's network: private subnets, endpoints of the AWS services it uses, and the security groups of load balancer and application.
/// There is no way to the internet unless a NAT gateway is asked for.
/// </summary>
public sealed class HypernymNetwork : ComponentResource
{
    /// <summary>The component's type token.</summary>
    public const string Token = "infra:hypernym:Network";

    /// <summary>Makes the VPC, its subnets, endpoints and security groups.</summary>
    public HypernymNetwork(string name, HypernymNetworkArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        var names = new HypernymNames(args.NamePrefix);
        var vpc = CreateVpc(name, names, args);
        var nat = args.Layout.NatSubnet is { } place ? CreateNat(name, names, place, vpc) : null;
        var subnets = CreatePrivateSubnets(name, names, args, vpc, nat);
        Endpoints = CreateEndpoints(name, names, args, vpc, subnets);
        var firewalls = CreateFirewalls(name, names, args, vpc);
        VpcId = vpc.VpcId;
        PrivateSubnetIds = subnets.SubnetIds;
        LoadBalancerGroupId = firewalls.LoadBalancerGroupId;
        ApplicationGroupId = firewalls.ApplicationGroupId;
        Ready = [.. Endpoints.Ready, .. subnets.Routing, .. firewalls.Rules];
        RegisterOutputs();
    }

    /// <summary>The VPC's id.</summary>
    [Output("vpcId")]
    public Output<string> VpcId { get; private set; }

    /// <summary>The ids of the private subnets, in the order of the zones.</summary>
    [Output("privateSubnetIds")]
    public Output<ImmutableArray<string>> PrivateSubnetIds { get; private set; }

    /// <summary>The id of the load balancer's security group.</summary>
    [Output("loadBalancerGroupId")]
    public Output<string> LoadBalancerGroupId { get; private set; }

    /// <summary>The id of the security group of tasks or nodes.</summary>
    [Output("applicationGroupId")]
    public Output<string> ApplicationGroupId { get; private set; }

    /// <summary>The endpoints of AWS services.</summary>
    public ServiceEndpoints Endpoints { get; }

    /// <summary>Endpoints, routes and rules: what a task or node needs from its first second, though no input of it names them.</summary>
    public IReadOnlyList<Resource> Ready { get; }

    private BareVpc CreateVpc(string name, HypernymNames names, HypernymNetworkArgs args) => new($"{name}-vpc", new BareVpcArgs
    {
        CidrBlock = args.Layout.VpcCidr,
        PhysicalName = names.Vpc,
        Tags = ClusterTags(args),
    }, Child());

    // The gateway that the document leaves out, for providers on the internet: the operator asked for it.
    private ZonalNatGateway CreateNat(string name, HypernymNames names, SubnetPlace place, BareVpc vpc)
    {
        var internet = new Aws.Ec2.InternetGateway($"{name}-internet", new Aws.Ec2.InternetGatewayArgs
        {
            VpcId = vpc.VpcId,
            Tags = { { "Name", $"{names.Prefix}-igw" } },
        }, new CustomResourceOptions { Parent = this });
        var subnet = new SubnetTier($"{name}-public", new SubnetTierArgs
        {
            VpcId = vpc.VpcId,
            SubnetName = names.PublicSubnet,
            RouteTableName = names.PublicRoutes,
            Subnets = [place],
            DefaultRoutes = [DefaultRoute.InternetGateway(internet.Id)],
        }, Child());
        return new ZonalNatGateway($"{name}-nat", new ZonalNatGatewayArgs
        {
            SubnetId = subnet.SubnetIds.Apply(ids => ids[0]),
            PhysicalName = names.NatGateway,
            CreateAfter = subnet.Routing.Append(internet).ToArray(),
        }, Child());
    }

    private SubnetTier CreatePrivateSubnets(string name, HypernymNames names, HypernymNetworkArgs args, BareVpc vpc, ZonalNatGateway? nat) =>
        new($"{name}-private", new SubnetTierArgs
        {
            VpcId = vpc.VpcId,
            SubnetName = names.PrivateSubnet,
            RouteTableName = names.PrivateRoutes,
            Subnets = args.Layout.PrivateSubnets,
            DefaultRoutes = nat is null ? [] : [DefaultRoute.NatGateway(nat.NatGatewayId)],
            SubnetTags = SubnetTags(args),
        }, Child());

    private ServiceEndpoints CreateEndpoints(string name, HypernymNames names, HypernymNetworkArgs args, BareVpc vpc, SubnetTier subnets)
    {
        var services = HypernymEndpoints.For(args.Variant, args.Provider is ByopInference, args.Layout.MeteringEndpoint, args.ContainerInsights);
        return new ServiceEndpoints($"{name}-endpoints", new ServiceEndpointsArgs
        {
            VpcId = vpc.VpcId,
            Region = args.Region,
            SubnetIds = subnets.SubnetIds,
            RouteTableIds = subnets.RouteTableIds,
            Endpoints = HypernymEndpoints.Narrowed(services, args.Variant, args.Region, args.SecretArn),
            Admits = [FirewallRule.IngressFromCidr("https", 443, args.Layout.VpcCidr, "AWS APIs from the VPC")],
            SecurityGroupName = names.EndpointGroup,
            NamePrefix = names.Prefix,
        }, Child());
    }

    private HypernymFirewalls CreateFirewalls(string name, HypernymNames names, HypernymNetworkArgs args, BareVpc vpc) =>
        new($"{name}-firewalls", new HypernymFirewallsArgs
        {
            VpcId = vpc.VpcId,
            VpcCidr = args.Layout.VpcCidr,
            LoadBalancerGroupName = names.LoadBalancerGroup,
            ApplicationGroupName = names.ApplicationGroup(args.Variant),
            ApplicationPort = args.ApplicationPort,
            FrontDoor = args.FrontDoor,
            Provider = args.Provider,
            Endpoints = Endpoints,
            ReachesInternet = args.Layout.NatSubnet is not null,
        }, Child());

    private static InputMap<string> ClusterTags(HypernymNetworkArgs args) =>
        args.Variant == HypernymVariant.Eks ? new() { { $"kubernetes.io/cluster/{args.ClusterName}", "shared" } } : new();

    // The load balancer controller puts internal load balancers into subnets that carry both tags.
    private static InputMap<string> SubnetTags(HypernymNetworkArgs args) =>
        args.Variant == HypernymVariant.Eks ? new() { ClusterTags(args), { "kubernetes.io/role/internal-elb", "1" } } : new();

    private ComponentResourceOptions Child() => new() { Parent = this };
}
