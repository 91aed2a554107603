using System.Text.Json;
using Infra.Components.Secrets;
using Pulumi;
using Random = Pulumi.Random;

namespace Infra.Components.FlowBuilder;

/// <summary>
/// The secret of what encrypts users' credentials in the database. API and workers must share it: what one encrypts, the other reads.
/// </summary>
public sealed class FlowBuilderEncryption : ComponentResource
{
    /// <summary>The component's type token.</summary>
    public const string Token = "infra:flowBuilder:Encryption";

    private const int KeyBytes = 32;
    private const int TextLength = 40;

    /// <summary>Makes up what is not given, and stores it.</summary>
    public FlowBuilderEncryption(string name, FlowBuilderEncryptionArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        var key = args.Key ?? MakeKey(name);
        var salt = args.Salt ?? MakeText($"{name}-salt");
        var password = args.Password ?? MakeText($"{name}-password");
        Secret = Store(name, args, key, salt, password);
        SecretArn = Secret.SecretArn;
        RegisterOutputs();
    }

    /// <summary>The secret's ARN.</summary>
    [Output("secretArn")]
    public Output<string> SecretArn { get; private set; }

    /// <summary>The secret: a JSON object with the keys `key`, `salt` and `password`.</summary>
    public StoredSecret Secret { get; }

    /// <summary>The variables that the application reads, each with what ECS fills it from.</summary>
    public InputMap<string> Variables() => new()
    {
        { "SECRET_ENCRYPTION_KEY", Secret.TaskReference("key") },
        { "SECRET_ENCRYPTION_PASSWORD", Secret.TaskReference("password") },
        { "SECRET_ENCRYPTION_SALT", Secret.TaskReference("salt") },
    };

    private Input<string> MakeKey(string name) => new Random.RandomBytes($"{name}-key", new Random.RandomBytesArgs
    {
        Length = KeyBytes,
    }, new CustomResourceOptions { Parent = this }).Base64;

    private Input<string> MakeText(string name) => new Random.RandomPassword(name, new Random.RandomPasswordArgs
    {
        Length = TextLength,
        Special = false,
    }, new CustomResourceOptions { Parent = this }).Result;

    private StoredSecret Store(string name, FlowBuilderEncryptionArgs args, Input<string> key, Input<string> salt, Input<string> password) =>
        new($"{name}-secret", new StoredSecretArgs
        {
            PhysicalName = args.Names.EncryptionSecret,
            Description = "Flow Builder: encrypts users' credentials in the database",
            DataProtection = args.DataProtection,
            Placeholder = "{}",
            Value = Output.Tuple(key, salt, password).Apply(values => JsonSerializer.Serialize(new
            {
                key = values.Item1,
                password = values.Item3,
                salt = values.Item2,
            })),
        }, new ComponentResourceOptions { Parent = this });
}

/// <summary>What a <see cref="FlowBuilderEncryption"/> is made of.</summary>
public sealed class FlowBuilderEncryptionArgs : ResourceArgs
{
    /// <summary>The system's names.</summary>
    public required FlowBuilderNames Names { get; init; }

    /// <summary>How far the secret resists deletion: without it, users' credentials cannot be read.</summary>
    public required DataProtection DataProtection { get; init; }

    /// <summary>The key, 32 bytes in base64. Default: null, random.</summary>
    public Input<string>? Key { get; init; }

    /// <summary>The salt. Default: null, random.</summary>
    public Input<string>? Salt { get; init; }

    /// <summary>The password. Default: null, random.</summary>
    public Input<string>? Password { get; init; }
}
