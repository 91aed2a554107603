using System.Collections.Immutable;
using Infra.Components.Containers;
using Infra.Components.Identity;
using Infra.Components.Messaging;
using Infra.Components.Observability;
using Pulumi;
using Aws = Pulumi.Aws;

namespace Infra.Components.FlowBuilder.Ultra;

/// <summary>
/// Starts a Spot task for every message of the queue. A message is deleted as soon as its task is accepted: only what cannot be started,
/// for want of Spot capacity for example, comes back and ends among the dead letters.
/// </summary>
public sealed class FlowBuilderPipe : ComponentResource
{
    /// <summary>The component's type token.</summary>
    public const string Token = "infra:flowBuilder:Pipe";

    private const int SpotWeight = 100;

    /// <summary>Makes the pipe's role and log group, then the pipe.</summary>
    public FlowBuilderPipe(string name, FlowBuilderPipeArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        var role = CreateRole(name, args);
        // CloudWatch Logs lets services write to groups of this name only without a policy of the account's.
        var logs = LogGroups.Create($"{name}-logs", $"/aws/vendedlogs/pipes/{args.Names.WorkerPipe}", args.LogRetentionDays, this);
        var pipe = CreatePipe(name, args, role, logs);
        PipeArn = pipe.Arn;
        PipeName = pipe.Name;
        RegisterOutputs();
    }

    /// <summary>The pipe's ARN.</summary>
    [Output("pipeArn")]
    public Output<string> PipeArn { get; private set; }

    /// <summary>The pipe's name.</summary>
    [Output("pipeName")]
    public Output<string> PipeName { get; private set; }

    private ServiceRole CreateRole(string name, FlowBuilderPipeArgs args)
    {
        var queue = args.Queue.Arn.Apply(Arn.Parse);
        var pipeArn = queue.Apply(arn => (arn with { Service = "pipes" }).Sibling($"pipe/{args.Names.WorkerPipe}").ToString());
        return new ServiceRole($"{name}-role", new ServiceRoleArgs
        {
            PhysicalName = args.Names.Role("pipe"),
            Description = "Flow Builder: the pipe takes messages from the queue and starts workers",
            Trust = TrustPolicy.Service("pipes.amazonaws.com", queue.Apply(arn => arn.Account), pipeArn),
            InlinePolicies = new Dictionary<string, PolicyDocument> { ["work"] = Work(args) },
        }, Child());
    }

    private static PolicyDocument Work(FlowBuilderPipeArgs args) => new(
        new PolicyStatement
        {
            Sid = "TakeWorkflows",
            Actions = ["sqs:DeleteMessage", "sqs:GetQueueAttributes", "sqs:ReceiveMessage"],
            Resources = args.Queue.Arn,
        },
        new PolicyStatement
        {
            Sid = "StartWorkers",
            Actions = ["ecs:RunTask"],
            // Any revision: with that of today alone, an update would take the right away before the pipe knows the next one.
            Resources = new() { Family(args, ""), Family(args, ":*") },
            Conditions = [PolicyCondition.ArnEquals("ecs:cluster", args.ClusterArn)],
        },
        new PolicyStatement
        {
            Sid = "TagWorkers",
            Actions = ["ecs:TagResource"],
            Resources = args.ClusterArn.Apply(arn => Arn.Parse(arn).Sibling($"task/{args.Names.Cluster}/*").ToString()),
            Conditions = [PolicyCondition.StringEquals("ecs:CreateAction", "RunTask")],
        },
        new PolicyStatement
        {
            Sid = "PassRolesToWorkers",
            Actions = ["iam:PassRole"],
            Resources = args.TaskRoleArns,
            Conditions = [PolicyCondition.StringEquals("iam:PassedToService", "ecs-tasks.amazonaws.com")],
        });

    private static Output<string> Family(FlowBuilderPipeArgs args, string revisions) =>
        args.ClusterArn.Apply(arn => Arn.Parse(arn).Sibling($"task-definition/{args.Names.Worker}{revisions}").ToString());

    private Aws.Pipes.Pipe CreatePipe(string name, FlowBuilderPipeArgs args, ServiceRole role, Aws.CloudWatch.LogGroup logs) =>
        new(name, new Aws.Pipes.PipeArgs
        {
            Name = args.Names.WorkerPipe,
            Description = "Starts a worker for every workflow in the queue",
            DesiredState = args.Runs ? "RUNNING" : "STOPPED",
            RoleArn = role.Arn,
            Source = args.Queue.Arn,
            SourceParameters = new Aws.Pipes.Inputs.PipeSourceParametersArgs
            {
                // ECS takes one message a task, and there is nothing to wait for.
                SqsQueueParameters = new Aws.Pipes.Inputs.PipeSourceParametersSqsQueueParametersArgs { BatchSize = 1, MaximumBatchingWindowInSeconds = 0 },
            },
            Target = args.ClusterArn,
            TargetParameters = new Aws.Pipes.Inputs.PipeTargetParametersArgs { EcsTaskParameters = Task(args) },
            // What went wrong, without the messages themselves.
            LogConfiguration = new Aws.Pipes.Inputs.PipeLogConfigurationArgs
            {
                Level = "ERROR",
                CloudwatchLogsLogDestination = new Aws.Pipes.Inputs.PipeLogConfigurationCloudwatchLogsLogDestinationArgs { LogGroupArn = logs.Arn },
            },
        }, new CustomResourceOptions
        {
            Parent = this,
            // A new pipe tries its rights on the queue at once and fails for good without them; ECS refuses capacity that the cluster does not have.
            DependsOn = role.Policies.Concat(args.CreateAfter).ToArray(),
        });

