using System.Text.Json.Nodes;
using Pulumi;

namespace Infra.Components.Kubernetes;

/// <summary>Writes the configuration with which kubectl and Pulumi reach a cluster.</summary>
public static class KubeConfig
{
    private const string ExecVersion = "client.authentication.k8s.io/v1beta1";

    /// <summary>
    /// The configuration as JSON, which is YAML too. It holds no token: the AWS CLI of whoever uses it makes one for each use, as tokens
    /// live for 15 minutes. A secret all the same.
    /// </summary>
    public static Output<string> Of(EksCluster cluster, string region) => Output.CreateSecret(
        Output.Tuple(cluster.ClusterName, cluster.Endpoint, cluster.CertificateAuthority)
            .Apply(values => Write(values.Item1, values.Item2, values.Item3, region)));

    private static string Write(string name, string endpoint, string certificateAuthority, string region) => JsonText.Of(new JsonObject
    {
        ["apiVersion"] = "v1",
        ["kind"] = "Config",
        ["clusters"] = Named(name, "cluster", new()
        {
            ["server"] = endpoint,
            ["certificate-authority-data"] = certificateAuthority,
        }),
        ["contexts"] = Named(name, "context", new() { ["cluster"] = name, ["user"] = name }),
        ["current-context"] = name,
        ["users"] = Named(name, "user", new()
        {
            ["exec"] = new JsonObject
            {
                ["apiVersion"] = ExecVersion,
                ["command"] = "aws",
                ["args"] = new JsonArray("eks", "get-token", "--cluster-name", name, "--region", region, "--output", "json"),
                ["interactiveMode"] = "Never",
            },
        }),
    });

    private static JsonArray Named(string name, string kind, JsonObject content) => new(new JsonObject { ["name"] = name, [kind] = content });
}
