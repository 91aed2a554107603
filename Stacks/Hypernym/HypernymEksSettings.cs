using Infra.Components.Containers;
using Infra.Components.Kubernetes;
using Infra.Stacks.Settings;
using Infra.Stacks.Settings.Constraints;

namespace Infra.Stacks.Hypernym;

/// <summary>Hypernym's settings that concern EKS alone.</summary>
public abstract record HypernymEksSettings() : SystemSettings("us-east-1")
{
    private const string Label = "(?!kube-)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$";
    private const string LabelAllowed = "1 to 63 lower-case letters, digits and hyphens, neither starting nor ending in a hyphen, not starting with kube-";
    private const string NamespacePattern = "^(?!(default|amazon-cloudwatch)$)" + Label;
    private const string NamespaceAllowed = LabelAllowed + ", and neither default nor amazon-cloudwatch, which others make";
    private const string AccountPattern = "^(?!default$)" + Label;
    private const string AccountAllowed = LabelAllowed + ", and not default, which every namespace has";
    private const string CpuAllowed = "a quantity of processors, such as 250m or 1";
    private const string MemoryAllowed = "a quantity of memory in Mi or Gi, such as 256Mi";

    /// <summary>Who may reach the cluster's API.</summary>
    [Setting(
        "EKS, required there: the networks from which the cluster's API is reached, at least that of whoever runs Pulumi.",
        defaultText: "none",
        example: "203.0.113.0/24")]
    [Cidr]
    public IReadOnlyList<string> EksPublicAccessCidrs { get; init; } = [];

    /// <summary>Whether the cluster's API may be open to the world.</summary>
    [Setting("EKS: whether `eksPublicAccessCidrs` may hold blocks larger than /8, such as 0.0.0.0/0.")]
    public bool AllowOpenApi { get; init; }

    /// <summary>Who administers the cluster.</summary>
    [Setting(
        "EKS: the IAM roles and users that administer the cluster, besides whoever created it; naming that one fails.",
        defaultText: "none",
        example: "arn:aws:iam::123456789012:role/platform")]
    [Pattern("^arn:aws[a-z-]*:iam::[0-9]{12}:(role|user)/[A-Za-z0-9_+=,.@/-]+$", "the ARN of an IAM role or user")]
    public IReadOnlyList<string> AdminPrincipalArns { get; init; } = [];

    /// <summary>The Kubernetes version.</summary>
    [Setting("EKS: the version of Kubernetes.", note: "AWS has ended those before 1.33.")]
    [Pattern("^1\\.(3[3-9]|[4-9][0-9])$", "a version from 1.33, such as 1.35")]
    public string KubernetesVersion { get; init; } = "1.35";

    /// <summary>The nodes' system image.</summary>
    [Setting(
        "EKS: the system image of the nodes.",
        note: "The documented Amazon Linux 2 (AL2_x86_64) ended in November 2025 and exists for none of the versions on offer.")]
    [OneOf("AL2023_x86_64_STANDARD")]
    public string NodeAmiType { get; init; } = "AL2023_x86_64_STANDARD";

    /// <summary>The nodes' instance type.</summary>
    [Setting("EKS: the instance type of the nodes.")]
    [OneOf("t3.medium", "t3.large", "t3.xlarge", "m5.large", "m5.xlarge")]
    public string NodeInstanceType { get; init; } = "t3.medium";

    /// <summary>The fewest nodes.</summary>
    [Setting("EKS: the fewest nodes.")]
    [Between(1, 450)]
    public int NodeMin { get; init; } = 2;

    /// <summary>The most nodes.</summary>
    [Setting("EKS: the most nodes.", note: "Nothing adds nodes by itself: that takes a cluster autoscaler.")]
    [Between(1, 450)]
    public int NodeMax { get; init; } = 10;

    /// <summary>How many nodes start.</summary>
    [Setting("EKS: how many nodes start.")]
    [Between(1, 450)]
    public int NodeDesired { get; init; } = 2;

    /// <summary>The namespace.</summary>
    [Setting("EKS: the namespace of the application.")]
    [Pattern(NamespacePattern, NamespaceAllowed)]
    public string Namespace { get; init; } = "hypernym";

    /// <summary>The service account.</summary>
    [Setting("EKS: the service account of the application.")]
    [Pattern(AccountPattern, AccountAllowed)]
    public string ServiceAccountName { get; init; } = "hypernym-api";

    /// <summary>The processor that a pod asks for.</summary>
    [Setting("EKS: the processor that a pod asks for.")]
    [Pattern(Quantity.CpuPattern, CpuAllowed)]
    public string CpuRequest { get; init; } = "250m";

    /// <summary>The memory that a pod asks for.</summary>
    [Setting("EKS: the memory that a pod asks for; scaling by memory is relative to it.")]
    [Pattern(Quantity.MemoryPattern, MemoryAllowed)]
    public string MemRequest { get; init; } = "256Mi";

    /// <summary>The most processor of a pod.</summary>
    [Setting("EKS: the processor that a pod gets at most.")]
    [Pattern(Quantity.CpuPattern, CpuAllowed)]
    public string CpuLimit { get; init; } = "500m";

    /// <summary>The most memory of a pod.</summary>
    [Setting("EKS: the memory that a pod gets at most; it is killed beyond.")]
    [Pattern(Quantity.MemoryPattern, MemoryAllowed)]
    public string MemLimit { get; init; } = "512Mi";

    /// <summary>Whether pods' traffic is limited.</summary>
    [Setting("EKS: whether a network policy limits the traffic of the application's pods.")]
    public bool EnableNetworkPolicy { get; init; }

    /// <summary>How credentials get into pods.</summary>
    [Setting("EKS: how the provider's credentials get into pods: csi (a driver mounts the secret) or pulumi (Pulumi writes a Kubernetes secret, and keeps it in its state).")]
    public SecretDelivery ByopSecretDelivery { get; init; } = SecretDelivery.Csi;

    /// <summary>Where the load balancer controller's image lies.</summary>
    [Setting(
        "EKS: the repository of the load balancer controller's image, in a private ECR registry of `region`.",
        defaultText: "AWS's own registry for add-ons in the region",
        example: "602401143452.dkr.ecr.us-east-1.amazonaws.com/amazon/aws-load-balancer-controller")]
    [Pattern(
        EcrImage.RepositoryPattern,
        "a private ECR repository without a tag, such as 602401143452.dkr.ecr.us-east-1.amazonaws.com/amazon/aws-load-balancer-controller")]
    public string? LbcImageRepository { get; init; }

    /// <summary>The load balancer controller's chart.</summary>
    [Setting("EKS: the version of the load balancer controller's Helm chart.")]
    [Pattern("^[0-9]+\\.[0-9]+\\.[0-9]+$", "a version of three numbers, such as 3.5.0")]
    public string LbcChartVersion { get; init; } = "3.5.0";
}
