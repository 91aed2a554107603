using Pulumi;

namespace Infra.Components.FlowBuilder.Standard;

/// <summary>How large Flow Builder's database is, and what it is called.</summary>
public sealed record FlowBuilderDatabaseLayout
{
    /// <summary>The engine's version.</summary>
    public required string EngineVersion { get; init; }

    /// <summary>The instance's class.</summary>
    public required string InstanceClass { get; init; }

    /// <summary>GiB of storage at the start.</summary>
    public required int StorageGiB { get; init; }

    /// <summary>GiB up to which the storage grows by itself.</summary>
    public required int MaximumStorageGiB { get; init; }

    /// <summary>Whether a standby in another zone takes over.</summary>
    public required bool MultiAz { get; init; }

    /// <summary>Days that backups are kept.</summary>
    public required int BackupDays { get; init; }

    /// <summary>The region that backups are copied to. Default: null, they are not.</summary>
    public string? BackupRegion { get; init; }

    /// <summary>The name of the database.</summary>
    public required string Name { get; init; }

    /// <summary>The name of its user.</summary>
    public required string Username { get; init; }

    /// <summary>The user's password. Default: null, random.</summary>
    public Input<string>? Password { get; init; }
}
