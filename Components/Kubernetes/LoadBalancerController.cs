using Infra.Components.Identity;
using Pulumi;
using K8s = Pulumi.Kubernetes;

namespace Infra.Components.Kubernetes;

/// <summary>
/// The AWS Load Balancer Controller, which makes load balancers of a cluster's Ingresses: its role and its Helm release, set up for a
/// network without the internet. EKS has no add-on of it.
/// </summary>
public sealed class LoadBalancerController : ComponentResource
{
    /// <summary>The component's type token.</summary>
    public const string Token = "infra:kubernetes:LoadBalancerController";

    private const string Chart = "aws-load-balancer-controller";
    private const int InstallSeconds = 600;

    private static readonly ServiceAccountName Account = new("kube-system", Chart);

    /// <summary>Makes the role and the release.</summary>
    public LoadBalancerController(string name, LoadBalancerControllerArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        var role = CreateRole(name, args);
        Release = Install(name, args, role);
        RoleArn = role.Arn;
        RegisterOutputs();
    }

    /// <summary>The ARN of the controller's role.</summary>
    [Output("roleArn")]
    public Output<string> RoleArn { get; private set; }

    /// <summary>
    /// The release, for every Ingress: the controller checks them as they are created, and must still be there to take their load
    /// balancers down.
    /// </summary>
    public Resource Release { get; }

    private ServiceRole CreateRole(string name, LoadBalancerControllerArgs args) => new($"{name}-role", new ServiceRoleArgs
    {
        PhysicalName = args.RoleName,
        Description = "AWS Load Balancer Controller: load balancers of one cluster's Ingresses",
        Trust = args.Cluster.Identity.Trust(Account),
        InlinePolicies = LoadBalancerControllerPolicy.For(args.Cluster.ClusterName, args.Cluster.ClusterArn, args.VpcId),
    }, new ComponentResourceOptions { Parent = this });

    private K8s.Helm.V3.Release Install(string name, LoadBalancerControllerArgs args, ServiceRole role) =>
        new($"{name}-release", new K8s.Types.Inputs.Helm.V3.ReleaseArgs
        {
            Name = Chart,
            Namespace = Account.Namespace,
            Chart = Chart,
            Version = args.ChartVersion,
            RepositoryOpts = new K8s.Types.Inputs.Helm.V3.RepositoryOptsArgs { Repo = "https://aws.github.io/eks-charts" },
            // A failed installation leaves nothing behind that the next one stumbles over.
            Atomic = true,
            CleanupOnFail = true,
            Timeout = InstallSeconds,
            Values = Values(args, role),
        }, new CustomResourceOptions { Parent = this, DependsOn = (Resource[])[.. role.Policies, .. args.CreateAfter] });

    private static InputMap<object> Values(LoadBalancerControllerArgs args, ServiceRole role) => new()
    {
        { "clusterName", args.Cluster.ClusterName.Apply(name => (object)name) },
        { "region", args.Region },
        // Found out from the instance's metadata otherwise, which pods need not reach.
        { "vpcId", args.VpcId.Apply(id => (object)id) },
        { "replicaCount", 2 },
        // The chart's default lies in a public registry, which no VPC endpoint leads to.
        { "image", new Dictionary<string, object> { ["repository"] = args.ImageRepository } },
        {
            "serviceAccount", role.Arn.Apply(arn => (object)new Dictionary<string, object>
            {
                ["create"] = true,
                ["name"] = Account.Name,
                ["annotations"] = new Dictionary<string, object>
                {
                    [IrsaAnnotations.RoleArn] = arn,
                    [IrsaAnnotations.RegionalEndpoints] = "true",
                },
            })
        },
        // Services without VPC endpoints: the controller would wait for them in vain.
        { "enableShield", false },
        { "enableWaf", false },
        { "enableWafv2", false },
        // It would put itself in the way of every Service, and stop them all while it is down.
        { "enableServiceMutatorWebhook", false },
        // Load balancers get their security groups from this program.
        { "enableBackendSecurityGroup", false },
        // A new certificate at every update would not be the one that the API server knows.
        { "keepTLSSecret", true },
        { "defaultTags", args.LoadBalancerTags.ToDictionary(tag => tag.Key, tag => (object)tag.Value) },
    };
}

/// <summary>What a <see cref="LoadBalancerController"/> is made of.</summary>
public sealed class LoadBalancerControllerArgs : ResourceArgs
{
    /// <summary>The cluster.</summary>
    public required EksCluster Cluster { get; init; }

    /// <summary>The region.</summary>
    public required string Region { get; init; }

    /// <summary>The id of the cluster's VPC.</summary>
    public required Output<string> VpcId { get; init; }

    /// <summary>The name of the controller's role in AWS.</summary>
    public required string RoleName { get; init; }

    /// <summary>The version of its Helm chart, such as 3.5.0; the image's tag follows from it.</summary>
    public required string ChartVersion { get; init; }

    /// <summary>The repository of its image, which the nodes must be able to reach.</summary>
    public required string ImageRepository { get; init; }

    /// <summary>The tags of the load balancers and target groups that it makes.</summary>
    public required IReadOnlyDictionary<string, string> LoadBalancerTags { get; init; }

    /// <summary>The nodes, the cluster's name service and whatever gives access to the cluster.</summary>
    public required IReadOnlyList<Resource> CreateAfter { get; init; }
}
