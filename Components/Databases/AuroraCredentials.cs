using System.Text.Json;
using Infra.Components.Secrets;
using Pulumi;
using Random = Pulumi.Random;

namespace Infra.Components.Databases;

/// <summary>The user of a database and its password, kept as a JSON object in Secrets Manager, the form that RDS Proxy reads.</summary>
public sealed class AuroraCredentials : ComponentResource
{
    /// <summary>The component's type token.</summary>
    public const string Token = "infra:databases:AuroraCredentials";

    private const int PasswordLength = 40;

    /// <summary>Generates the password unless it is given, and stores both.</summary>
    public AuroraCredentials(string name, AuroraCredentialsArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        Username = args.Username;
        Password = GivenOrGenerated(name, args);
        Secret = Store(name, args);
        RegisterOutputs();
    }

    /// <summary>The user's name.</summary>
    public Input<string> Username { get; }

    /// <summary>The user's password. A secret.</summary>
    [Output("password")]
    public Output<string> Password { get; private set; }

    /// <summary>The secret, with the keys `username` and `password`.</summary>
    public StoredSecret Secret { get; }

    /// <summary>What ECS and App Runner take for one key of the secret, `username` or `password`, in its current version.</summary>
    public Output<string> Reference(string key) => Output.Format($"{Secret.SecretArn}:{key}::");

    private Output<string> GivenOrGenerated(string name, AuroraCredentialsArgs args) => args.Password is { } given
        ? Output.CreateSecret(given.ToOutput())
        : new Random.RandomPassword($"{name}-password", new Random.RandomPasswordArgs
        {
            Length = PasswordLength,
            // Aurora refuses some signs, and others break connection strings.
            Special = false,
        }, new CustomResourceOptions { Parent = this }).Result;

    private StoredSecret Store(string name, AuroraCredentialsArgs args) => new(name, new StoredSecretArgs
    {
        PhysicalName = args.SecretName,
        Description = args.Description,
        DataProtection = args.DataProtection,
        Placeholder = "{}",
        Value = Output.Tuple(args.Username.ToOutput(), Password).Apply(values => JsonSerializer.Serialize(
            new SortedDictionary<string, string>(StringComparer.Ordinal) { ["username"] = values.Item1, ["password"] = values.Item2 })),
    }, new ComponentResourceOptions { Parent = this });
}

/// <summary>What <see cref="AuroraCredentials"/> are made of.</summary>
public sealed class AuroraCredentialsArgs : ResourceArgs
{
    /// <summary>The secret's name in AWS, unique in its region.</summary>
    public required string SecretName { get; init; }

    /// <summary>What the secret is for.</summary>
    public required string Description { get; init; }

    /// <summary>How far the secret resists deletion.</summary>
    public required DataProtection DataProtection { get; init; }

    /// <summary>The user's name.</summary>
    public required Input<string> Username { get; init; }

    /// <summary>The password. Default: null, 40 random letters and digits.</summary>
    public Input<string>? Password { get; init; }
}
