using Infra.Preview.Model;

namespace Infra.Preview.Synthesis;

/// <summary>Outputs of Kubernetes objects.</summary>
internal static class KubernetesOutputs
{
    private const int RandomDigits = 8;

    private static readonly HashSet<string> ClusterWide = new(StringComparer.Ordinal)
    {
        "Namespace", "PersistentVolume", "IngressClass", "ClusterRole", "ClusterRoleBinding", "StorageClass", "CustomResourceDefinition",
    };

    public static PropertyValue? Value(string name, Synthesis synthesis) => name switch
    {
        "kubernetesId" => Namespace(synthesis) is { } space ? $"{space}/{Name(synthesis)}" : Name(synthesis),
        "kubernetesMetadata" => Metadata(synthesis),
        "kubernetesBalancer" => MapValue.Of(("loadBalancer", MapValue.Of(("ingress", Balancer(synthesis))))),
        _ => null,
    };

    /// <summary>The metadata given, completed with what the API server sets.</summary>
    public static MapValue Metadata(Synthesis synthesis)
    {
        var completed = MapValue.Of(
                ("creationTimestamp", Templates.Time),
                ("generation", 1),
                ("resourceVersion", Digest.Digits(synthesis.Seed("resourceVersion"), 6)),
                ("uid", Digest.Uuid(synthesis.Seed("uid"))))
            .With(synthesis.Node.Inputs["metadata"].AsMap ?? MapValue.Empty)
            .With("name", Name(synthesis));
        return Namespace(synthesis) is { } space ? completed.With("namespace", space) : completed;
    }

    // Controllers publish the host of the load balancer they made for an Ingress or for a Service of that type.
    private static ListValue Balancer(Synthesis synthesis)
    {
        var service = synthesis.Node.Type.EndsWith(":Service", StringComparison.Ordinal);
        return service && synthesis.Node.Inputs["spec"]["type"].AsText != "LoadBalancer"
            ? ListValue.Empty
            : ListValue.Of(MapValue.Of(("hostname", $"k8s-{Digest.Lower(synthesis.Seed("hostname"), 20)}.{synthesis.Region}.elb.amazonaws.com")));
    }

    private static string Name(Synthesis synthesis)
    {
        var metadata = synthesis.Node.Inputs["metadata"];
        return metadata["name"].AsText is { Length: > 0 } given
            ? given
            : (metadata["generateName"].AsText is { Length: > 0 } start ? start : synthesis.Node.Name + "-")
                + Digest.Hex(synthesis.Seed("name"), RandomDigits);
    }

    private static string? Namespace(Synthesis synthesis)
    {
        var kind = synthesis.Node.Type[(synthesis.Node.Type.LastIndexOf(':') + 1)..];
        return ClusterWide.Contains(kind) ? null
            : synthesis.Node.Inputs["metadata"]["namespace"].AsText is { Length: > 0 } given ? given
            : synthesis.Node.ProviderNode?.Inputs["namespace"].AsText is { Length: > 0 } configured ? configured
            : "default";
    }
}
