using Pulumi;

namespace Infra.Components.Hypernym;

/// <summary>Who answers Hypernym's model calls.</summary>
public abstract record InferenceProvider
{
    private protected InferenceProvider()
    {
    }
}

/// <summary>The managed inference service.</summary>
/// <param name="ApiUrl">Its address, http or https; as the application reads it.</param>
/// <param name="ApiCidrs">The networks that the address lies in.</param>
public sealed record ManagedInference(string ApiUrl, IReadOnlyList<string> ApiCidrs) : InferenceProvider
{
    /// <summary>The port of the address, or its scheme's.</summary>
    public int Port => new Uri(ApiUrl).Port;
}

/// <summary>A provider of the operator's own, reached with credentials that a Secrets Manager secret holds.</summary>
public sealed record ByopInference : InferenceProvider
{
    private const int Https = 443;

    /// <summary>
    /// The ARN of an existing secret: a JSON object with `provider_url`, `api_key` and `model_name`. Default: null, the system makes the
    /// secret.
    /// </summary>
    public string? SecretArn { get; init; }

    /// <summary>The provider's address, https; for the secret that the system makes. Default: null.</summary>
    public string? ProviderUrl { get; init; }

    /// <summary>The model's name; for the secret that the system makes. Default: null.</summary>
    public string? ModelName { get; init; }

    /// <summary>
    /// The key of the provider's API; becomes a secret. Default: null, the operator puts it into the secret that the system makes.
    /// </summary>
    public Input<string>? ApiKey { get; init; }

    /// <summary>The ARN of the customer's key that encrypts the secret. Default: null, the account's own for Secrets Manager.</summary>
    public string? KmsKeyArn { get; init; }

    /// <summary>Networks, besides what NAT reaches, that the provider lies in. Default: none.</summary>
    public IReadOnlyList<string> EgressCidrs { get; init; } = [];

    /// <summary>The port of the provider's address; 443 where the address is in a secret.</summary>
    public int Port => ProviderUrl is null ? Https : new Uri(ProviderUrl).Port;
}
