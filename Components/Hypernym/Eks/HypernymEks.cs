using Infra.Components.Identity;
using Infra.Components.Kubernetes;
using Pulumi;
using Aws = Pulumi.Aws;
using K8s = Pulumi.Kubernetes;

namespace Infra.Components.Hypernym.Eks;

/// <summary>Hypernym's pods on EKS: the cluster, its nodes and add-ons, and through the cluster's API the application behind an internal load balancer.</summary>
public sealed class HypernymEks : ComponentResource
{
    /// <summary>The component's type token.</summary>
    public const string Token = "infra:hypernym:Eks";

    /// <summary>Makes everything in the order in which a cluster without the internet comes up.</summary>
    public HypernymEks(string name, HypernymEksArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        var names = new HypernymEksNames(args.Foundation.Names.Prefix, args.Compute.ClusterName);
        var cluster = CreateCluster(name, names, args);
        var nodes = CreateNodes(name, names, args, cluster);
        var resolver = InstallCoreDns(name, cluster, nodes);
        InstallMetrics(name, names, args, cluster, nodes);
        var secretsStore = InstallSecretsStore(name, args, cluster, nodes);
        var podRole = CreatePodRole(name, names, args, cluster);
        KubeConfigText = KubeConfig.Of(cluster, args.Foundation.Region);
        var kubernetes = Connect(name, args);
        var controller = InstallController(name, names, args, cluster, kubernetes, [nodes.Nodes, resolver, .. cluster.Access]);
        var workload = CreateWorkload(name, args, kubernetes, podRole, [controller.Release, nodes.Nodes, .. secretsStore]);

        ClusterArn = cluster.ClusterArn;
        Runtime = Describe(args, cluster, podRole, workload);
        RegisterOutputs();
    }

    /// <summary>The cluster's ARN.</summary>
    [Output("clusterArn")]
    public Output<string> ClusterArn { get; private set; }

    /// <summary>The configuration with which kubectl reaches the cluster. A secret.</summary>
    [Output("kubeConfigText")]
    public Output<string> KubeConfigText { get; private set; }

    /// <summary>What it gives to whoever deploys it.</summary>
    internal HypernymRuntime Runtime { get; }

    private EksCluster CreateCluster(string name, HypernymEksNames names, HypernymEksArgs args) => new($"{name}-cluster", new EksClusterArgs
    {
        PhysicalName = names.Cluster,
        RoleName = names.ClusterRole,
        Region = args.Foundation.Region,
        KubernetesVersion = args.Compute.KubernetesVersion,
        SubnetIds = args.Foundation.Network.PrivateSubnetIds,
        PublicAccessCidrs = args.Compute.ApiAccessCidrs,
        AdministratorArns = args.Compute.AdministratorArns,
        LogRetentionDays = args.Foundation.LogRetentionDays,
    }, Child());

    private EksNodeGroup CreateNodes(string name, HypernymEksNames names, HypernymEksArgs args, EksCluster cluster)
    {
        var firewall = new HypernymClusterFirewall($"{name}-firewall", new HypernymClusterFirewallArgs
        {
            NodeGroupId = args.Foundation.Network.ApplicationGroupId,
            ClusterGroupId = cluster.SecurityGroupId,
        }, Child());
        // Without them a node has neither addresses for its pods nor routes to services, and stays unready.
        var networking = new[] { PodNetwork(args), new EksAddon("kube-proxy") }
            .Select(addon => addon.Create($"{name}-{addon.AddonName}", cluster, [], this));
        var pool = args.Compute.Nodes;
        return new EksNodeGroup($"{name}-nodes", new EksNodeGroupArgs
        {
            NamePrefix = names.NodeGroupPrefix,
            RoleName = names.NodeRole,
            TemplateName = names.Node,
            Region = args.Foundation.Region,
            ClusterName = cluster.ClusterName,
            KubernetesVersion = args.Compute.KubernetesVersion,
            SubnetIds = args.Foundation.Network.PrivateSubnetIds,
            SecurityGroupIds = args.Foundation.Network.ApplicationGroupId,
            AmiType = pool.AmiType,
            InstanceType = pool.InstanceType,
            MinSize = pool.MinSize,
            DesiredSize = pool.DesiredSize,
            MaxSize = pool.MaxSize,
            VolumeGiB = pool.VolumeGiB,
            PodsReadMetadata = args.Foundation.ContainerInsights,
            InstanceTags = new Dictionary<string, string>(args.Compute.Tags) { ["Name"] = names.Node },
            CreateAfter = [.. args.Foundation.Network.Ready, .. firewall.Rules, .. networking],
        }, Child());
    }

    private static EksAddon PodNetwork(HypernymEksArgs args) => new("vpc-cni")
    {
        Configuration = args.Compute.LimitsPodTraffic ? """{"enableNetworkPolicy":"true"}""" : null,
    };

    // The add-on is degraded, and its creation fails, while there is no node to run it.
    private Aws.Eks.Addon InstallCoreDns(string name, EksCluster cluster, EksNodeGroup nodes) =>
        new EksAddon("coredns").Create($"{name}-coredns", cluster, [nodes.Nodes], this);

    private void InstallMetrics(string name, HypernymEksNames names, HypernymEksArgs args, EksCluster cluster, EksNodeGroup nodes)
    {
        // The autoscaler of pods has nothing to go by without it, and EKS does not bring it.
        new EksAddon("metrics-server").Create($"{name}-metrics-server", cluster, [nodes.Nodes], this);
        if (args.Foundation.ContainerInsights)
        {
            _ = new ContainerInsightsAgent($"{name}-insights", new ContainerInsightsAgentArgs
            {
                Cluster = cluster,
                ClusterPhysicalName = names.Cluster,
                Region = args.Foundation.Region,
                RoleName = names.AgentRole,
                LogRetentionDays = args.Foundation.LogRetentionDays,
                CreateAfter = [nodes.Nodes],
            }, Child());
        }
    }

