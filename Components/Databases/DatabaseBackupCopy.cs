using Infra.Components.Naming;
using Pulumi;
using Aws = Pulumi.Aws;

namespace Infra.Components.Databases;

/// <summary>Copies of an RDS instance's automated backups in another region, which outlive the loss of its own.</summary>
public sealed class DatabaseBackupCopy : ComponentResource
{
    /// <summary>The component's type token.</summary>
    public const string Token = "infra:databases:DatabaseBackupCopy";

    /// <summary>Makes the key in the other region, and the copying.</summary>
    public DatabaseBackupCopy(string name, DatabaseBackupCopyArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        var key = CreateKey(name, args);
        CopyBackups(name, args, key);
        KeyArn = key.Arn;
        RegisterOutputs();
    }

    /// <summary>The ARN of the key that the copies are encrypted with.</summary>
    [Output("keyArn")]
    public Output<string> KeyArn { get; private set; }

    // Backups of an encrypted database are copied under a key of the other region only; a customer's own, as copies under AWS's own cannot
    // be shared with another account.
    private Aws.Kms.Key CreateKey(string name, DatabaseBackupCopyArgs args)
    {
        var key = new Aws.Kms.Key($"{name}-key", new Aws.Kms.KeyArgs
        {
            Region = args.Region,
            Description = $"Copies of {args.Identifier}'s backups",
            EnableKeyRotation = true,
            DeletionWindowInDays = 30,
        }, args.DataProtection.Child(this));
        _ = new Aws.Kms.Alias($"{name}-key", new Aws.Kms.AliasArgs
        {
            Region = args.Region,
            Name = $"alias/{PhysicalName.Fit($"{args.Identifier}-backups", PhysicalNameKind.Database)}",
            TargetKeyId = key.KeyId,
        }, new CustomResourceOptions { Parent = this });
        return key;
    }

    private void CopyBackups(string name, DatabaseBackupCopyArgs args, Aws.Kms.Key key) =>
        _ = new Aws.Rds.InstanceAutomatedBackupsReplication(name, new Aws.Rds.InstanceAutomatedBackupsReplicationArgs
        {
            Region = args.Region,
            SourceDbInstanceArn = args.InstanceArn,
            KmsKeyId = key.Arn,
            RetentionPeriod = args.RetentionDays,
        }, new CustomResourceOptions { Parent = this });
}

/// <summary>What a <see cref="DatabaseBackupCopy"/> is made of.</summary>
public sealed class DatabaseBackupCopyArgs : ResourceArgs
{
    /// <summary>The ARN of the instance whose backups are copied.</summary>
    public required Input<string> InstanceArn { get; init; }

    /// <summary>The instance's identifier.</summary>
    public required string Identifier { get; init; }

    /// <summary>The region that the copies lie in, another than the instance's.</summary>
    public required string Region { get; init; }

    /// <summary>Days that copies are kept, 1 to 35.</summary>
    public required int RetentionDays { get; init; }

    /// <summary>How far the key resists deletion: without it the copies cannot be read.</summary>
    public required DataProtection DataProtection { get; init; }
}
