using Infra.Components;
using Infra.Stacks.Settings;
using Infra.Stacks.Settings.Constraints;
using Pulumi;

namespace Infra.Stacks.Hebo;

/// <summary>Hebo's settings of the database.</summary>
public abstract record HeboDatabaseSettings() : SystemSettings("us-east-1")
{
    /// <summary>What stands in <see cref="SecondaryRegion"/> for no region.</summary>
    public const string NoRegion = "none";

    /// <summary>The database's user.</summary>
    [Setting("The name of the database's user. Changing it replaces the database.", defaultText: "hebo")]
    [Secret("placeholder_user")]
    [Pattern("^(?!(admin|rdsadmin)$)[a-z][a-z0-9_]{0,62}$", "1 to 63 lower-case letters, digits and underscores, starting with a letter, and neither admin nor rdsadmin")]
    public Output<string>? HeboDbUsername { get; init; }

    /// <summary>The user's password.</summary>
    [Setting("The password of the database's user.", defaultText: "40 random letters and digits")]
    [Secret("placeholder-database-password-00000000000")]
    [Pattern("^[!#-.0-?A-~]{12,41}$", "12 to 41 printable ASCII characters without spaces, /, \" and @")]
    public Output<string>? HeboDbPassword { get; init; }

    /// <summary>The engine's version.</summary>
    [Setting("The version of Aurora PostgreSQL.", note: "AWS retires minor versions: when 17.5 can no longer be created, name a newer one.")]
    [Pattern("^17\\.[0-9]{1,2}$", "a version of PostgreSQL 17, such as 17.5")]
    public string DbEngineVersion { get; init; } = "17.5";

    /// <summary>The least capacity.</summary>
    [Setting("The least capacity of a database instance in Aurora capacity units (2 GiB of memory each), in steps of 0.5; 0 lets it pause.")]
    [Between(0, 256)]
    [DefaultIn(DeploymentEnvironment.Prod, 0.5)]
    public decimal DbMinAcu { get; init; }

    /// <summary>The most capacity.</summary>
    [Setting("The most capacity of a database instance in Aurora capacity units, in steps of 0.5.")]
    [Between(1, 256)]
    public decimal DbMaxAcu { get; init; } = 4;

    /// <summary>When an idle database pauses.</summary>
    [Setting("Minutes without a connection after which the database pauses; of effect while `dbMinAcu` is 0.")]
    [Between(5, 1440)]
    public int DbPauseMinutes { get; init; } = 20;

    /// <summary>How many readers.</summary>
    [Setting("How many reader instances the database has besides its writer.")]
    [Between(0, 15)]
    [DefaultIn(DeploymentEnvironment.Prod, 1)]
    public int DbReplicas { get; init; }

    /// <summary>How long backups are kept.</summary>
    [Setting("Days that the database's backups are kept.")]
    [Between(1, 35)]
    [DefaultIn(DeploymentEnvironment.Prod, 14)]
    public int DbBackupDays { get; init; } = 1;

    /// <summary>Whether there is a proxy.</summary>
    [Setting(
        "Whether API and Gateway reach the database through an RDS Proxy.",
        note: "The document's previews have one too, but a proxy keeps a database from pausing.")]
    [DefaultIn(DeploymentEnvironment.Prod, true)]
    public bool EnableDbProxy { get; init; }

    /// <summary>Whether the database belongs to a global cluster.</summary>
    [Setting("Whether the database belongs to a global cluster, which replicates it to `secondaryRegion`; it keeps the database from pausing.")]
    [DefaultIn(DeploymentEnvironment.Prod, true)]
    public bool EnableGlobalCluster { get; init; }

    /// <summary>Where the database is replicated to.</summary>
    [Setting("The region that the global cluster replicates the database to, or none.")]
    [Pattern("^(none|[a-z]{2}(-[a-z]+)+-[0-9])$", "another region's name, such as us-west-2, or none")]
    [DefaultIn(DeploymentEnvironment.Prod, "us-west-2")]
    public string SecondaryRegion { get; init; } = NoRegion;

    /// <summary>Whether the global cluster spans a second region.</summary>
    internal bool Replicates => EnableGlobalCluster && SecondaryRegion != NoRegion;
}
