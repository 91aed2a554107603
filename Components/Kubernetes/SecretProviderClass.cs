using Pulumi;
using K8s = Pulumi.Kubernetes;

namespace Infra.Components.Kubernetes;

/// <summary>
/// A SecretProviderClass: which secrets the secrets store driver mounts into pods that name it. The driver defines the kind, so that it
/// exists in a cluster only once the driver is installed.
/// </summary>
public sealed class SecretProviderClass : CustomResource
{
    /// <summary>The resource's type, of the form that all Kubernetes resources have.</summary>
    public const string ResourceType = $"kubernetes:{SecretProviderClassArgs.Version}:{SecretProviderClassArgs.KindName}";

    /// <summary>Creates the object.</summary>
    public SecretProviderClass(string name, SecretProviderClassArgs args, CustomResourceOptions? options = null)
        : base(ResourceType, name, args, options)
    {
    }

    /// <summary>The object's metadata.</summary>
    [Output("metadata")]
    public Output<K8s.Types.Outputs.Meta.V1.ObjectMeta> Metadata { get; private set; } = null!;
}

/// <summary>What a <see cref="SecretProviderClass"/> is made of.</summary>
public sealed class SecretProviderClassArgs : ResourceArgs
{
    internal const string Version = "secrets-store.csi.x-k8s.io/v1";
    internal const string KindName = "SecretProviderClass";

    /// <summary>The version of the kind.</summary>
    [Input("apiVersion", required: true)]
    public Input<string> ApiVersion { get; } = Version;

    /// <summary>The kind.</summary>
    [Input("kind", required: true)]
    public Input<string> Kind { get; } = KindName;

    /// <summary>The object's metadata.</summary>
    [Input("metadata", required: true)]
    public required Input<K8s.Types.Inputs.Meta.V1.ObjectMetaArgs> Metadata { get; set; }

    /// <summary>Which secrets, and where they go.</summary>
    [Input("spec", required: true)]
    public required Input<SecretProviderClassSpecArgs> Spec { get; set; }
}

/// <summary>Which secrets the driver mounts, and where they go.</summary>
public sealed class SecretProviderClassSpecArgs : ResourceArgs
{
    /// <summary>The provider that reads them, such as `aws`.</summary>
    [Input("provider", required: true)]
    public required Input<string> Provider { get; set; }

    /// <summary>What the provider is to read, in its own terms.</summary>
    [Input("parameters", required: true)]
    public required InputMap<string> Parameters { get; set; }

    /// <summary>The Kubernetes secrets that the driver makes while a pod mounts the class. Default: none.</summary>
    [Input("secretObjects")]
    public InputList<SyncedSecretArgs> SecretObjects { get; set; } = [];
}

/// <summary>A Kubernetes secret that the driver makes of mounted files.</summary>
public sealed class SyncedSecretArgs : ResourceArgs
{
    /// <summary>The secret's name.</summary>
    [Input("secretName", required: true)]
    public required Input<string> SecretName { get; set; }

    /// <summary>The secret's type. Default: Opaque.</summary>
    [Input("type", required: true)]
    public Input<string> Type { get; set; } = "Opaque";

    /// <summary>The secret's entries.</summary>
    [Input("data", required: true)]
    public required InputList<SyncedEntryArgs> Data { get; set; }
}

/// <summary>An entry of a secret that the driver makes.</summary>
public sealed class SyncedEntryArgs : ResourceArgs
{
    /// <summary>The entry's key.</summary>
    [Input("key", required: true)]
    public required Input<string> Key { get; set; }

    /// <summary>The mounted file that its value comes from.</summary>
    [Input("objectName", required: true)]
    public required Input<string> ObjectName { get; set; }
}
