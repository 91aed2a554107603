namespace Infra.Components.Hypernym.Eks;

/// <summary>How the provider's credentials get into pods.</summary>
public enum CredentialsDelivery
{
    /// <summary>The secrets store driver reads Secrets Manager as the pod's own role. Values never pass through Pulumi.</summary>
    SecretsStore,

    /// <summary>Pulumi reads Secrets Manager and writes a Kubernetes secret. Its state then holds the values, encrypted.</summary>
    KubernetesSecret,
}
