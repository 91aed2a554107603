using Pulumi;

namespace Infra.Components;

/// <summary>How far stateful resources resist deletion. One policy for every database, bucket, repository and file system of a system.</summary>
public sealed record DataProtection
{
    private DataProtection(bool enabled) => Enabled = enabled;

    /// <summary>Data outlives a destroyed stack: protected, retained, deletion protection on, final snapshots taken.</summary>
    public static DataProtection On { get; } = new(true);

    /// <summary>Destroying the stack destroys the data and needs no manual step.</summary>
    public static DataProtection Off { get; } = new(false);

    /// <summary>The policy of an environment: on in production, off elsewhere.</summary>
    /// <param name="environment">What the stack is for.</param>
    /// <param name="wanted">Overrides the environment. Default: null, the environment decides.</param>
    public static DataProtection For(DeploymentEnvironment environment, bool? wanted = null) =>
        wanted ?? environment == DeploymentEnvironment.Prod ? On : Off;

    /// <summary>Whether data is protected.</summary>
    public bool Enabled { get; }

    /// <summary>Whether AWS itself refuses the deletion (tables, databases, load balancers, user pools).</summary>
    public bool DeletionProtection => Enabled;

    /// <summary>Whether a database is deleted without a last snapshot.</summary>
    public bool SkipFinalSnapshot => !Enabled;

    /// <summary>Whether a bucket or repository is emptied to be deleted; without it AWS refuses to delete one that holds anything.</summary>
    public bool DeleteContents => !Enabled;

    /// <summary>Days in which a deleted secret can be restored: 7 to 30, or 0 to free its name at once.</summary>
    public int SecretRecoveryDays => Enabled ? 30 : 0;

    /// <summary>The identifier of a database's last snapshot; null when none is taken.</summary>
    /// <param name="databaseIdentifier">The identifier of the database, lower-case.</param>
    public string? FinalSnapshotIdentifier(string databaseIdentifier) => Enabled ? $"{databaseIdentifier}-final" : null;

    /// <summary>The options of a stateful child: <paramref name="parent"/> as its parent, protected and retained as this policy says.</summary>
    public CustomResourceOptions Child(Resource parent) => new()
    {
        Parent = parent,
        // Left out rather than false: an explicit false would cut off a protection that the stack sets on the whole system.
        Protect = Enabled ? true : null,
        RetainOnDelete = Enabled ? true : null,
    };
}
