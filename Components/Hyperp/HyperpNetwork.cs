using System.Collections.Immutable;
using Infra.Components.Network;
using Pulumi;

namespace Infra.Components.Hyperp;

/// <summary>Hyperp's network: public subnets only, and the one security group that tasks, mount targets and the EFS controller wear.</summary>
public sealed class HyperpNetwork : ComponentResource
{
    /// <summary>The component's type token.</summary>
    public const string Token = "infra:hyperp:Network";

    private const int NfsPort = 2049;

    /// <summary>Makes the VPC and the security group.</summary>
    public HyperpNetwork(string name, HyperpNetworkArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        var vpc = CreateVpc(name, args);
        var firewall = CreateFirewall(name, vpc);
        Zones = args.AvailabilityZones.Count;
        VpcId = vpc.VpcId;
        SubnetIds = vpc.PublicSubnetIds;
        SecurityGroupId = firewall.SecurityGroupId;
        FirewallRules = firewall.Rules;
        RegisterOutputs();
    }

    /// <summary>How many zones, and so subnets, there are.</summary>
    public int Zones { get; }

    /// <summary>The VPC's id.</summary>
    [Output("vpcId")]
    public Output<string> VpcId { get; private set; }

    /// <summary>The ids of the public subnets, one per zone.</summary>
    [Output("subnetIds")]
    public Output<ImmutableArray<string>> SubnetIds { get; private set; }

    /// <summary>The id of `EcsTaskSecurityGroup`.</summary>
    [Output("securityGroupId")]
    public Output<string> SecurityGroupId { get; private set; }

    /// <summary>The rules of the security group.</summary>
    public IReadOnlyList<Resource> FirewallRules { get; }

    private VpcNetwork CreateVpc(string name, HyperpNetworkArgs args) => new($"{name}-vpc", new VpcNetworkArgs
    {
        CidrBlock = args.VpcCidr,
        AvailabilityZones = args.AvailabilityZones,
        PublicSubnets = SubnetBlocks.Consecutive(args.VpcCidr, args.SubnetPrefixLength, args.AvailabilityZones.Count),
    }, new ComponentResourceOptions { Parent = this });

    private Firewall CreateFirewall(string name, VpcNetwork vpc) => new($"{name}-tasks", new FirewallArgs
    {
        VpcId = vpc.VpcId,
        PhysicalName = HyperpNames.SecurityGroup,
        Description = "ECS tasks, EFS mount targets and the EFS controller of Hyperp",
        Rules =
        [
            FirewallRule.IngressFromSelf("nfs", NfsPort, "EFS mounts among members of the group"),
            FirewallRule.EgressToAnywhere("internet", "Image pulls, GitHub and AWS APIs"),
        ],
    }, new ComponentResourceOptions { Parent = this });
}

/// <summary>What a <see cref="HyperpNetwork"/> is made of.</summary>
public sealed class HyperpNetworkArgs : ResourceArgs
{
    /// <summary>The VPC's IPv4 block.</summary>
    public required string VpcCidr { get; init; }

    /// <summary>The prefix length of each subnet.</summary>
    public required int SubnetPrefixLength { get; init; }

    /// <summary>The names of the zones.</summary>
    public required IReadOnlyList<string> AvailabilityZones { get; init; }
}
