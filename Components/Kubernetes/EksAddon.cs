using Pulumi;
using Aws = Pulumi.Aws;

namespace Infra.Components.Kubernetes;

/// <summary>Software that EKS installs into a cluster and AWS keeps up to date, from registries of AWS in the cluster's region.</summary>
/// <param name="AddonName">Its name at EKS, such as `coredns`.</param>
public sealed record EksAddon(string AddonName)
{
    private const string Overwrite = "OVERWRITE";

    /// <summary>Its version. Default: null, the one that EKS chooses for the cluster's version of Kubernetes.</summary>
    public string? Version { get; init; }

    /// <summary>Its settings as JSON, of the form that its version asks for. Default: null, its own.</summary>
    public string? Configuration { get; init; }

    /// <summary>The role that its service account assumes. Default: null, the nodes' own.</summary>
    public Input<string>? RoleArn { get; init; }

    /// <summary>Creates the add-on as a child of <paramref name="parent"/>, after what it cannot run without.</summary>
    public Aws.Eks.Addon Create(string name, Input<string> clusterName, IEnumerable<Resource> createAfter, Resource parent)
    {
        var args = new Aws.Eks.AddonArgs
        {
            ClusterName = clusterName,
            AddonName = AddonName,
            ServiceAccountRoleArn = RoleArn,
            // What EKS or an operator put there before gives way: the settings here are the ones that count.
            ResolveConflictsOnCreate = Overwrite,
            ResolveConflictsOnUpdate = Overwrite,
        };
        if (Version is { } version)
        {
            args.AddonVersion = version;
        }

        if (Configuration is { } configuration)
        {
            args.ConfigurationValues = configuration;
        }

        return new Aws.Eks.Addon(name, args, new CustomResourceOptions { Parent = parent, DependsOn = createAfter.ToArray() });
    }
}
