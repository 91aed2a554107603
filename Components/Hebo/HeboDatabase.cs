using System.Collections.Immutable;
using Infra.Components.Databases;
using Pulumi;
using Aws = Pulumi.Aws;

namespace Infra.Components.Hebo;

/// <summary>Hebo's database: Aurora PostgreSQL, in production behind a proxy and replicated to a second region.</summary>
internal sealed class HeboDatabase : ComponentResource
{
    /// <summary>The component's type token.</summary>
    public const string Token = "infra:hebo:Database";

    /// <summary>The database's name.</summary>
    public const string DatabaseName = "hebo";

    private const string DefaultUser = "hebo";
    private const int SecondsPerMinute = 60;

    /// <summary>Makes credentials, key, cluster, replica and proxy.</summary>
    public HeboDatabase(string name, HeboDatabaseArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        Credentials = CreateCredentials(name, args);
        // A key of its own, as the replica must have one: the account's own for RDS cannot be used from another region.
        var key = args.Settings.SecondRegion is null ? null : CreateKey(name, args);
        var global = args.Settings.Global ? CreateGlobalCluster(name, args) : null;
        var cluster = CreateCluster(name, args, key, global);
        var replica = args.Settings.SecondRegion is { } second && global is not null ? CreateReplica(name, args, second, cluster, global) : null;
        var proxy = args.Settings.Proxy ? CreateProxy(name, args, cluster) : null;
        ClusterIdentifier = cluster.ClusterIdentifier;
        WriterEndpoint = cluster.Endpoint;
        ReaderEndpoint = cluster.ReaderEndpoint;
        ProxyEndpoint = proxy?.Endpoint;
        ReplicaEndpoint = replica?.ReaderEndpoint;
        GlobalClusterId = global?.GlobalClusterIdentifier;
        Host = proxy?.Endpoint ?? cluster.Endpoint;
        Ready = [Credentials.Secret.Version, .. cluster.Instances, .. proxy is null ? Array.Empty<Resource>() : [proxy.Target]];
        RegisterOutputs();
    }

    /// <summary>The user and its password.</summary>
    public AuroraCredentials Credentials { get; }

    /// <summary>The host that clients talk to: the proxy, or the writer.</summary>
    [Output("host")]
    public Output<string> Host { get; private set; }

    /// <summary>The identifier of the primary cluster.</summary>
    [Output("clusterIdentifier")]
    public Output<string> ClusterIdentifier { get; private set; }

    /// <summary>The host name of the writer.</summary>
    [Output("writerEndpoint")]
    public Output<string> WriterEndpoint { get; private set; }

    /// <summary>The host name of the readers.</summary>
    [Output("readerEndpoint")]
    public Output<string> ReaderEndpoint { get; private set; }

    /// <summary>The host name of the proxy; null without one.</summary>
    [Output("proxyEndpoint")]
    public Output<string>? ProxyEndpoint { get; private set; }

    /// <summary>The host name of the replica in the second region; null without one.</summary>
    [Output("replicaEndpoint")]
    public Output<string>? ReplicaEndpoint { get; private set; }

    /// <summary>The identifier of the global cluster; null without one.</summary>
    [Output("globalClusterId")]
    public Output<string>? GlobalClusterId { get; private set; }

    /// <summary>What must exist before a client can log in.</summary>
    public IReadOnlyList<Resource> Ready { get; }

    private AuroraCredentials CreateCredentials(string name, HeboDatabaseArgs args) => new($"{name}-credentials", new AuroraCredentialsArgs
    {
        SecretName = args.Names.DatabaseSecret,
        Description = "HeboDbUsername and HeboDbPassword: the user of Hebo's database",
        DataProtection = args.DataProtection,
        Username = args.Settings.Username ?? DefaultUser,
        Password = args.Settings.Password,
    }, Child());

    private DatabaseKey CreateKey(string name, HeboDatabaseArgs args) => new($"{name}-key", new DatabaseKeyArgs
    {
        PhysicalName = args.Names.Database,
        DataProtection = args.DataProtection,
    }, Child());

