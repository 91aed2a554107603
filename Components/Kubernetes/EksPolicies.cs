using Infra.Components.Identity;

namespace Infra.Components.Kubernetes;

/// <summary>Policies that AWS keeps for EKS, by ARN in a region's partition.</summary>
internal static class EksPolicies
{
    /// <summary>What the control plane does in the account.</summary>
    public static string Cluster(string region) => Managed(region, "AmazonEKSClusterPolicy");

    /// <summary>What a node needs to join, to give pods addresses and to pull images. No application needs any of it.</summary>
    public static IReadOnlyList<string> Nodes(string region) =>
    [
        Managed(region, "AmazonEKSWorkerNodePolicy"),
        Managed(region, "AmazonEKS_CNI_Policy"),
        Managed(region, "AmazonEC2ContainerRegistryPullOnly"),
    ];

    /// <summary>What the CloudWatch agent does: it sends metrics and logs.</summary>
    public static string CloudWatchAgent(string region) => Managed(region, "CloudWatchAgentServerPolicy");

    /// <summary>An access policy, not an IAM one: everything inside the cluster.</summary>
    public static string ClusterAdministrator(string region) =>
        $"arn:{AwsPartition.Of(region)}:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy";

    private static string Managed(string region, string name) => $"arn:{AwsPartition.Of(region)}:iam::aws:policy/{name}";
}
