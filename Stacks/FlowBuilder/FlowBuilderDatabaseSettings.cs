using Infra.Components;
using Infra.Stacks.Settings;
using Infra.Stacks.Settings.Constraints;

namespace Infra.Stacks.FlowBuilder;

/// <summary>Flow Builder's settings of the standard variant's database.</summary>
public abstract record FlowBuilderDatabaseSettings : FlowBuilderUltraSettings
{
    /// <summary>The engine's version.</summary>
    [Setting(
        "Standard: the version of PostgreSQL; 15 takes the newest minor version.",
        note: "The documented 15.4 can no longer be created.")]
    [Pattern("^15(\\.(1[3-9]|[2-9][0-9]))?$", "15, or 15.13 and later: RDS creates no older ones any more")]
    public string DbEngineVersion { get; init; } = "15";

    /// <summary>The instance's class.</summary>
    [Setting("Standard: the class of the database instance.")]
    [DefaultIn(DeploymentEnvironment.Staging, "db.t3.small")]
    [DefaultIn(DeploymentEnvironment.Prod, "db.t3.medium")]
    [Pattern("^db\\.[a-z0-9-]+\\.[a-z0-9]+$", "an instance class, such as db.t3.micro")]
    public string DbInstanceClass { get; init; } = "db.t3.micro";

    /// <summary>The storage at the start.</summary>
    [Setting("Standard: GiB of storage that the database starts with.")]
    [DefaultIn(DeploymentEnvironment.Staging, 50)]
    [DefaultIn(DeploymentEnvironment.Prod, 100)]
    [Between(20, 65536)]
    public int DbAllocatedStorage { get; init; } = 20;

    /// <summary>The storage that it may grow to.</summary>
    [Setting("Standard: GiB up to which the storage grows by itself; at least a tenth above `dbAllocatedStorage`.")]
    [DefaultIn(DeploymentEnvironment.Staging, 100)]
    [DefaultIn(DeploymentEnvironment.Prod, 500)]
    [Between(22, 65536)]
    public int DbMaxAllocatedStorage { get; init; } = 50;

    /// <summary>Whether a standby runs in another zone.</summary>
    [Setting("Standard: whether a standby in another zone takes over when the database fails.")]
    [DefaultIn(DeploymentEnvironment.Staging, true)]
    [DefaultIn(DeploymentEnvironment.Prod, true)]
    public bool DbMultiAz { get; init; }

    /// <summary>How long backups are kept.</summary>
    [Setting("Standard: days that automated backups are kept.")]
    [DefaultIn(DeploymentEnvironment.Staging, 7)]
    [DefaultIn(DeploymentEnvironment.Prod, 30)]
    [Between(1, 35)]
    public int BackupRetentionPeriod { get; init; } = 1;

    /// <summary>Where backups are copied to.</summary>
    [Setting(
        "Standard, in production: the region that automated backups are copied to.",
        defaultText: "us-west-2; us-east-1 when `region` is us-west-2",
        example: "us-west-2")]
    [Pattern("^[a-z]{2}(-[a-z]+)+-[0-9]$", "a region's name, such as us-west-2")]
    public string? DrRegion { get; init; }
}
