namespace Infra.Preview.Synthesis;

/// <summary>Rules of the Kubernetes provider: ids are `namespace/name`, metadata is completed as the API server does.</summary>
internal static class KubernetesRules
{
    /// <summary>The package whose types share these rules, so that none needs an entry of its own.</summary>
    public const string Package = "kubernetes:";

    /// <summary>The entry that stands for all types of the package without one.</summary>
    public const string Others = "kubernetes:*";

    public const string Text = """

        kubernetes:helm.sh/v3:Release
          id = <in:namespace|default>/<name>
          @name name 53
          namespace = default
          resourceNames = {}
          status = {"status":"deployed","name":"<name>","namespace":"<in:namespace|default>","revision":1,"chart":"<in:chart>","version":"<in:version>","appVersion":""}
        kubernetes:core/v1:Service
        kubernetes:networking.k8s.io/v1:Ingress
          id = !kubernetesId
          metadata = !kubernetesMetadata
          status = !kubernetesBalancer
        kubernetes:*
          id = !kubernetesId
          metadata = !kubernetesMetadata
        """;
}
