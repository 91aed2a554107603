using Pulumi;
using Aws = Pulumi.Aws;

namespace Infra.Components.Databases;

/// <summary>A KMS key for databases, rotated every year, with a name that people can find it by.</summary>
public sealed class DatabaseKey : ComponentResource
{
    /// <summary>The component's type token.</summary>
    public const string Token = "infra:databases:DatabaseKey";

    private const int LongestDeletionDays = 30;
    private const int ShortestDeletionDays = 7;

    /// <summary>Makes the key and its alias.</summary>
    public DatabaseKey(string name, DatabaseKeyArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        var key = CreateKey(name, args);
        _ = new Aws.Kms.Alias($"{name}-alias", new Aws.Kms.AliasArgs
        {
            Name = $"alias/{args.PhysicalName}",
            TargetKeyId = key.KeyId,
        }, new CustomResourceOptions { Parent = this });
        Arn = key.Arn;
        RegisterOutputs();
    }

    /// <summary>The key's ARN.</summary>
    [Output("arn")]
    public Output<string> Arn { get; private set; }

    private Aws.Kms.Key CreateKey(string name, DatabaseKeyArgs args) => new(name, new Aws.Kms.KeyArgs
    {
        Description = $"Encrypts {args.PhysicalName}",
        EnableKeyRotation = true,
        // What is encrypted with the key is lost with it.
        DeletionWindowInDays = args.DataProtection.Enabled ? LongestDeletionDays : ShortestDeletionDays,
    }, args.DataProtection.Child(this));
}

/// <summary>What a <see cref="DatabaseKey"/> is made of.</summary>
public sealed class DatabaseKeyArgs : ResourceArgs
{
    /// <summary>The alias after `alias/`, unique in its account and region: letters, digits, hyphens, underscores and slashes.</summary>
    public required string PhysicalName { get; init; }

    /// <summary>How far the key resists deletion.</summary>
    public required DataProtection DataProtection { get; init; }
}
