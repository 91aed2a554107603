using System.Collections.Immutable;
using System.Text.Json;
using Infra.Components.Kubernetes;
using Pulumi;
using Aws = Pulumi.Aws;
using Core = Pulumi.Kubernetes.Types.Inputs.Core.V1;
using K8s = Pulumi.Kubernetes;
using Meta = Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace Infra.Components.Hypernym.Eks;

/// <summary>The provider's credentials as a pod sees them: variables from a Kubernetes secret, and the volume that brings the secret about.</summary>
internal sealed class HypernymCredentials
{
    private const string Volume = "provider-credentials";
    private const string MountPath = "/mnt/secrets-store";

    private static readonly HypernymCredentials None = new();

    /// <summary>Variables that are read from the secret.</summary>
    public IReadOnlyList<Core.EnvVarArgs> Variables { get; private init; } = [];

    /// <summary>Volumes of the pod.</summary>
    public IReadOnlyList<Core.VolumeArgs> Volumes { get; private init; } = [];

    /// <summary>Mounts of the container.</summary>
    public IReadOnlyList<Core.VolumeMountArgs> Mounts { get; private init; } = [];

    /// <summary>What must exist before a pod starts.</summary>
    public IReadOnlyList<Resource> Ready { get; private init; } = [];

    /// <summary>Creates what the chosen way of delivery takes, as children of <paramref name="parent"/>; nothing in managed mode.</summary>
    public static HypernymCredentials Deliver(
        string name, HypernymWorkloadArgs args, Meta.ObjectMetaArgs classMetadata, Meta.ObjectMetaArgs secretMetadata, Resource space, Resource parent)
    {
        if (args.Foundation.Inference.SecretArn is not { } arn)
        {
            return None;
        }

        return args.Compute.CredentialsDelivery switch
        {
            CredentialsDelivery.SecretsStore => Mount(name, args, arn, classMetadata, space, parent),
            CredentialsDelivery.KubernetesSecret => Copy(name, args, arn, secretMetadata, space, parent),
            var other => throw new NotSupportedException($"Credentials cannot be delivered by {other}."),
        };
    }

    private static HypernymCredentials Mount(string name, HypernymWorkloadArgs args, Output<string> arn, Meta.ObjectMetaArgs metadata, Resource space, Resource parent)
    {
        var provider = new SecretProviderClass($"{name}-credentials", new SecretProviderClassArgs
        {
            Metadata = metadata,
            Spec = SecretsStore.Keys(arn, args.Foundation.Region, Keys, HypernymEksNames.CredentialsSecret),
        },
        // The kind exists once the driver is installed, and the secret is read once it has a value.
        new CustomResourceOptions { Parent = parent, DependsOn = (Resource[])[space, .. args.CreateAfter, .. args.Foundation.Inference.SecretReady] });
        return new HypernymCredentials
        {
            Variables = ReadSecret(),
            Volumes =
            [
                new Core.VolumeArgs
                {
                    Name = Volume,
                    Csi = new Core.CSIVolumeSourceArgs
                    {
                        Driver = SecretsStore.Driver,
                        ReadOnly = true,
                        VolumeAttributes = { { "secretProviderClass", provider.Metadata.Apply(created => created.Name) } },
                    },
                },
            ],
            // The driver makes the Kubernetes secret only where something mounts the files.
            Mounts = [new Core.VolumeMountArgs { Name = Volume, MountPath = MountPath, ReadOnly = true }],
            Ready = [provider],
        };
    }

    private static HypernymCredentials Copy(string name, HypernymWorkloadArgs args, Output<string> arn, Meta.ObjectMetaArgs metadata, Resource space, Resource parent)
    {
        var current = Aws.SecretsManager.GetSecretVersion.Invoke(
            new Aws.SecretsManager.GetSecretVersionInvokeArgs { SecretId = arn },
            new InvokeOutputOptions { Parent = parent, DependsOn = [.. args.Foundation.Inference.SecretReady] });
        var secret = new K8s.Core.V1.Secret($"{name}-credentials-copy", new Core.SecretArgs
        {
            Metadata = metadata,
            Type = "Opaque",
            StringData = Output.CreateSecret(Output.Tuple(arn, current).Apply(values => Entries(values.Item1, values.Item2.SecretString))),
        }, new CustomResourceOptions { Parent = parent, DependsOn = space });
        return new HypernymCredentials { Variables = ReadSecret(), Ready = [secret] };
    }

    // The message names keys alone: what is in a secret is nobody's to read.
    internal static ImmutableDictionary<string, string> Entries(string secretArn, string secret)
    {
        var texts = Texts(secret);
        var missing = Keys.Where(key => texts.GetValueOrDefault(key) is null or "").ToList();
        return missing.Count == 0
            ? Keys.ToImmutableDictionary(key => key, key => texts[key])
            : throw new RunException(
                $"""
                The secret {secretArn} does not hold the provider's credentials.
                  got      a value without the text {string.Join(", ", missing)}
                  allowed  a JSON object with the texts {string.Join(", ", Keys)}, none of them empty
                  fix      aws secretsmanager put-secret-value --secret-id {secretArn} --secret-string file://credentials.json
                """);
    }

    private static Dictionary<string, string> Texts(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? document.RootElement.EnumerateObject().Where(member => member.Value.ValueKind == JsonValueKind.String)
                    .GroupBy(member => member.Name, StringComparer.Ordinal)
                    .ToDictionary(members => members.Key, members => members.Last().Value.GetString()!, StringComparer.Ordinal)
                : [];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    private static IReadOnlyList<string> Keys { get; } = [.. HypernymInference.SecretKeys.Values.Order(StringComparer.Ordinal)];

    private static IReadOnlyList<Core.EnvVarArgs> ReadSecret() =>
    [
        .. HypernymInference.SecretKeys.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => new Core.EnvVarArgs
        {
            Name = entry.Key,
            ValueFrom = new Core.EnvVarSourceArgs
            {
                SecretKeyRef = new Core.SecretKeySelectorArgs { Name = HypernymEksNames.CredentialsSecret, Key = entry.Value },
            },
        }),
    ];
}
