using Infra.Components.Containers;
using Infra.Components.Observability;
using Pulumi;
using Aws = Pulumi.Aws;

namespace Infra.Components.FlowBuilder.Standard;

/// <summary>Flow Builder's worker: as many tasks as the queue needs, none while it is empty.</summary>
internal sealed class FlowBuilderWorker : ComponentResource
{
    /// <summary>The component's type token.</summary>
    public const string Token = "infra:flowBuilder:Worker";

    // The longest that Fargate grants: what is not done by then comes back from the queue.
    private const int StopTimeoutSeconds = 120;

    // No build has this tag: while no image is deployed, no task starts either.
    private const string NoImage = "not-deployed-yet";

    /// <summary>Makes the log group, the roles, the service and its scaling.</summary>
    public FlowBuilderWorker(string name, FlowBuilderWorkerArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        var runtime = args.Runtime;
        var logs = LogGroups.Create($"{name}-logs", FlowBuilderNames.EcsLogGroup(runtime.Names.Worker), runtime.LogRetentionDays, this);
        var roles = CreateRoles(name, runtime);
        var service = CreateService(name, args, logs, roles);
        Scale(name, runtime, service);
        ServiceName = service.ServiceName;
        RegisterOutputs();
    }

    /// <summary>The service's name.</summary>
    [Output("serviceName")]
    public Output<string> ServiceName { get; private set; }

    private FlowBuilderTaskRoles CreateRoles(string name, FlowBuilderRuntime runtime) => new($"{name}-roles", new FlowBuilderTaskRolesArgs
    {
        Runtime = runtime,
        Workload = "worker",
        SecretArns = runtime.SecretArns.ToArray(),
        Queue = FlowBuilderStatements.TakeWorkflows(runtime.Queue.Arn),
    }, Child());

    private FargateService CreateService(string name, FlowBuilderWorkerArgs args, Aws.CloudWatch.LogGroup logs, FlowBuilderTaskRoles roles)
    {
        var runtime = args.Runtime;
        var deployed = args.Service.ImageTag is not null;
        var minimum = deployed ? args.Service.MinimumCount : 0;
        return new FargateService($"{name}-service", new FargateServiceArgs
        {
            PhysicalName = runtime.Names.Worker,
            ClusterArn = runtime.Cluster.ClusterArn,
            ClusterName = runtime.Cluster.ClusterName,
            Task = new FargateTask
            {
                Family = runtime.Names.Worker,
                Size = args.Service.TaskSize,
                ExecutionRoleArn = roles.ExecutionRoleArn,
                TaskRoleArn = roles.TaskRoleArn,
                Containers = [Container(args, logs)],
            },
            SubnetIds = runtime.Network.PrivateSubnetIds,
            SecurityGroupIds = runtime.Firewalls.TaskGroupId,
            DesiredCount = minimum,
            Scaling = new ServiceScaling(minimum, deployed ? args.Service.MaximumCount : 0),
            AllowsSessions = true,
            CreateAfter = (Resource[])[.. roles.Policies, .. runtime.Ready],
        }, Child());
    }

    private static ContainerDefinition Container(FlowBuilderWorkerArgs args, Aws.CloudWatch.LogGroup logs) => new()
    {
        Name = FlowBuilderNames.WorkerContainer,
        Image = Output.Format($"{args.RepositoryUrl}:{args.Service.ImageTag ?? NoImage}"),
        Environment = InputMap<string>.Merge(args.Runtime.Variables(), new()
        {
            { "EVENTBRIDGE_PIPES_MODE", "false" },
            { "EXIT_AFTER_COMPLETION", "false" },
            // By itself the image handles one message of a pipe and exits.
            { "POLLING_MODE", "true" },
        }),
        Secrets = args.Runtime.SecretVariables(),
        InitProcess = true,
        StopTimeoutSeconds = StopTimeoutSeconds,
        Log = new ContainerLog(logs.Name, args.Runtime.Region),
    };

    private void Scale(string name, FlowBuilderRuntime runtime, FargateService service) =>
        _ = new FlowBuilderWorkerScaling($"{name}-scaling", new FlowBuilderWorkerScalingArgs
        {
            Names = runtime.Names,
            ClusterName = runtime.Cluster.ClusterName,
            ServiceName = service.ServiceName,
            QueueName = runtime.Queue.QueueName,
            Target = service.ScalingTarget!,
        }, Child());

    private ComponentResourceOptions Child() => new() { Parent = this };
}

/// <summary>What a <see cref="FlowBuilderWorker"/> is made of.</summary>
internal sealed class FlowBuilderWorkerArgs : ResourceArgs
{
    /// <summary>What it stands on.</summary>
    public required FlowBuilderRuntime Runtime { get; init; }

    /// <summary>How large it is.</summary>
    public required FlowBuilderServiceLayout Service { get; init; }

    /// <summary>The URL of its images' repository.</summary>
    public required Output<string> RepositoryUrl { get; init; }
}
