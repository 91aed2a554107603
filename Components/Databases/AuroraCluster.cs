using System.Globalization;
using Infra.Components.Observability;
using Pulumi;
using Aws = Pulumi.Aws;

namespace Infra.Components.Databases;

/// <summary>
/// An Aurora PostgreSQL cluster on Serverless v2 that speaks TLS alone: with a database of its own, or as the replica of a global cluster's
/// primary in another region.
/// </summary>
public sealed class AuroraCluster : ComponentResource
{
    /// <summary>The component's type token.</summary>
    public const string Token = "infra:databases:AuroraCluster";

    /// <summary>The port that PostgreSQL listens on.</summary>
    public const int Port = 5432;

    private const string Engine = "aurora-postgresql";

    /// <summary>Makes the parameter groups, the subnet group, the log group, the cluster and its instances.</summary>
    public AuroraCluster(string name, AuroraClusterArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        args.Validate(name);
        var parameters = CreateClusterParameters(name, args);
        var instanceParameters = CreateInstanceParameters(name, args);
        var subnets = CreateSubnetGroup(name, args);
        var logs = LogGroups.Create($"{name}-logs", $"/aws/rds/cluster/{args.Identifier}/postgresql", args.LogRetentionDays, this);
        var cluster = CreateCluster(name, args, parameters, subnets, logs);
        Instances = [.. Enumerable.Range(0, args.InstanceCount).Select(index => CreateInstance(name, args, cluster, instanceParameters, index))];
        ClusterIdentifier = cluster.ClusterIdentifier;
        Arn = cluster.Arn;
        Endpoint = cluster.Endpoint;
        ReaderEndpoint = cluster.ReaderEndpoint;
        RegisterOutputs();
    }

    /// <summary>The cluster's identifier.</summary>
    [Output("clusterIdentifier")]
    public Output<string> ClusterIdentifier { get; private set; }

    /// <summary>The cluster's ARN.</summary>
    [Output("arn")]
    public Output<string> Arn { get; private set; }

    /// <summary>The host name of the writer.</summary>
    [Output("endpoint")]
    public Output<string> Endpoint { get; private set; }

    /// <summary>The host name under which readers share the load; the writer answers while there are none.</summary>
    [Output("readerEndpoint")]
    public Output<string> ReaderEndpoint { get; private set; }

    /// <summary>The instances, the writer first: the host names are known long before anything answers there.</summary>
    public IReadOnlyList<Resource> Instances { get; }

    private Aws.Rds.ClusterParameterGroup CreateClusterParameters(string name, AuroraClusterArgs args) => new($"{name}-cluster", new Aws.Rds.ClusterParameterGroupArgs
    {
        NamePrefix = $"{args.Identifier}-cluster-",
        Family = Family(args),
        Description = $"Cluster {args.Identifier}",
        Parameters = new Aws.Rds.Inputs.ClusterParameterGroupParameterArgs { Name = "rds.force_ssl", Value = "1" },
    }, new CustomResourceOptions { Parent = this });

    private Aws.Rds.ParameterGroup CreateInstanceParameters(string name, AuroraClusterArgs args) => new($"{name}-instance", new Aws.Rds.ParameterGroupArgs
    {
        NamePrefix = $"{args.Identifier}-instance-",
        Family = Family(args),
        Description = $"Instances of {args.Identifier}",
    }, new CustomResourceOptions { Parent = this });

    private Aws.Rds.SubnetGroup CreateSubnetGroup(string name, AuroraClusterArgs args) => new($"{name}-subnets", new Aws.Rds.SubnetGroupArgs
    {
        NamePrefix = $"{args.Identifier}-",
        Description = $"Private subnets of {args.Identifier}",
        SubnetIds = args.SubnetIds,
    }, new CustomResourceOptions { Parent = this });