    private Aws.Rds.GlobalCluster CreateGlobalCluster(string name, HeboDatabaseArgs args) => new($"{name}-global", new Aws.Rds.GlobalClusterArgs
    {
        GlobalClusterIdentifier = args.Names.GlobalCluster,
        Engine = "aurora-postgresql",
        EngineVersion = args.Settings.EngineVersion,
        StorageEncrypted = true,
        DeletionProtection = args.DataProtection.DeletionProtection,
        // Lets a preview be destroyed while a member that failed to leave still counts as one.
        ForceDestroy = !args.DataProtection.Enabled,
    }, args.DataProtection.Child(this));

    private AuroraCluster CreateCluster(string name, HeboDatabaseArgs args, DatabaseKey? key, Aws.Rds.GlobalCluster? global) =>
        new($"{name}-cluster", new AuroraClusterArgs
        {
            Identifier = args.Names.Database,
            EngineVersion = args.Settings.EngineVersion,
            Capacity = Capacity(args.Settings),
            InstanceCount = 1 + args.Settings.Readers,
            AvailabilityZones = args.AvailabilityZones,
            SubnetIds = args.SubnetIds,
            SecurityGroupId = args.Firewalls.DatabaseGroupId,
            BackupDays = args.Settings.BackupDays,
            LogRetentionDays = args.LogRetentionDays,
            DataProtection = args.DataProtection,
            Database = new AuroraDatabase(DatabaseName, Credentials.Username, Credentials.Password),
            GlobalClusterId = global is null ? null : (Input<string>)global.Id,
            KmsKeyArn = key is null ? null : (Input<string>)key.Arn,
        }, Child());

    private HeboReplica CreateReplica(
        string name, HeboDatabaseArgs args, HeboSecondRegion region, AuroraCluster primary, Aws.Rds.GlobalCluster global) =>
        new($"{name}-replica", new HeboReplicaArgs
        {
            Names = args.Names,
            PrimaryRegion = args.Region,
            AvailabilityZones = region.AvailabilityZones,
            EngineVersion = args.Settings.EngineVersion,
            Capacity = Capacity(args.Settings),
            BackupDays = args.Settings.BackupDays,
            LogRetentionDays = args.LogRetentionDays,
            DataProtection = args.DataProtection,
            GlobalClusterId = global.Id,
            PrimaryInstances = primary.Instances,
        }, new ComponentResourceOptions { Parent = this, Providers = { region.Provider } });

    private AuroraProxy CreateProxy(string name, HeboDatabaseArgs args, AuroraCluster cluster) => new($"{name}-proxy", new AuroraProxyArgs
    {
        PhysicalName = args.Names.DatabaseProxy,
        ClusterIdentifier = cluster.ClusterIdentifier,
        Credentials = Credentials,
        SubnetIds = args.SubnetIds,
        SecurityGroupId = args.Firewalls.ProxyGroupId!,
        Instances = cluster.Instances,
    }, Child());

    private static AuroraCapacity Capacity(HeboDatabaseSettings settings) =>
        new(settings.MinimumAcu, settings.MaximumAcu, settings.MinimumAcu > 0 ? null : settings.PauseMinutes * SecondsPerMinute);

    private ComponentResourceOptions Child() => new() { Parent = this };
}

/// <summary>What a <see cref="HeboDatabase"/> is made of.</summary>
internal sealed class HeboDatabaseArgs : ResourceArgs
{
    /// <summary>The names of the stage.</summary>
    public required HeboNames Names { get; init; }

    /// <summary>The region of the primary.</summary>
    public required string Region { get; init; }

    /// <summary>What the database is like.</summary>
    public required HeboDatabaseSettings Settings { get; init; }

    /// <summary>How far the data resists deletion.</summary>
    public required DataProtection DataProtection { get; init; }

    /// <summary>The names of the subnets' zones.</summary>
    public required IReadOnlyList<string> AvailabilityZones { get; init; }

    /// <summary>The ids of the private subnets.</summary>
    public required Output<ImmutableArray<string>> SubnetIds { get; init; }

    /// <summary>The security groups.</summary>
    public required HeboFirewalls Firewalls { get; init; }

    /// <summary>Days that logs are kept.</summary>
    public required int LogRetentionDays { get; init; }
}
