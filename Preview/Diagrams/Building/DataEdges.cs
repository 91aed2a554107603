namespace Infra.Preview.Diagrams.Building;

/// <summary>Finds what a resource is configured with: addresses and names in its environment, secrets, images, mounts, replication.</summary>
internal sealed class DataEdges(Scene scene, EdgeSet edges)
{
    private static readonly (string Type, string Property)[] Settings =
    [
        (Types.Function, "environment"), (Types.Function, "imageUri"), (Types.Function, "fileSystemConfig"), (Types.TaskDefinition, "containerDefinitions"),
        (Types.TaskDefinition, "volumes"), (Types.AppRunner, "sourceConfiguration"), (Types.Proxy, "auths"), (Types.Aurora, "globalClusterIdentifier"),
        (Types.Instance, "userData"), (Types.LaunchTemplate, "userData"), ("kubernetes:helm.sh/v3:Release", "values"),
        (Types.Workloads[0], "spec"), (Types.Workloads[1], "spec"), (Types.Workloads[2], "spec"), (Types.Workloads[3], "spec"), (Types.Workloads[4], "spec"),
    ];

    public void Find()
    {
        foreach (var (type, property) in Settings)
        {
            foreach (var node in scene.Graph.OfType(type))
            {
                foreach (var origin in scene.References.Origins(node, property).Distinct())
                {
                    foreach (var drawn in scene.DrawnFor(origin).Where(drawn => IsUsed(drawn.Type)))
                    {
                        edges.Add(node, drawn, EdgeKind.Data, Label(drawn.Type, property));
                    }
                }
            }
        }
    }

    // A network's gateways come along with any of its outputs, and a cluster with its name; neither is a setting.
    private static bool IsUsed(string type) =>
        type is not (Types.Alarm or Types.NatGateway or Types.Endpoint or Types.EksCluster or Types.IdentityProvider or Types.Role);

    private static string Label(string type, string property) => type switch
    {
        Types.Secret => "secret",
        Types.Repository when property is not "environment" => "image",
        Types.FileSystem when property is "fileSystemConfig" or "volumes" => "mount",
        Types.GlobalCluster => "member",
        _ => "environment",
    };
}
