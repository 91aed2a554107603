using Pulumi;
using Aws = Pulumi.Aws;

namespace Infra.Components.Secrets;

/// <summary>
/// A Secrets Manager secret whose value the stack's configuration gives, or that starts as a placeholder which the operator replaces
/// outside the stack; from then on the program leaves the value alone.
/// </summary>
public sealed class StoredSecret : ComponentResource
{
    /// <summary>The component's type token.</summary>
    public const string Token = "infra:secrets:StoredSecret";

    /// <summary>Makes the secret and its first value.</summary>
    public StoredSecret(string name, StoredSecretArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        var secret = CreateSecret(name, args);
        var version = StoreValue(name, args, secret);
        Version = version;
        AwaitsValue = args.Value is null;
        SecretArn = secret.Arn;
        SecretName = secret.Name;
        VersionId = version.VersionId;
        RegisterOutputs();
    }

    /// <summary>The secret's ARN, with the six characters that AWS appends to its name.</summary>
    [Output("secretArn")]
    public Output<string> SecretArn { get; private set; }

    /// <summary>The secret's name.</summary>
    [Output("secretName")]
    public Output<string> SecretName { get; private set; }

    /// <summary>The id of the version that the program stored.</summary>
    [Output("versionId")]
    public Output<string> VersionId { get; private set; }

    /// <summary>
    /// The value, for whatever must be created after there is one: a task that reads a secret without any does not start.
    /// </summary>
    public Resource Version { get; }

    /// <summary>Whether the secret was made with its placeholder.</summary>
    public bool AwaitsValue { get; }

    /// <summary>
    /// What an ECS task names to get the value, or one key of its JSON, as `ARN:key:stage:version`. A value of the program's own is named
    /// with its version, so that another value makes another revision of the task; one that the operator puts in is always the current one.
    /// </summary>
    /// <param name="key">The key. Default: none, the whole value.</param>
    public Output<string> TaskReference(string key = "") =>
        (key.Length, AwaitsValue) switch
        {
            (_, false) => Output.Format($"{SecretArn}:{key}::{VersionId}"),
            (0, true) => SecretArn,
            _ => Output.Format($"{SecretArn}:{key}::"),
        };

    private Aws.SecretsManager.Secret CreateSecret(string name, StoredSecretArgs args) => new(name, new Aws.SecretsManager.SecretArgs
    {
        Name = args.PhysicalName,
        Description = args.Description,
        KmsKeyId = args.KmsKeyArn,
        RecoveryWindowInDays = args.DataProtection.SecretRecoveryDays,
    }, args.DataProtection.Child(this));

    private Aws.SecretsManager.SecretVersion StoreValue(string name, StoredSecretArgs args, Aws.SecretsManager.Secret secret) =>
        new($"{name}-value", new Aws.SecretsManager.SecretVersionArgs
        {
            SecretId = secret.Id,
            SecretString = Output.CreateSecret((args.Value ?? args.Placeholder).ToOutput()),
        }, new CustomResourceOptions
        {
            Parent = this,
            // The operator's value must survive later updates.
            IgnoreChanges = args.Value is null ? ["secretString"] : [],
        });
}

/// <summary>What a <see cref="StoredSecret"/> is made of.</summary>
public sealed class StoredSecretArgs : ResourceArgs
{
    /// <summary>
    /// The secret's name in AWS, unique in its region. It should not end in a hyphen and six characters, as the ARN does.
    /// </summary>
    public required string PhysicalName { get; init; }

    /// <summary>What the secret is for.</summary>
    public required string Description { get; init; }

    /// <summary>How far the secret resists deletion.</summary>
    public required DataProtection DataProtection { get; init; }

    /// <summary>What stands in the secret until the operator replaces it: of the value's form, recognisable, worthless.</summary>
    public required string Placeholder { get; init; }

    /// <summary>The value; becomes a secret. Default: null, the placeholder.</summary>
    public Input<string>? Value { get; init; }

    /// <summary>The ARN of the key that encrypts it. Default: null, the account's own for Secrets Manager.</summary>
    public Input<string>? KmsKeyArn { get; init; }
}
