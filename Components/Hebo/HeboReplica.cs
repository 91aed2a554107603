using Infra.Components.Databases;
using Infra.Components.Network;
using Pulumi;

namespace Infra.Components.Hebo;

/// <summary>
/// The replica of Hebo's database in a second region, in a network of its own without any gateway. Nothing connects to it until the
/// global cluster fails over; replication goes past the network.
/// </summary>
internal sealed class HeboReplica : ComponentResource
{
    /// <summary>The component's type token.</summary>
    public const string Token = "infra:hebo:Replica";

    private const string VpcCidr = "10.1.0.0/16";
    private const int SubnetPrefixLength = 22;

    /// <summary>Makes the network, the key and the cluster.</summary>
    public HeboReplica(string name, HeboReplicaArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        var vpc = CreateVpc(name, args);
        var subnets = CreateSubnets(name, args, vpc);
        var firewall = CreateFirewall(name, args, vpc);
        var key = CreateKey(name, args);
        var cluster = CreateCluster(name, args, subnets, firewall, key);
        ReaderEndpoint = cluster.ReaderEndpoint;
        RegisterOutputs();
    }

    /// <summary>The host name of its instances.</summary>
    [Output("readerEndpoint")]
    public Output<string> ReaderEndpoint { get; private set; }

    private BareVpc CreateVpc(string name, HeboReplicaArgs args) => new($"{name}-network", new BareVpcArgs
    {
        CidrBlock = VpcCidr,
        PhysicalName = $"{args.Names.Prefix}-replica",
    }, Child());

    private SubnetTier CreateSubnets(string name, HeboReplicaArgs args, BareVpc vpc) => new($"{name}-private", new SubnetTierArgs
    {
        VpcId = vpc.VpcId,
        SubnetName = $"{args.Names.Prefix}-replica-private",
        RouteTableName = $"{args.Names.Prefix}-replica-private",
        Subnets = [.. args.AvailabilityZones.Zip(
            SubnetBlocks.Consecutive(VpcCidr, SubnetPrefixLength, args.AvailabilityZones.Count), (zone, block) => new SubnetPlace(zone, block))],
    }, Child());

    // Closed until a failover brings clients to this region; then they are admitted by a rule from their group.
    private Firewall CreateFirewall(string name, HeboReplicaArgs args, BareVpc vpc) => new($"{name}-database", new FirewallArgs
    {
        VpcId = vpc.VpcId,
        Description = "Replica of the Hebo database",
        Tags = new() { { "Name", $"{args.Names.Prefix}-replica" } },
    }, Child());

    private DatabaseKey CreateKey(string name, HeboReplicaArgs args) => new($"{name}-key", new DatabaseKeyArgs
    {
        PhysicalName = $"{args.Names.Database}-replica",
        DataProtection = args.DataProtection,
    }, Child());

    private AuroraCluster CreateCluster(string name, HeboReplicaArgs args, SubnetTier subnets, Firewall firewall, DatabaseKey key) =>
        new($"{name}-cluster", new AuroraClusterArgs
        {
            Identifier = $"{args.Names.Database}-replica",
            EngineVersion = args.EngineVersion,
            Capacity = args.Capacity,
            InstanceCount = 1,
            AvailabilityZones = args.AvailabilityZones,
            SubnetIds = subnets.SubnetIds,
            SecurityGroupId = firewall.SecurityGroupId,
            BackupDays = args.BackupDays,
            LogRetentionDays = args.LogRetentionDays,
            DataProtection = args.DataProtection,
            GlobalClusterId = args.GlobalClusterId,
            SourceRegion = args.PrimaryRegion,
            KmsKeyArn = key.Arn,
            // A global cluster takes a second member only after its first has an instance that answers.
            CreateAfter = args.PrimaryInstances,
        }, Child());

    private ComponentResourceOptions Child() => new() { Parent = this };
}

/// <summary>What a <see cref="HeboReplica"/> is made of.</summary>
internal sealed class HeboReplicaArgs : ResourceArgs
{
    /// <summary>The names of the stage.</summary>
    public required HeboNames Names { get; init; }

    /// <summary>The region of the primary.</summary>
    public required string PrimaryRegion { get; init; }

    /// <summary>The names of two zones of the region.</summary>
    public required IReadOnlyList<string> AvailabilityZones { get; init; }

    /// <summary>The version of Aurora PostgreSQL: that of the primary.</summary>
    public required string EngineVersion { get; init; }

    /// <summary>The capacity of its instance.</summary>
    public required AuroraCapacity Capacity { get; init; }

    /// <summary>Days that backups are kept.</summary>
    public required int BackupDays { get; init; }

    /// <summary>Days that the exported log is kept.</summary>
    public required int LogRetentionDays { get; init; }

    /// <summary>How far the data resists deletion.</summary>
    public required DataProtection DataProtection { get; init; }

    /// <summary>The identifier of the global cluster.</summary>
    public required Input<string> GlobalClusterId { get; init; }

    /// <summary>The instances of the primary cluster.</summary>
    public required IReadOnlyList<Resource> PrimaryInstances { get; init; }
}
