using Infra.Components.Identity;
using Pulumi;

namespace Infra.Components.Hypernym;

/// <summary>What an inference mode gives to the application: variables, the credentials' secret, and the permissions to read it.</summary>
internal sealed class HypernymInference
{
    /// <summary>The variables that the application reads from the secret, and the keys of its JSON.</summary>
    public static readonly IReadOnlyDictionary<string, string> SecretKeys = new Dictionary<string, string>
    {
        ["UPSTREAM_API_KEY"] = "api_key",
        ["UPSTREAM_MODEL_NAME"] = "model_name",
        ["UPSTREAM_PROVIDER_URL"] = "provider_url",
    };

    private HypernymInference(IReadOnlyDictionary<string, string> variables) => Variables = variables;

    /// <summary>The variables that are no secret.</summary>
    public IReadOnlyDictionary<string, string> Variables { get; }

    /// <summary>The ARN of the credentials' secret; null in managed mode.</summary>
    public Output<string>? SecretArn { get; private init; }

    /// <summary>The ARN of the customer's key that encrypts the secret; null for the account's own.</summary>
    public string? KmsKeyArn { get; private init; }

    /// <summary>What must exist before the secret can be read.</summary>
    public IReadOnlyList<Resource> SecretReady { get; private init; } = [];

    public static HypernymInference Managed(ManagedInference provider) => new(Mode("managed", ("MANAGED_API_URL", provider.ApiUrl)));

    public static HypernymInference Byop(ByopInference provider, Output<string> secretArn, IReadOnlyList<Resource> secretReady) => new(Mode("byop"))
    {
        SecretArn = secretArn,
        KmsKeyArn = provider.KmsKeyArn,
        SecretReady = secretReady,
    };

    /// <summary>
    /// The policy that reads the credentials, by its name within a role; empty in managed mode, so that switching to byop only adds.
    /// </summary>
    public IReadOnlyDictionary<string, PolicyDocument> SecretPolicies() => SecretArn is { } arn
        ? new Dictionary<string, PolicyDocument> { ["credentials"] = new(ReadSecret(arn)) }
        : new Dictionary<string, PolicyDocument>();

    private IEnumerable<PolicyStatement> ReadSecret(Output<string> arn)
    {
        yield return new PolicyStatement
        {
            Sid = "ReadProviderCredentials",
            Actions = ["secretsmanager:GetSecretValue"],
            Resources = arn,
        };
        if (KmsKeyArn is { } key)
        {
            yield return new PolicyStatement
            {
                Sid = "DecryptProviderCredentials",
                Actions = ["kms:Decrypt"],
                Resources = key,
            };
        }
    }

    private static Dictionary<string, string> Mode(string mode, params IEnumerable<(string Name, string Value)> variables) =>
        variables.Append(("INFERENCE_PROVIDER_MODE", mode)).ToDictionary(variable => variable.Item1, variable => variable.Item2, StringComparer.Ordinal);
}
