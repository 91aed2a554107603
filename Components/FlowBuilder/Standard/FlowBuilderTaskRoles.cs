using Infra.Components.Identity;
using Pulumi;

namespace Infra.Components.FlowBuilder.Standard;

/// <summary>The two roles of a service's tasks: ECS starts them with one, the application runs as the other.</summary>
internal sealed class FlowBuilderTaskRoles : ComponentResource
{
    /// <summary>The component's type token.</summary>
    public const string Token = "infra:flowBuilder:TaskRoles";

    /// <summary>Makes both roles.</summary>
    public FlowBuilderTaskRoles(string name, FlowBuilderTaskRolesArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        var execution = CreateExecutionRole(name, args);
        var task = CreateTaskRole(name, args);
        ExecutionRoleArn = execution.Arn;
        TaskRoleArn = task.Arn;
        Policies = [.. execution.Policies, .. task.Policies];
        RegisterOutputs();
    }

    /// <summary>The ARN of the role that ECS starts tasks with.</summary>
    [Output("executionRoleArn")]
    public Output<string> ExecutionRoleArn { get; private set; }

    /// <summary>The ARN of the role that the application runs as.</summary>
    [Output("taskRoleArn")]
    public Output<string> TaskRoleArn { get; private set; }

    /// <summary>The policies of both roles.</summary>
    public IReadOnlyList<Resource> Policies { get; }

    private ServiceRole CreateExecutionRole(string name, FlowBuilderTaskRolesArgs args) => new($"{name}-execution", new ServiceRoleArgs
    {
        PhysicalName = args.Runtime.Names.Role($"{args.Workload}-execution"),
        Description = $"Flow Builder {args.Workload}: ECS pulls the image, reads secrets and writes logs",
        Trust = TrustPolicy.EcsTasks(args.Runtime.Cluster.ClusterArn),
        ManagedPolicyArns = [ManagedPolicies.EcsTaskExecution],
        InlinePolicies = new Dictionary<string, PolicyDocument> { ["secrets"] = FlowBuilderStatements.ReadSecrets(args.SecretArns) },
    }, new ComponentResourceOptions { Parent = this });

    private ServiceRole CreateTaskRole(string name, FlowBuilderTaskRolesArgs args)
    {
        var policies = new Dictionary<string, PolicyDocument>
        {
            ["queue"] = args.Queue,
            ["sessions"] = FlowBuilderStatements.OpenSessions(args.Runtime.SessionLogGroupArn),
        };
        if (args.Runtime.Encryption is null)
        {
            policies["user-secrets"] = FlowBuilderStatements.KeepUserSecrets(args.Runtime.Cluster.ClusterArn);
        }

        return new($"{name}-task", new ServiceRoleArgs
        {
            PhysicalName = args.Runtime.Names.Role($"{args.Workload}-task"),
            Description = $"Flow Builder {args.Workload}: what the application may do",
            Trust = TrustPolicy.EcsTasks(args.Runtime.Cluster.ClusterArn),
            InlinePolicies = policies,
        }, new ComponentResourceOptions { Parent = this });
    }
}

/// <summary>What <see cref="FlowBuilderTaskRoles"/> are made of.</summary>
internal sealed class FlowBuilderTaskRolesArgs : ResourceArgs
{
    /// <summary>What services stand on.</summary>
    public required FlowBuilderRuntime Runtime { get; init; }

    /// <summary>Whose roles they are, part of their names: `api` or `worker`.</summary>
    public required string Workload { get; init; }

    /// <summary>The ARNs of the secrets that the tasks' variables are filled from.</summary>
    public required InputList<string> SecretArns { get; init; }

    /// <summary>What the application may do with the queue.</summary>
    public required PolicyDocument Queue { get; init; }
}
