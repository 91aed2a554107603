using Pulumi;
using Aws = Pulumi.Aws;

namespace Infra.Components.Kubernetes;

/// <summary>
/// Software that EKS installs into a cluster, from registries of AWS in the cluster's region and in the version that is its default for the
/// cluster's version of Kubernetes.
/// </summary>
/// <param name="AddonName">Its name at EKS, such as `coredns`.</param>
public sealed record EksAddon(string AddonName)
{
    private const string Overwrite = "OVERWRITE";

    /// <summary>Its settings as JSON, of the form that its version asks for. Default: null, its own.</summary>
    public string? Configuration { get; init; }

    /// <summary>The role that its service account assumes. Default: null, the nodes' own.</summary>
    public Input<string>? RoleArn { get; init; }

    /// <summary>Creates the add-on as a child of <paramref name="parent"/>, after what it cannot run without.</summary>
    public Aws.Eks.Addon Create(string name, EksCluster cluster, IEnumerable<Resource> createAfter, Resource parent)
    {
        var args = new Aws.Eks.AddonArgs
        {
            ClusterName = cluster.ClusterName,
            AddonName = AddonName,
            AddonVersion = DefaultVersion(cluster.KubernetesVersion, parent),
            ServiceAccountRoleArn = RoleArn,
            // What EKS or an operator put there before gives way: the settings here are the ones that count.
            ResolveConflictsOnCreate = Overwrite,
            ResolveConflictsOnUpdate = Overwrite,
        };
        if (Configuration is { } configuration)
        {
            args.ConfigurationValues = configuration;
        }

        return new Aws.Eks.Addon(name, args, new CustomResourceOptions { Parent = parent, DependsOn = createAfter.ToArray() });
    }

    // It follows the cluster's upgrades: by itself EKS leaves add-ons behind.
    private Output<string> DefaultVersion(string kubernetesVersion, Resource parent) => Aws.Eks.GetAddonVersion.Invoke(
        new Aws.Eks.GetAddonVersionInvokeArgs { AddonName = AddonName, KubernetesVersion = kubernetesVersion },
        new InvokeOptions { Parent = parent }).Apply(found => found.Version);
}
