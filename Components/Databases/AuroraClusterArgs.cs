using Pulumi;

namespace Infra.Components.Databases;

/// <summary>What an <see cref="AuroraCluster"/> is made of.</summary>
public sealed class AuroraClusterArgs : ResourceArgs
{
    // RDS takes 63 characters; the names of instances and of the last snapshot are longer by up to 6.
    private const int LongestIdentifier = 57;

    /// <summary>The cluster's identifier, unique in its account and region: at most 57 lower-case letters, digits and single hyphens.</summary>
    public required string Identifier { get; init; }

    /// <summary>The version of Aurora PostgreSQL, e.g. `17.5`.</summary>
    public required string EngineVersion { get; init; }

    /// <summary>The capacity of each instance.</summary>
    public required AuroraCapacity Capacity { get; init; }

    /// <summary>How many instances: a writer, and readers besides it.</summary>
    public required int InstanceCount { get; init; }

    /// <summary>The names of the subnets' zones; instances are placed in them by turns.</summary>
    public required IReadOnlyList<string> AvailabilityZones { get; init; }

    /// <summary>The ids of private subnets in two zones at least.</summary>
    public required InputList<string> SubnetIds { get; init; }

    /// <summary>The id of the security group that the instances wear.</summary>
    public required Input<string> SecurityGroupId { get; init; }

    /// <summary>Days that backups are kept, 1 to 35.</summary>
    public required int BackupDays { get; init; }

    /// <summary>Days that the exported log is kept.</summary>
    public required int LogRetentionDays { get; init; }

    /// <summary>How far the data resists deletion.</summary>
    public required DataProtection DataProtection { get; init; }

    /// <summary>The database and its user. Default: null, the cluster replicates the primary of <see cref="GlobalClusterId"/>.</summary>
    public AuroraDatabase? Database { get; init; }

    /// <summary>The identifier of the global cluster that it joins. Default: null, none.</summary>
    public Input<string>? GlobalClusterId { get; init; }

    /// <summary>
    /// The region of the primary. Default: null; a replica needs it, as RDS replicates an encrypted cluster only upon a request that is signed
    /// for its region as well.
    /// </summary>
    public string? SourceRegion { get; init; }

    /// <summary>
    /// The ARN of the key that encrypts it, which must lie in its region. Default: null, the account's own for RDS; a replica needs one.
    /// </summary>
    public Input<string>? KmsKeyArn { get; init; }

    /// <summary>What must exist first, though no input names it: for a replica, the instances of the primary. Default: nothing.</summary>
    public IReadOnlyList<Resource> CreateAfter { get; init; } = [];

    internal void Validate(string name)
    {
        if (Identifier.Length is 0 or > LongestIdentifier)
        {
            throw new ArgumentException(
                $"{nameof(Identifier)} of Aurora cluster '{name}' is '{Identifier}'. It must have 1 to 57 characters. Shorten it with {nameof(Naming.PhysicalName)}.Fit.");
        }

        if (Database is null && (GlobalClusterId is null || KmsKeyArn is null || SourceRegion is null))
        {
            throw new ArgumentException(
                $"Aurora cluster '{name}' has no {nameof(Database)}. Only a replica within a global cluster has none, and it needs a key of its own region "
                + $"and the primary's region. Give the database, or {nameof(GlobalClusterId)}, {nameof(KmsKeyArn)} and {nameof(SourceRegion)}.");
        }
    }
}
