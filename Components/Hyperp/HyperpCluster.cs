using Infra.Components.Containers;
using Infra.Components.Observability;
using Pulumi;
using Aws = Pulumi.Aws;

namespace Infra.Components.Hyperp;

/// <summary>Where Hyperp's tasks run: the Fargate cluster, the repository of their images and the group of their logs. Functions register and run the tasks.</summary>
public sealed class HyperpCluster : ComponentResource
{
    /// <summary>The component's type token.</summary>
    public const string Token = "infra:hyperp:Cluster";

    private const string Fargate = "FARGATE";

    /// <summary>Makes the cluster, the repository and the log group.</summary>
    public HyperpCluster(string name, HyperpClusterArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        var cluster = CreateCluster(name);
        AllowOnlyFargate(name, cluster);
        var repository = CreateRepository(name, args);
        var logs = LogGroups.Create($"{name}-logs", HyperpNames.LogGroup, args.LogRetentionDays, this);
        ClusterArn = cluster.Arn;
        ClusterName = cluster.Name;
        RepositoryArn = repository.Arn;
        RepositoryName = repository.RepositoryName;
        RepositoryUrl = repository.RepositoryUrl;
        LogGroupArn = logs.Arn;
        LogGroupName = logs.Name;
        RegisterOutputs();
    }

    /// <summary>The cluster's ARN.</summary>
    [Output("clusterArn")]
    public Output<string> ClusterArn { get; private set; }

    /// <summary>The cluster's name.</summary>
    [Output("clusterName")]
    public Output<string> ClusterName { get; private set; }

    /// <summary>The repository's ARN.</summary>
    [Output("repositoryArn")]
    public Output<string> RepositoryArn { get; private set; }

    /// <summary>The repository's name.</summary>
    [Output("repositoryName")]
    public Output<string> RepositoryName { get; private set; }

    /// <summary>The repository's URL, without a scheme.</summary>
    [Output("repositoryUrl")]
    public Output<string> RepositoryUrl { get; private set; }

    /// <summary>The log group's ARN.</summary>
    [Output("logGroupArn")]
    public Output<string> LogGroupArn { get; private set; }

    /// <summary>The log group's name.</summary>
    [Output("logGroupName")]
    public Output<string> LogGroupName { get; private set; }

    private Aws.Ecs.Cluster CreateCluster(string name) => new(name, new Aws.Ecs.ClusterArgs
    {
        Name = HyperpNames.Cluster,
        Settings = new Aws.Ecs.Inputs.ClusterSettingArgs { Name = "containerInsights", Value = "enabled" },
    }, new CustomResourceOptions { Parent = this });

    private void AllowOnlyFargate(string name, Aws.Ecs.Cluster cluster) =>
        _ = new Aws.Ecs.ClusterCapacityProviders($"{name}-capacity", new Aws.Ecs.ClusterCapacityProvidersArgs
        {
            ClusterName = cluster.Name,
            CapacityProviders = Fargate,
        }, new CustomResourceOptions { Parent = this });

    private ImageRepository CreateRepository(string name, HyperpClusterArgs args) => new($"{name}-images", new ImageRepositoryArgs
    {
        PhysicalName = HyperpNames.Repository,
        DataProtection = args.DataProtection,
        ImagesToKeep = args.ImagesToKeep,
        // Building the same commit again pushes the same tag.
        TagMutability = TagMutability.Mutable,
    }, new ComponentResourceOptions { Parent = this });
}

/// <summary>What a <see cref="HyperpCluster"/> is made of.</summary>
public sealed class HyperpClusterArgs : ResourceArgs
{
    /// <summary>How far the repository resists deletion.</summary>
    public required DataProtection DataProtection { get; init; }

    /// <summary>How many images the repository keeps.</summary>
    public required int ImagesToKeep { get; init; }

    /// <summary>Days that logs are kept.</summary>
    public required int LogRetentionDays { get; init; }
}
