using Infra.Preview.Model;

namespace Infra.Preview.Diagrams.Building;

/// <summary>Which resources of a graph are drawn, and which drawn ones the others belong to.</summary>
internal sealed class Scene
{
    // A resource that is part of the one that its property names.
    private static readonly (string Part, string Property, string Whole)[] Parts =
    [
        (Types.FunctionUrl, "functionName", Types.Function),
        ("aws:lambda/alias:Alias", "functionName", Types.Function),
        (Types.AuroraInstance, "clusterIdentifier", Types.Aurora),
        (Types.AccessPoint, "fileSystemId", Types.FileSystem),
        (Types.MountTarget, "fileSystemId", Types.FileSystem),
        (Types.SecretVersion, "secretId", Types.Secret),
    ];

    // A resource that is part of those whose property names it.
    private static readonly (string Whole, string Property, string Part)[] Settings =
    [
        (Types.EcsService, "taskDefinition", Types.TaskDefinition),
        (Types.AppRunner, "networkConfiguration.egressConfiguration.vpcConnectorArn", Types.Connector),
        (Types.NodeGroup, "launchTemplate.id", Types.LaunchTemplate),
        ("aws:autoscaling/group:Group", "launchTemplate.id", Types.LaunchTemplate),
        (Types.Instance, "iamInstanceProfile", Types.InstanceProfile),
    ];

    private static readonly (string Type, string Property)[] RunsOnCluster =
        [(Types.EcsService, "cluster"), (Types.Pipe, "target"), ("aws:cloudwatch/eventTarget:EventTarget", "arn")];

    private readonly Dictionary<ResourceNode, List<ResourceNode>> _wholes = [];
    private readonly Dictionary<ResourceNode, List<ResourceNode>> _actors = [];
    private readonly HashSet<ResourceNode> _drawn;

    public Scene(ResourceGraph graph)
    {
        Graph = graph;
        References = new References(graph);
        // Clusters and roles come later: they are drawn only when nothing stands for them.
        _drawn = [.. graph.Nodes.Where(node => Words.AreFor(node.Type) && node.Type is not (Types.EcsCluster or Types.Role or Types.IdentityProvider))];
        FindWholes();
        _drawn.ExceptWith(_wholes.Where(entry => entry.Value.Count > 0).Select(entry => entry.Key));
        var occupied = RunsOnCluster.SelectMany(use => graph.OfType(use.Type).SelectMany(node => References.Of(node, use.Property, Types.EcsCluster))).ToHashSet();
        _drawn.UnionWith(graph.OfType(Types.EcsCluster).Where(cluster => !occupied.Contains(cluster)));
        FindActors();
        var free = graph.OfType(Types.Role).Where(role => !_actors.ContainsKey(role)).ToList();
        _drawn.UnionWith(free);
        _drawn.UnionWith(free.SelectMany(role => References.Origins(role, "assumeRolePolicy")).Where(node => node.Type == Types.IdentityProvider));
        Drawn = [.. graph.Nodes.Where(_drawn.Contains)];
    }

    public ResourceGraph Graph { get; }

    public References References { get; }

    /// <summary>The drawn resources in tree order.</summary>
    public IReadOnlyList<ResourceNode> Drawn { get; }

    /// <summary>The drawn resources that one is or belongs to; empty for glue.</summary>
    public IReadOnlyList<ResourceNode> DrawnFor(ResourceNode node) =>
        _drawn.Contains(node) ? [node] : _wholes.TryGetValue(node, out var wholes) ? wholes : [];

    /// <summary>The drawn resources that act in a role: those configured with it, or the role itself when none is.</summary>
    public IReadOnlyList<ResourceNode> ActorsIn(ResourceNode role) => _actors.TryGetValue(role, out var actors) ? actors : DrawnFor(role);

    /// <summary>The resource itself and those that are part of it.</summary>
    public IEnumerable<ResourceNode> WithParts(ResourceNode drawn) =>
        _wholes.Where(entry => entry.Value.Contains(drawn)).Select(entry => entry.Key).Prepend(drawn);

    private void FindWholes()
    {
        foreach (var (part, property, whole) in Parts)
        {
            foreach (var node in Graph.OfType(part))
            {
                Add(_wholes, node, References.Of(node, property, whole));
            }
        }

        foreach (var (whole, property, part) in Settings)
        {
            foreach (var node in Graph.OfType(whole))
            {
                foreach (var setting in References.Of(node, property, part))
                {
                    Add(_wholes, setting, [node]);
                }
            }
        }

        var workloads = Types.Workloads.SelectMany(Graph.OfType).ToList();
        foreach (var account in Graph.OfType(Types.KubernetesAccount))
        {
            var name = account.Inputs.Find("metadata")?["name"].AsText;
            Add(_wholes, account, workloads.Where(workload => name is not null && Pods(workload)["serviceAccountName"].AsText == name));
        }
    }

    /// <summary>The pod specification of a workload.</summary>
    public static PropertyValue Pods(ResourceNode workload)
    {
        var spec = workload.Inputs.Find("spec") ?? PropertyValue.Null;
        return (spec["jobTemplate"].IsNull ? spec : spec["jobTemplate"]["spec"])["template"]["spec"];
    }

    // Environment variables hand roles on to what the code starts; they do not make the function act in them.
    private void FindActors()
    {
        foreach (var node in Graph.Nodes.Where(node => node.Custom && !node.IsProvider && !node.Type.StartsWith("aws:iam/role", StringComparison.Ordinal)))
        {
            foreach (var (property, value) in node.Inputs.Where(entry => entry.Key is not ("environment" or "containerDefinitions" or "tags" or "policy")))
            {
                var roles = References.Texts(value).Where(text => text.StartsWith("arn:", StringComparison.Ordinal) || node.Type == Types.InstanceProfile)
                    .SelectMany(References.Identified);
                foreach (var role in (value.ContainsUnknowns ? roles.Concat(References.Origins(node, property)) : roles).Where(role => role.Type == Types.Role))
                {
                    Add(_actors, role, DrawnFor(node));
                }
            }
        }
    }

    // The key is entered even without values: a role of something that is not drawn is not free.
    private static void Add(Dictionary<ResourceNode, List<ResourceNode>> map, ResourceNode key, IEnumerable<ResourceNode> values)
    {
        if (!map.TryGetValue(key, out var known))
        {
            map.Add(key, known = []);
        }

        known.AddRange(values.Except(known));
    }
}