    private IReadOnlyList<Resource> InstallSecretsStore(string name, HypernymEksArgs args, EksCluster cluster, EksNodeGroup nodes) =>
        args.Foundation.Inference.SecretArn is not null && args.Compute.CredentialsDelivery == CredentialsDelivery.SecretsStore
            ? [SecretsStore.Addon(args.Foundation.Region).Create($"{name}-secrets-store", cluster, [nodes.Nodes], this)]
            : [];

    // A role of the service account, not of the pod's identity association: AWS Marketplace accepts metering from no other on EKS.
    private ServiceRole CreatePodRole(string name, HypernymEksNames names, HypernymEksArgs args, EksCluster cluster) => new($"{name}-pod", new ServiceRoleArgs
    {
        PhysicalName = names.PodRole,
        Description = "Hypernym: what the application may do",
        Trust = cluster.Identity.Trust(new ServiceAccountName(args.Compute.Namespace, args.Compute.ServiceAccountName)),
        InlinePolicies = new Dictionary<string, PolicyDocument>([.. args.Foundation.Inference.SecretPolicies(), .. RotationPolicies(args)])
        {
            ["metering"] = HypernymStatements.MeterUsage(),
        },
    }, Child());

    // The driver asks, as the pod's role, whether the secret has changed since it was mounted.
    private static IEnumerable<KeyValuePair<string, PolicyDocument>> RotationPolicies(HypernymEksArgs args) =>
        args.Foundation.Inference.SecretArn is { } arn && args.Compute.CredentialsDelivery == CredentialsDelivery.SecretsStore
            ?
            [
                new("rotation", new(new PolicyStatement
                {
                    Sid = "WatchProviderCredentials",
                    Actions = ["secretsmanager:DescribeSecret"],
                    Resources = arn,
                })),
            ]
            : [];

    private K8s.Provider Connect(string name, HypernymEksArgs args) => new($"{name}-kubernetes", new K8s.ProviderArgs
    {
        KubeConfig = KubeConfigText,
        // The cluster is the same one when only its address or certificate changes.
        ClusterIdentifier = args.Compute.ClusterName,
        EnableServerSideApply = true,
        // Destroying the stack must not stop at a cluster that is already gone.
        DeleteUnreachable = true,
    }, new CustomResourceOptions { Parent = this });

    private LoadBalancerController InstallController(
        string name, HypernymEksNames names, HypernymEksArgs args, EksCluster cluster, K8s.Provider kubernetes, IReadOnlyList<Resource> createAfter) =>
        new($"{name}-lbc", new LoadBalancerControllerArgs
        {
            Cluster = cluster,
            Region = args.Foundation.Region,
            VpcId = args.Foundation.Network.VpcId,
            RoleName = names.ControllerRole,
            ChartVersion = args.Compute.ControllerChartVersion,
            ImageRepository = args.Compute.ControllerImageRepository ?? EksRegistries.LoadBalancerController(args.Foundation.Region),
            LoadBalancerTags = args.Compute.Tags,
            CreateAfter = createAfter,
        }, Child(kubernetes));

    private HypernymWorkload CreateWorkload(
        string name, HypernymEksArgs args, K8s.Provider kubernetes, ServiceRole podRole, IReadOnlyList<Resource> createAfter) =>
        new($"{name}-app", new HypernymWorkloadArgs
        {
            Compute = args.Compute,
            Foundation = args.Foundation,
            PodRole = podRole,
            CreateAfter = createAfter,
        }, Child(kubernetes));

    private HypernymRuntime Describe(HypernymEksArgs args, EksCluster cluster, ServiceRole podRole, HypernymWorkload workload) => new()
    {
        ClusterArn = cluster.ClusterArn,
        LoadBalancerUrl = workload.Url,
        LogGroupName = cluster.LogGroupName,
        Outputs = new()
        {
            ["loadBalancerUrl"] = workload.Url,
            ["ingressHostname"] = workload.Hostname,
            ["clusterName"] = cluster.ClusterName,
            ["clusterArn"] = cluster.ClusterArn,
            ["clusterEndpoint"] = cluster.Endpoint,
            ["kubeconfigCommand"] = Output.Format($"aws eks update-kubeconfig --name {cluster.ClusterName} --region {args.Foundation.Region}"),
            ["kubeconfig"] = KubeConfigText,
            ["oidcProviderArn"] = cluster.Identity.ProviderArn,
            ["podRoleArn"] = podRole.Arn,
            ["namespace"] = args.Compute.Namespace,
            ["serviceAccountName"] = args.Compute.ServiceAccountName,
            ["nodeSecurityGroupId"] = args.Foundation.Network.ApplicationGroupId,
            ["albSecurityGroupId"] = args.Foundation.Network.LoadBalancerGroupId,
            ["logGroupName"] = cluster.LogGroupName,
            ["vpcId"] = args.Foundation.Network.VpcId,
            ["privateSubnetIds"] = args.Foundation.Network.PrivateSubnetIds,
        },
    };

    private ComponentResourceOptions Child() => new() { Parent = this };

    // What is created through the cluster's API, and only through this cluster's: no default of the machine that runs Pulumi counts.
    private ComponentResourceOptions Child(K8s.Provider kubernetes) => new() { Parent = this, Providers = { kubernetes } };
}
