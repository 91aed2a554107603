namespace Infra.Stacks.Hypernym;

/// <summary>Who answers Hypernym's model calls.</summary>
public enum InferenceMode
{
    /// <summary>The managed inference service.</summary>
    Managed,

    /// <summary>A provider of the operator's own.</summary>
    Byop,
}

/// <summary>How the provider's credentials get into pods.</summary>
public enum SecretDelivery
{
    /// <summary>The secrets store driver mounts them; the cluster reads Secrets Manager.</summary>
    Csi,

    /// <summary>Pulumi writes a Kubernetes secret; its state then holds them, encrypted.</summary>
    Pulumi,
}
