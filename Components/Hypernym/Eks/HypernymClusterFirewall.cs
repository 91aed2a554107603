using Infra.Components.Network;
using Pulumi;

namespace Infra.Components.Hypernym.Eks;

/// <summary>
/// The rules between nodes, and between nodes and control plane. EKS gives nodes of a launch template with security groups of its own none
/// of the cluster's rules.
/// </summary>
public sealed class HypernymClusterFirewall : ComponentResource
{
    /// <summary>The component's type token.</summary>
    public const string Token = "infra:hypernym:ClusterFirewall";

    private const int Https = 443;

    // What the control plane calls on nodes and pods.
    private static readonly (string Name, int Port, string Purpose)[] Calls =
    [
        ("kubelet", 10250, "Logs, exec and metrics of nodes"),
        ("webhooks", 9443, "Webhooks of the load balancer controller and the CloudWatch operator"),
        ("metrics", 10251, "API of the metrics server"),
        ("services", Https, "Extensions of the cluster API"),
    ];

    /// <summary>Makes the rules.</summary>
    public HypernymClusterFirewall(string name, HypernymClusterFirewallArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        Rules =
        [
            .. NodeRules(args).Select(rule => FirewallRules.Create($"{name}-node", rule, args.NodeGroupId, this)),
            FirewallRules.Create(
                $"{name}-cluster",
                FirewallRule.IngressFromGroup("nodes", Https, args.NodeGroupId, "Cluster API, from nodes and pods"),
                args.ClusterGroupId,
                this),
        ];
        NodeGroupId = args.NodeGroupId.ToOutput();
        RegisterOutputs();
    }

    /// <summary>The id of the nodes' security group, whose pods reach each other and the cluster's API.</summary>
    [Output("nodeGroupId")]
    public Output<string> NodeGroupId { get; private set; }

    /// <summary>The rules: a node that lacks one of them does not become ready.</summary>
    public IReadOnlyList<Resource> Rules { get; }

    private static IEnumerable<FirewallRule> NodeRules(HypernymClusterFirewallArgs args) =>
    [
        FirewallRule.AllFromSelf("from-nodes", "Pods to pods on other nodes, the name service among them"),
        FirewallRule.AllToSelf("to-nodes", "Pods to pods on other nodes, the name service among them"),
        FirewallRule.EgressToGroup("cluster-api", Https, args.ClusterGroupId, "Cluster API"),
        .. Calls.Select(call => FirewallRule.IngressFromGroup(call.Name, call.Port, args.ClusterGroupId, call.Purpose)),
    ];
}

/// <summary>What a <see cref="HypernymClusterFirewall"/> is made of.</summary>
public sealed class HypernymClusterFirewallArgs : ResourceArgs
{
    /// <summary>The id of the nodes' security group.</summary>
    public required Input<string> NodeGroupId { get; init; }

    /// <summary>The id of the security group that EKS gave the control plane; there is none before the cluster.</summary>
    public required Input<string> ClusterGroupId { get; init; }
}
