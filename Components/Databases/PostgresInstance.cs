using System.Globalization;
using Pulumi;
using Aws = Pulumi.Aws;

namespace Infra.Components.Databases;

/// <summary>An RDS PostgreSQL instance: encrypted, in private subnets, and refusing connections without TLS.</summary>
public sealed class PostgresInstance : ComponentResource
{
    /// <summary>The component's type token.</summary>
    public const string Token = "infra:databases:PostgresInstance";

    /// <summary>The port it listens on.</summary>
    public const int Port = 5432;

    /// <summary>Makes the subnet group, the parameter group and the instance.</summary>
    public PostgresInstance(string name, PostgresInstanceArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        args.Validate(name);
        var subnets = CreateSubnetGroup(name, args);
        var parameters = CreateParameterGroup(name, args);
        var instance = CreateInstance(name, args, subnets, parameters);
        Arn = instance.Arn;
        Identifier = instance.Identifier;
        Address = instance.Address;
        Endpoint = instance.Endpoint;
        RegisterOutputs();
    }

    /// <summary>The instance's ARN.</summary>
    [Output("arn")]
    public Output<string> Arn { get; private set; }

    /// <summary>The instance's identifier, which its metrics go by.</summary>
    [Output("identifier")]
    public Output<string> Identifier { get; private set; }

    /// <summary>The instance's host name.</summary>
    [Output("address")]
    public Output<string> Address { get; private set; }

    /// <summary>The instance's host name and port, joined by a colon.</summary>
    [Output("endpoint")]
    public Output<string> Endpoint { get; private set; }

    private Aws.Rds.SubnetGroup CreateSubnetGroup(string name, PostgresInstanceArgs args) => new($"{name}-subnets", new Aws.Rds.SubnetGroupArgs
    {
        Name = $"{args.Identifier}-subnets",
        Description = $"Subnets of {args.Identifier}",
        SubnetIds = args.SubnetIds,
        Tags = { { "Name", $"{args.Identifier}-subnets" } },
    }, new CustomResourceOptions { Parent = this });

    // Named by a prefix: a group of another family must stand beside the one it replaces.
    private Aws.Rds.ParameterGroup CreateParameterGroup(string name, PostgresInstanceArgs args) => new($"{name}-parameters", new Aws.Rds.ParameterGroupArgs
    {
        NamePrefix = $"{args.Identifier}-postgres{args.MajorVersion}-",
        Family = $"postgres{args.MajorVersion}",
        Description = $"Parameters of {args.Identifier}",
        // RDS's own default from 15 on; said here so that it stays. Where the parameter is static, RDS refuses to change it at once, and an
        // instance starts with all of its group's parameters anyway.
        Parameters = new Aws.Rds.Inputs.ParameterGroupParameterArgs { Name = "rds.force_ssl", Value = "1", ApplyMethod = "pending-reboot" },
        Tags = { { "Name", $"{args.Identifier}-parameters" } },
    }, new CustomResourceOptions { Parent = this });

    private Aws.Rds.Instance CreateInstance(string name, PostgresInstanceArgs args, Aws.Rds.SubnetGroup subnets, Aws.Rds.ParameterGroup parameters)
    {
        var instance = new Aws.Rds.InstanceArgs
        {
            Identifier = args.Identifier,
            Engine = "postgres",
            EngineVersion = args.EngineVersion,
            AutoMinorVersionUpgrade = true,
            InstanceClass = args.InstanceClass,
            MultiAz = args.MultiAz,
            StorageType = "gp3",
            AllocatedStorage = args.StorageGiB,
            MaxAllocatedStorage = args.MaximumStorageGiB,
            StorageEncrypted = true,
            DbName = args.DatabaseName,
            Username = args.Username,
            Password = args.Password,
            Port = Port,
            DbSubnetGroupName = subnets.Name,
            VpcSecurityGroupIds = args.SecurityGroupIds,
            ParameterGroupName = parameters.Name,
            PubliclyAccessible = false,
            BackupRetentionPeriod = args.BackupDays,
            BackupWindow = args.BackupWindow,
            MaintenanceWindow = args.MaintenanceWindow,
            CopyTagsToSnapshot = true,
            DeleteAutomatedBackups = !args.DataProtection.Enabled,
            DeletionProtection = args.DataProtection.DeletionProtection,
            SkipFinalSnapshot = args.DataProtection.SkipFinalSnapshot,
            Tags = { { "Name", args.Identifier } },
        };
        if (args.DataProtection.FinalSnapshotIdentifier(args.Identifier) is { } snapshot)
        {
            instance.FinalSnapshotIdentifier = snapshot;
        }

        return new Aws.Rds.Instance(name, instance, args.DataProtection.Child(this));
    }
}

/// <summary>What a <see cref="PostgresInstance"/> is made of.</summary>
public sealed class PostgresInstanceArgs : ResourceArgs
{
    /// <summary>The instance's name in AWS: at most 63 lower-case letters, digits and single hyphens.</summary>
    public required string Identifier { get; init; }

    /// <summary>The engine's version: the major number takes the newest minor version, which then moves by itself.</summary>
    public required string EngineVersion { get; init; }

    /// <summary>The instance's class, e.g. `db.t3.micro`.</summary>
    public required string InstanceClass { get; init; }

    /// <summary>GiB of storage at the start.</summary>
    public required int StorageGiB { get; init; }

    /// <summary>GiB up to which the storage grows by itself; at least a tenth above <see cref="StorageGiB"/>.</summary>
    public required int MaximumStorageGiB { get; init; }

    /// <summary>The name of the database that it starts with.</summary>
    public required string DatabaseName { get; init; }

    /// <summary>The master user's name.</summary>
    public required string Username { get; init; }

    /// <summary>The master user's password; a secret.</summary>
    public required Input<string> Password { get; init; }

    /// <summary>The ids of its subnets, in two zones at least.</summary>
    public required InputList<string> SubnetIds { get; init; }

    /// <summary>The ids of the security groups it wears.</summary>
    public required InputList<string> SecurityGroupIds { get; init; }

    /// <summary>Days that automated backups are kept, 1 to 35.</summary>
    public required int BackupDays { get; init; }

    /// <summary>How far the database resists deletion.</summary>
    public required DataProtection DataProtection { get; init; }

    /// <summary>Whether a standby in another zone takes over when it fails. Default: there is none.</summary>
    public bool MultiAz { get; init; }

    /// <summary>When backups are taken, in UTC. Default: 03:00-04:00.</summary>
    public string BackupWindow { get; init; } = "03:00-04:00";

    /// <summary>When AWS may change it, in UTC; apart from the backups' window. Default: sun:04:00-sun:05:00.</summary>
    public string MaintenanceWindow { get; init; } = "sun:04:00-sun:05:00";

    internal string MajorVersion => EngineVersion.Split('.')[0];

    internal void Validate(string name)
    {
        if (MaximumStorageGiB * 10L < StorageGiB * 11L)
        {
            throw new ArgumentException(string.Create(
                CultureInfo.InvariantCulture,
                $"{nameof(MaximumStorageGiB)} of database '{name}' is {MaximumStorageGiB}. RDS takes no less than a tenth above {nameof(StorageGiB)}, "
                + $"which is {StorageGiB}. Raise it."));
        }

        if (BackupDays is < 1 or > 35)
        {
            throw new ArgumentException(string.Create(
                CultureInfo.InvariantCulture,
                $"{nameof(BackupDays)} of database '{name}' is {BackupDays}. RDS keeps backups for 1 to 35 days. Choose a number there."));
        }
    }
}