    private Aws.Rds.Cluster CreateCluster(
        string name, AuroraClusterArgs args, Aws.Rds.ClusterParameterGroup parameters, Aws.Rds.SubnetGroup subnets, Aws.CloudWatch.LogGroup logs)
    {
        var cluster = new Aws.Rds.ClusterArgs
        {
            ClusterIdentifier = args.Identifier,
            Engine = Engine,
            EngineMode = "provisioned",
            EngineVersion = args.EngineVersion,
            GlobalClusterIdentifier = args.GlobalClusterId,
            DbSubnetGroupName = subnets.Name,
            VpcSecurityGroupIds = args.SecurityGroupId,
            DbClusterParameterGroupName = parameters.Name,
            StorageEncrypted = true,
            KmsKeyId = args.KmsKeyArn,
            Serverlessv2ScalingConfiguration = Scaling(args.Capacity),
            BackupRetentionPeriod = args.BackupDays,
            CopyTagsToSnapshot = true,
            EnabledCloudwatchLogsExports = "postgresql",
            // Outside production a change shall not wait for the next maintenance window.
            ApplyImmediately = !args.DataProtection.Enabled,
            DeletionProtection = args.DataProtection.DeletionProtection,
            SkipFinalSnapshot = args.DataProtection.SkipFinalSnapshot,
            FinalSnapshotIdentifier = args.DataProtection.FinalSnapshotIdentifier(args.Identifier)!,
        };
        if (args.SourceRegion is { } source)
        {
            cluster.SourceRegion = source;
        }

        if (args.Database is { } database)
        {
            cluster.DatabaseName = database.Name;
            cluster.MasterUsername = database.Username;
            cluster.MasterPassword = database.Password;
        }

        var options = args.DataProtection.Child(this);
        // RDS makes the log group itself where it is missing, and keeps its events for ever.
        options.DependsOn = (Resource[])[.. args.CreateAfter, logs];
        // The identifier is fixed: a second cluster cannot stand beside the first.
        options.DeleteBeforeReplace = true;
        options.IgnoreChanges = [.. Managed(args)];
        return new Aws.Rds.Cluster(name, cluster, options);
    }

    // A global cluster upgrades its members, and decides which of them replicates which.
    private static IEnumerable<string> Managed(AuroraClusterArgs args) =>
        args.GlobalClusterId is null ? [] : args.Database is null ? ["engineVersion", "replicationSourceIdentifier"] : ["engineVersion"];

    private Aws.Rds.ClusterInstance CreateInstance(
        string name, AuroraClusterArgs args, Aws.Rds.Cluster cluster, Aws.Rds.ParameterGroup parameters, int index)
    {
        var number = string.Create(CultureInfo.InvariantCulture, $"{index + 1}");
        var options = args.DataProtection.Child(this);
        options.DeleteBeforeReplace = true;
        options.IgnoreChanges = args.GlobalClusterId is null ? [] : ["engineVersion"];
        return new Aws.Rds.ClusterInstance($"{name}-{number}", new Aws.Rds.ClusterInstanceArgs
        {
            Identifier = $"{args.Identifier}-{number}",
            ClusterIdentifier = cluster.Id,
            Engine = Aws.Rds.EngineType.AuroraPostgresql,
            EngineVersion = cluster.EngineVersion,
            InstanceClass = "db.serverless",
            AvailabilityZone = args.AvailabilityZones[index % args.AvailabilityZones.Count],
            DbParameterGroupName = parameters.Name,
            PubliclyAccessible = false,
            // Tiers 0 and 1 follow the writer's capacity, so that one of them can take over at once.
            PromotionTier = Math.Min(index, 1),
            AutoMinorVersionUpgrade = false,
            ApplyImmediately = !args.DataProtection.Enabled,
            CopyTagsToSnapshot = true,
        }, options);
    }

    private static Aws.Rds.Inputs.ClusterServerlessv2ScalingConfigurationArgs Scaling(AuroraCapacity capacity)
    {
        var scaling = new Aws.Rds.Inputs.ClusterServerlessv2ScalingConfigurationArgs
        {
            MinCapacity = capacity.Minimum,
            MaxCapacity = capacity.Maximum,
        };
        if (capacity.PauseAfterSeconds is { } seconds)
        {
            scaling.SecondsUntilAutoPause = seconds;
        }

        return scaling;
    }

    // 17.5 -> aurora-postgresql17
    private static string Family(AuroraClusterArgs args) => $"{Engine}{args.EngineVersion.Split('.')[0]}";
}