    // No launch type: ECS takes that or a capacity strategy, not both.
    private static Aws.Pipes.Inputs.PipeTargetParametersEcsTaskParametersArgs Task(FlowBuilderPipeArgs args) => new()
    {
        TaskDefinitionArn = args.TaskDefinitionArn,
        TaskCount = 1,
        // What tasks cost is all that this variant costs: without tags, nobody could tell it from the rest of the account's.
        PropagateTags = "TASK_DEFINITION",
        CapacityProviderStrategies = new Aws.Pipes.Inputs.PipeTargetParametersEcsTaskParametersCapacityProviderStrategyArgs
        {
            CapacityProvider = new CapacityShare(FargateCapacity.Spot, SpotWeight).ProviderName,
            Weight = SpotWeight,
        },
        NetworkConfiguration = new Aws.Pipes.Inputs.PipeTargetParametersEcsTaskParametersNetworkConfigurationArgs
        {
            AwsVpcConfiguration = new Aws.Pipes.Inputs.PipeTargetParametersEcsTaskParametersNetworkConfigurationAwsVpcConfigurationArgs
            {
                Subnets = args.SubnetIds.ToArray(),
                SecurityGroups = args.SecurityGroupId,
                // There is no NAT: the task reaches the registry, AWS and the database by its own address.
                AssignPublicIp = "ENABLED",
            },
        },
        Overrides = new Aws.Pipes.Inputs.PipeTargetParametersEcsTaskParametersOverridesArgs { ContainerOverrides = Override(args) },
    };

    private static Aws.Pipes.Inputs.PipeTargetParametersEcsTaskParametersOverridesContainerOverrideArgs Override(FlowBuilderPipeArgs args) => new()
    {
        Name = FlowBuilderNames.WorkerContainer,
        // Left out, the provider sends zeros, with which the container dies at its start.
        Cpu = args.Size.CpuUnits,
        Memory = args.Size.MemoryMiB,
        Environments =
        {
            // The path must be the whole value: then Pipes puts the message's text there.
            Variable("SQS_BODY", "$.body"),
            Variable("EVENTBRIDGE_PIPES_MODE", "true"),
            Variable("EXIT_AFTER_COMPLETION", "true"),
        },
    };

    private static Aws.Pipes.Inputs.PipeTargetParametersEcsTaskParametersOverridesContainerOverrideEnvironmentArgs Variable(string name, string value) =>
        new() { Name = name, Value = value };

    private ComponentResourceOptions Child() => new() { Parent = this };
}

/// <summary>What a <see cref="FlowBuilderPipe"/> is made of.</summary>
public sealed class FlowBuilderPipeArgs : ResourceArgs
{
    /// <summary>The system's names.</summary>
    public required FlowBuilderNames Names { get; init; }

    /// <summary>Whether it takes messages. Without an image for the task they would be lost: then it stands still and they wait.</summary>
    public required bool Runs { get; init; }

    /// <summary>The queue.</summary>
    public required MessageQueue Queue { get; init; }

    /// <summary>The ARN of the cluster that tasks run on.</summary>
    public required Output<string> ClusterArn { get; init; }

    /// <summary>The ARN of the task definition's revision.</summary>
    public required Input<string> TaskDefinitionArn { get; init; }

    /// <summary>The ARNs of the task's two roles.</summary>
    public required Output<ImmutableArray<string>> TaskRoleArns { get; init; }

    /// <summary>The size of the task, whose only container gets all of it.</summary>
    public required FargateSize Size { get; init; }

    /// <summary>The ids of the public subnets.</summary>
    public required ImmutableArray<string> SubnetIds { get; init; }

    /// <summary>The id of the security group that tasks wear.</summary>
    public required Input<string> SecurityGroupId { get; init; }

    /// <summary>Days that the pipe's errors are kept.</summary>
    public required int LogRetentionDays { get; init; }

    /// <summary>What must exist before the first task starts: the cluster's capacity, the roles' policies, security group rules.</summary>
    public required IReadOnlyList<Resource> CreateAfter { get; init; }
}
