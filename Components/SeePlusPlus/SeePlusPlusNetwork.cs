using System.Collections.Immutable;
using Infra.Components.Identity;
using Infra.Components.Network;
using Pulumi;
using Aws = Pulumi.Aws;

namespace Infra.Components.SeePlusPlus;

/// <summary>The network of See++: public subnets for the load balancer, private ones for all that computes, and a security group for each role.</summary>
public sealed class SeePlusPlusNetwork : ComponentResource
{
    /// <summary>The component's type token.</summary>
    public const string Token = "infra:seePlusPlus:Network";

    private const int SubnetPrefixLength = 24;
    private const int Https = 443;
    private const int Http = 80;
    private const string Everywhere = "0.0.0.0/0";

    /// <summary>Makes the VPC, the S3 endpoint and the security groups.</summary>
    public SeePlusPlusNetwork(string name, SeePlusPlusNetworkArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        var vpc = CreateVpc(name, args);
        var s3 = CreateS3Endpoint(name, args, vpc);
        var balancer = CreateBalancerFirewall(name, vpc);
        var backend = CreateServiceFirewall(name, "backend", "Backend tasks of See++", WebService.Backend.Port, vpc, balancer);
        var frontends = CreateServiceFirewall(name, "frontends", "Frontend tasks of See++", WebService.LegacyFrontend.Port, vpc, balancer);
        var runner = CreateRunnerFirewall(name, vpc, s3);
        Rules =
        [
            .. balancer.Rules,
            .. backend.Rules,
            .. frontends.Rules,
            .. runner.Rules,
            LetBalancerReach($"{name}-balancer", "backend", WebService.Backend.Port, balancer, backend),
            LetBalancerReach($"{name}-balancer", "frontends", WebService.LegacyFrontend.Port, balancer, frontends),
        ];
        VpcId = vpc.VpcId;
        PublicSubnetIds = vpc.PublicSubnetIds;
        PrivateSubnetIds = vpc.PrivateSubnetIds;
        BalancerGroupId = balancer.SecurityGroupId;
        BackendGroupId = backend.SecurityGroupId;
        FrontendGroupId = frontends.SecurityGroupId;
        RunnerGroupId = runner.SecurityGroupId;
        RegisterOutputs();
    }

    /// <summary>The VPC's id.</summary>
    [Output("vpcId")]
    public Output<string> VpcId { get; private set; }

    /// <summary>The ids of the public subnets.</summary>
    [Output("publicSubnetIds")]
    public Output<ImmutableArray<string>> PublicSubnetIds { get; private set; }

    /// <summary>The ids of the private subnets.</summary>
    [Output("privateSubnetIds")]
    public Output<ImmutableArray<string>> PrivateSubnetIds { get; private set; }

    /// <summary>The id of the load balancer's security group.</summary>
    [Output("balancerGroupId")]
    public Output<string> BalancerGroupId { get; private set; }

    /// <summary>The id of the backend's security group.</summary>
    [Output("backendGroupId")]
    public Output<string> BackendGroupId { get; private set; }

    /// <summary>The id of the security group of both frontends.</summary>
    [Output("frontendGroupId")]
    public Output<string> FrontendGroupId { get; private set; }

    /// <summary>The id of the code runner's security group.</summary>
    [Output("runnerGroupId")]
    public Output<string> RunnerGroupId { get; private set; }

    /// <summary>The rules of all groups: a task that starts before it may reach the internet fails to pull its image.</summary>
    public IReadOnlyList<Resource> Rules { get; }

    private VpcNetwork CreateVpc(string name, SeePlusPlusNetworkArgs args) => new($"{name}-vpc", new VpcNetworkArgs
    {
        CidrBlock = args.VpcCidr,
        AvailabilityZones = args.AvailabilityZones,
        PublicSubnets = SubnetBlocks.Consecutive(args.VpcCidr, SubnetPrefixLength, args.AvailabilityZones.Count),
        PrivateSubnets = SubnetBlocks.Consecutive(args.VpcCidr, SubnetPrefixLength, args.AvailabilityZones.Count, args.AvailabilityZones.Count),
        NatGateways = args.NatGateways,
    }, Child());

    // Through it the code runner reaches S3 without a way to the internet, and image layers come without a charge per GB.
    private Aws.Ec2.VpcEndpoint CreateS3Endpoint(string name, SeePlusPlusNetworkArgs args, VpcNetwork vpc) => GatewayEndpoint.Create(
        $"{name}-s3",
        new ServiceEndpoint("s3", EndpointKind.Gateway) { Policy = S3Policy(args) },
        args.Region,
        vpc.VpcId,
        vpc.PrivateRouteTableIds,
        $"{args.NamePrefix}-s3",
        this);

    private static PolicyDocument S3Policy(SeePlusPlusNetworkArgs args) => new(
        new PolicyStatement
        {
            Sid = "Traces",
            Principal = PolicyPrincipal.Everyone,
            Actions = ["s3:GetObject", "s3:PutObject"],
            Resources = Output.Format($"{args.TraceBucketArn}/*"),
        },
        new PolicyStatement
        {
            // ECR keeps the layers of private images in this bucket of its own (ECR User Guide, VPC endpoints).
            Sid = "ImageLayers",
            Principal = PolicyPrincipal.Everyone,
            Actions = ["s3:GetObject"],
            Resources = $"arn:{AwsPartition.Of(args.Region)}:s3:::prod-{args.Region}-starport-layer-bucket/*",
        });

    private Firewall CreateBalancerFirewall(string name, VpcNetwork vpc) => new($"{name}-balancer", new FirewallArgs
    {
        VpcId = vpc.VpcId,
        Description = "Load balancer of See++",
        Rules =
        [
            FirewallRule.IngressFromCidr("http", Http, Everywhere, "Everybody, to be sent on to HTTPS"),
            FirewallRule.IngressFromCidr("https", Https, Everywhere, "Everybody"),
        ],
    }, Child());

    private Firewall CreateServiceFirewall(string name, string role, string description, int port, VpcNetwork vpc, Firewall balancer) => new($"{name}-{role}", new FirewallArgs
    {
        VpcId = vpc.VpcId,
        Description = description,
        Rules =
        [
            FirewallRule.IngressFromGroup("balancer", port, balancer.SecurityGroupId, "Requests from the load balancer"),
            FirewallRule.EgressToCidr("https", Https, Everywhere, "Image pulls and AWS APIs"),
        ],
    }, Child());

    private Firewall CreateRunnerFirewall(string name, VpcNetwork vpc, Aws.Ec2.VpcEndpoint s3) => new($"{name}-runner", new FirewallArgs
    {
        VpcId = vpc.VpcId,
        Description = "Code runner of See++",
        // Lambda takes its calls and its logs past the VPC: strangers' code needs nothing else.
        Rules = [FirewallRule.EgressToPrefixList("s3", Https, s3.PrefixListId, "S3 through the endpoint")],
    }, Child());

    private Resource LetBalancerReach(string name, string role, int port, Firewall balancer, Firewall service) => FirewallRules.Create(
        name,
        FirewallRule.EgressToGroup(role, port, service.SecurityGroupId, "Requests and health checks"),
        balancer.SecurityGroupId,
        this);

    private ComponentResourceOptions Child() => new() { Parent = this };
}
