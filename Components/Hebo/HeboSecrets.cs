using Infra.Components.Secrets;
using Pulumi;

namespace Infra.Components.Hebo;

/// <summary>The keys that only third parties issue: of Stack Auth's server interface, and of model providers.</summary>
internal sealed class HeboSecrets : ComponentResource
{
    /// <summary>The component's type token.</summary>
    public const string Token = "infra:hebo:Secrets";

    /// <summary>Stores the keys.</summary>
    public HeboSecrets(string name, HeboSecretsArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        ServerKey = StoreServerKey(name, args);
        ProviderKeys = args.ProviderKeys.OrderBy(key => key.Key, StringComparer.Ordinal)
            .ToDictionary(key => key.Key, key => StoreProviderKey(name, args, key.Key, key.Value), StringComparer.Ordinal);
        ServerKeyArn = ServerKey.SecretArn;
        RegisterOutputs();
    }

    /// <summary>The ARN of the secret that holds the server key of Stack Auth.</summary>
    [Output("serverKeyArn")]
    public Output<string> ServerKeyArn { get; private set; }

    /// <summary>The server key of Stack Auth.</summary>
    public StoredSecret ServerKey { get; }

    /// <summary>The keys of model providers, by the name of the Gateway's environment variable.</summary>
    public IReadOnlyDictionary<string, StoredSecret> ProviderKeys { get; }

    /// <summary>The secrets' values, for whatever reads them at once.</summary>
    public IEnumerable<Resource> Ready => ProviderKeys.Values.Prepend(ServerKey).Select(secret => secret.Version);

    private StoredSecret StoreServerKey(string name, HeboSecretsArgs args) => new($"{name}-server-key", new StoredSecretArgs
    {
        PhysicalName = args.Names.Secret("StackSecretServerKey"),
        Description = "The secret server key of Hebo's project in Stack Auth",
        DataProtection = args.DataProtection,
        Placeholder = "placeholder-stack-secret-server-key",
        Value = args.StackSecretServerKey,
    }, Child());

    private StoredSecret StoreProviderKey(string name, HeboSecretsArgs args, string variable, Input<string> key)
    {
        var words = variable.Split('_').Select(word => $"{word[0]}{word[1..].ToLowerInvariant()}").ToList();
        return new StoredSecret($"{name}-{string.Join('-', words).ToLowerInvariant()}", new StoredSecretArgs
        {
            PhysicalName = args.Names.Secret(string.Concat(words)),
            Description = $"The Gateway's {variable}",
            DataProtection = args.DataProtection,
            Placeholder = "",
            Value = key,
        }, Child());
    }

    private ComponentResourceOptions Child() => new() { Parent = this };
}

/// <summary>What <see cref="HeboSecrets"/> are made of.</summary>
internal sealed class HeboSecretsArgs : ResourceArgs
{
    /// <summary>The names of the stage.</summary>
    public required HeboNames Names { get; init; }

    /// <summary>How far the secrets resist deletion.</summary>
    public required DataProtection DataProtection { get; init; }

    /// <summary>The server key of Stack Auth. Default: null, a placeholder.</summary>
    public Input<string>? StackSecretServerKey { get; init; }

    /// <summary>The keys of model providers, by the name of the Gateway's environment variable.</summary>
    public required IReadOnlyDictionary<string, Input<string>> ProviderKeys { get; init; }
}
