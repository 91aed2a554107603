using Infra.Components.Containers;
using Infra.Components.Identity;
using Pulumi;

namespace Infra.Components.Hypernym.Ecs;

/// <summary>The roles of Hypernym's tasks: ECS starts them with one, the application runs as the other.</summary>
internal sealed class HypernymTaskRoles : ComponentResource
{
    /// <summary>The component's type token.</summary>
    public const string Token = "infra:hypernym:TaskRoles";

    /// <summary>Makes both roles.</summary>
    public HypernymTaskRoles(string name, HypernymTaskRolesArgs args, ComponentResourceOptions? options = null)
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

    private ServiceRole CreateExecutionRole(string name, HypernymTaskRolesArgs args) => new($"{name}-execution", new ServiceRoleArgs
    {
        PhysicalName = args.Foundation.Names.ExecutionRole,
        Description = "Hypernym: ECS pulls the image, reads the provider credentials and writes logs",
        Trust = TrustPolicy.EcsTasks(args.ClusterArn),
        InlinePolicies = new Dictionary<string, PolicyDocument>(args.Foundation.Inference.SecretPolicies())
        {
            ["images"] = HypernymStatements.PullImage(EcrImage.Parse(args.Foundation.Application.Image)),
            ["logs"] = HypernymStatements.WriteLogs(args.LogGroupArn),
        },
    }, new ComponentResourceOptions { Parent = this });

    private ServiceRole CreateTaskRole(string name, HypernymTaskRolesArgs args) => new($"{name}-task", new ServiceRoleArgs
    {
        PhysicalName = args.Foundation.Names.TaskRole,
        Description = "Hypernym: what the application may do",
        Trust = TrustPolicy.EcsTasks(args.ClusterArn),
        InlinePolicies = new Dictionary<string, PolicyDocument>(args.Foundation.Inference.SecretPolicies())
        {
            ["metering"] = HypernymStatements.MeterUsage(),
        },
    }, new ComponentResourceOptions { Parent = this });
}

/// <summary>What <see cref="HypernymTaskRoles"/> are made of.</summary>
internal sealed class HypernymTaskRolesArgs : ResourceArgs
{
    /// <summary>What the system stands on.</summary>
    public required HypernymFoundation Foundation { get; init; }

    /// <summary>The cluster's ARN.</summary>
    public required Output<string> ClusterArn { get; init; }

    /// <summary>The log group's ARN.</summary>
    public required Output<string> LogGroupArn { get; init; }
}
