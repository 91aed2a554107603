using Infra.Components.Naming;

namespace Infra.Components.Hypernym.Eks;

/// <summary>The names of what Hypernym has on EKS only.</summary>
/// <param name="Prefix">How the system's names begin.</param>
/// <param name="Cluster">The cluster's name.</param>
internal sealed record HypernymEksNames(string Prefix, string Cluster)
{
    /// <summary>The name of every Kubernetes object of the application that has no documented one.</summary>
    public const string Application = "hypernym";

    /// <summary>The Kubernetes secret of the provider's credentials.</summary>
    public const string CredentialsSecret = "hypernym-byop-credentials";

    /// <summary>What the secrets store driver mounts.</summary>
    public const string CredentialsClass = "hypernym-byop";

    private const string NodeGroupSuffix = "-node-group-";
    private const int LongestNodeGroupPrefix = 37;

    public string ClusterRole => $"{Prefix}-cluster-role";

    public string NodeRole => $"{Prefix}-node-role";

    public string PodRole => $"{Prefix}-pod-role";

    public string ControllerRole => $"{Prefix}-lbc-role";

    public string AgentRole => $"{Prefix}-cloudwatch-role";

    public string Node => $"{Prefix}-node";

    /// <summary>The documented `CLUSTER-node-group`, to which AWS appends what tells one generation of nodes from the next.</summary>
    public string NodeGroupPrefix => PhysicalName.Fit(Cluster, LongestNodeGroupPrefix - NodeGroupSuffix.Length) + NodeGroupSuffix;
}
