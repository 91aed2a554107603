using Pulumi;
using Aws = Pulumi.Aws;

namespace Infra.Components.Containers;

/// <summary>How closely CloudWatch watches the containers of a cluster. The metrics are billed as custom ones, while tasks run.</summary>
public enum ContainerInsights
{
    /// <summary>Not at all, beside the free metrics of services.</summary>
    Disabled,

    /// <summary>By cluster, service and task definition.</summary>
    Enabled,

    /// <summary>By task and container too.</summary>
    Enhanced,
}

/// <summary>An ECS cluster that runs tasks on Fargate alone.</summary>
public sealed class ContainerCluster : ComponentResource
{
    /// <summary>The component's type token.</summary>
    public const string Token = "infra:containers:ContainerCluster";

    /// <summary>Makes the cluster and gives it its capacity providers.</summary>
    public ContainerCluster(string name, ContainerClusterArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        var cluster = CreateCluster(name, args);
        Capacity = ProvideCapacity(name, args, cluster);
        ClusterArn = cluster.Arn;
        ClusterName = cluster.Name;
        RegisterOutputs();
    }

    /// <summary>The cluster's ARN.</summary>
    [Output("clusterArn")]
    public Output<string> ClusterArn { get; private set; }

    /// <summary>The cluster's name.</summary>
    [Output("clusterName")]
    public Output<string> ClusterName { get; private set; }

    /// <summary>
    /// The association with the capacity providers, for whatever asks for capacity by strategy: it fails while a provider is missing.
    /// </summary>
    public Resource Capacity { get; }

    private Aws.Ecs.Cluster CreateCluster(string name, ContainerClusterArgs args) => new(name, new Aws.Ecs.ClusterArgs
    {
        Name = args.PhysicalName,
        Settings = new Aws.Ecs.Inputs.ClusterSettingArgs { Name = "containerInsights", Value = Value(args.Insights) },
        Configuration = LogSessions(args.SessionLogGroupName)!,
    }, new CustomResourceOptions { Parent = this });

    private Aws.Ecs.ClusterCapacityProviders ProvideCapacity(string name, ContainerClusterArgs args, Aws.Ecs.Cluster cluster) =>
        new($"{name}-capacity", new Aws.Ecs.ClusterCapacityProvidersArgs
        {
            ClusterName = cluster.Name,
            CapacityProviders = args.DefaultStrategy.Select(share => share.ProviderName).ToArray(),
            DefaultCapacityProviderStrategies = args.DefaultStrategy.Where(share => share.Weight > 0 || share.Base > 0).Select(share => new Aws.Ecs.Inputs.ClusterCapacityProvidersDefaultCapacityProviderStrategyArgs
            {
                CapacityProvider = share.ProviderName,
                Weight = share.Weight,
                Base = share.Base,
            }).ToArray(),
        }, new CustomResourceOptions { Parent = this });

    private static Aws.Ecs.Inputs.ClusterConfigurationArgs? LogSessions(Input<string>? logGroupName) => logGroupName is null ? null : new()
    {
        ExecuteCommandConfiguration = new Aws.Ecs.Inputs.ClusterConfigurationExecuteCommandConfigurationArgs
        {
            Logging = "OVERRIDE",
            LogConfiguration = new Aws.Ecs.Inputs.ClusterConfigurationExecuteCommandConfigurationLogConfigurationArgs
            {
                CloudWatchLogGroupName = logGroupName,
            },
        },
    };

    private static string Value(ContainerInsights insights) => insights switch
    {
        ContainerInsights.Disabled => "disabled",
        ContainerInsights.Enhanced => "enhanced",
        _ => "enabled",
    };
}

/// <summary>What a <see cref="ContainerCluster"/> is made of.</summary>
public sealed class ContainerClusterArgs : ResourceArgs
{
    /// <summary>The cluster's name in AWS, unique in its region: letters, digits, hyphens and underscores, at most 255.</summary>
    public required string PhysicalName { get; init; }

    /// <summary>What is measured. Default: by service.</summary>
    public ContainerInsights Insights { get; init; } = ContainerInsights.Enabled;

    /// <summary>
    /// The log group that keeps what is typed and shown in sessions with containers (ECS Exec). Default: null, nothing is kept by the
    /// cluster.
    /// </summary>
    public Input<string>? SessionLogGroupName { get; init; }

    /// <summary>
    /// The kinds of capacity the cluster offers, and how tasks that ask for none are spread over them: a kind of weight 0
    /// without a base is offered, but used only by tasks that ask for it. Default: on demand.
    /// </summary>
    public IReadOnlyList<CapacityShare> DefaultStrategy { get; init; } = [new(FargateCapacity.OnDemand, 1)];
}
