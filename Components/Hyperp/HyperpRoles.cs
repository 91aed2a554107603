using Infra.Components.Identity;
using Pulumi;

namespace Infra.Components.Hyperp;

/// <summary>Hyperp's three roles: ECS starts tasks with one, tasks run as another, all functions run as the third.</summary>
public sealed class HyperpRoles : ComponentResource
{
    /// <summary>The component's type token.</summary>
    public const string Token = "infra:hyperp:Roles";

    /// <summary>Makes the roles.</summary>
    public HyperpRoles(string name, HyperpRolesArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        var execution = CreateExecutionRole(name, args);
        var task = CreateTaskRole(name, args);
        var functions = CreateFunctionRole(name, args, execution, task);
        ExecutionRoleArn = execution.Arn;
        TaskRoleArn = task.Arn;
        FunctionRoleArn = functions.Arn;
        FunctionRoleName = functions.RoleName;
        FunctionPolicies = functions.Policies;
        RegisterOutputs();
    }

    /// <summary>The ARN of the role that ECS starts tasks with.</summary>
    [Output("executionRoleArn")]
    public Output<string> ExecutionRoleArn { get; private set; }

    /// <summary>The ARN of the role that tasks run as.</summary>
    [Output("taskRoleArn")]
    public Output<string> TaskRoleArn { get; private set; }

    /// <summary>The ARN of the role that functions run as.</summary>
    [Output("functionRoleArn")]
    public Output<string> FunctionRoleArn { get; private set; }

    /// <summary>The name of the role that functions run as.</summary>
    [Output("functionRoleName")]
    public Output<string> FunctionRoleName { get; private set; }

    /// <summary>The policies of the functions' role, for functions that must not be created, or called, before they may do their work.</summary>
    public IReadOnlyList<Resource> FunctionPolicies { get; }

    private ServiceRole CreateExecutionRole(string name, HyperpRolesArgs args) => new($"{name}-execution", new ServiceRoleArgs
    {
        Description = "Hyperp: ECS pulls images and writes logs for tasks",
        Trust = TrustPolicy.EcsTasks(args.Cluster.ClusterArn),
        ManagedPolicyArns = [ManagedPolicies.EcsTaskExecution],
        InlinePolicies = new Dictionary<string, PolicyDocument> { ["images"] = HyperpTaskPolicies.PullImages(args.Cluster) },
    }, new ComponentResourceOptions { Parent = this });

    private ServiceRole CreateTaskRole(string name, HyperpRolesArgs args) => new($"{name}-task", new ServiceRoleArgs
    {
        Description = "Hyperp: what jobs, image builds and utility tasks may do",
        Trust = TrustPolicy.EcsTasks(args.Cluster.ClusterArn),
        InlinePolicies = new Dictionary<string, PolicyDocument> { ["work"] = HyperpTaskPolicies.Work(args.Cluster, args.Storage) },
    }, new ComponentResourceOptions { Parent = this });

    private ServiceRole CreateFunctionRole(string name, HyperpRolesArgs args, ServiceRole execution, ServiceRole task) => new($"{name}-functions", new ServiceRoleArgs
    {
        Description = "Hyperp: webhook handler, task state handler, EFS controller and CLI API",
        Trust = TrustPolicy.Service("lambda.amazonaws.com"),
        ManagedPolicyArns = [ManagedPolicies.LambdaBasicExecution, ManagedPolicies.LambdaVpcAccess],
        InlinePolicies = new Dictionary<string, PolicyDocument>
        {
            ["work"] = HyperpFunctionPolicies.Work(args.Cluster, args.Storage, execution.Arn, task.Arn),
        },
    }, new ComponentResourceOptions { Parent = this });
}

/// <summary>What <see cref="HyperpRoles"/> are made of.</summary>
public sealed class HyperpRolesArgs : ResourceArgs
{
    /// <summary>The cluster, repository and log group that the roles may use.</summary>
    public required HyperpCluster Cluster { get; init; }

    /// <summary>The table, bucket and file system that the roles may use.</summary>
    public required HyperpStorage Storage { get; init; }
}
