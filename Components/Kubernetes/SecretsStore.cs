using System.Text.Json.Nodes;
using Pulumi;

namespace Infra.Components.Kubernetes;

/// <summary>The secrets store driver and its provider for AWS: they mount secrets of Secrets Manager into pods, with the pods' own roles.</summary>
public static class SecretsStore
{
    /// <summary>The driver's name, by which volumes ask for it.</summary>
    public const string Driver = "secrets-store.csi.k8s.io";

    /// <summary>The add-on, set up to make Kubernetes secrets of what it mounts and to follow changed values.</summary>
    public static EksAddon Addon(string region) => new("aws-secrets-store-csi-driver-provider")
    {
        Configuration = JsonText.Of(new JsonObject
        {
            ["awsRegion"] = region,
            ["secrets-store-csi-driver"] = new JsonObject
            {
                ["enableSecretRotation"] = true,
                ["syncSecret"] = new JsonObject { ["enabled"] = true },
            },
        }),
    };

    /// <summary>Keys of a secret's JSON as files of the same names, and as entries of a Kubernetes secret.</summary>
    /// <param name="secretArn">The secret's ARN.</param>
    /// <param name="region">The secret's region.</param>
    /// <param name="keys">The keys of its JSON object.</param>
    /// <param name="syncedSecretName">The name of the Kubernetes secret.</param>
    public static SecretProviderClassSpecArgs Keys(Output<string> secretArn, string region, IReadOnlyCollection<string> keys, string syncedSecretName) => new()
    {
        Provider = "aws",
        Parameters = new()
        {
            { "objects", secretArn.Apply(arn => Objects(arn, keys)) },
            { "region", region },
        },
        SecretObjects = new SyncedSecretArgs
        {
            SecretName = syncedSecretName,
            Data = keys.Select(key => new SyncedEntryArgs { Key = key, ObjectName = key }).ToArray(),
        },
    };

    // The provider reads YAML, of which JSON is a part.
    private static string Objects(string secretArn, IEnumerable<string> keys) => JsonText.Of(new JsonArray(new JsonObject
    {
        ["objectName"] = secretArn,
        ["objectType"] = "secretsmanager",
        ["jmesPath"] = new JsonArray([.. keys.Select(key => (JsonNode)new JsonObject { ["path"] = key, ["objectAlias"] = key })]),
    }));
}
