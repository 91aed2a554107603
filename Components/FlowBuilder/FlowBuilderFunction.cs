using Infra.Components.Functions;
using Infra.Components.Identity;
using Infra.Components.Observability;
using Pulumi;

namespace Infra.Components.FlowBuilder;

/// <summary>A function of Flow Builder with its role, its log group and its schedule.</summary>
public sealed class FlowBuilderFunction : ComponentResource
{
    /// <summary>The component's type token.</summary>
    public const string Token = "infra:flowBuilder:Function";

    /// <summary>Makes the function and what it needs.</summary>
    public FlowBuilderFunction(string name, FlowBuilderFunctionArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        var role = CreateRole(name, args);
        var function = CreateFunction(name, args, role);
        Schedule(name, args, function);
        FunctionArn = function.Arn;
        FunctionName = function.FunctionName;
        RegisterOutputs();
    }

    /// <summary>The function's ARN.</summary>
    [Output("functionArn")]
    public Output<string> FunctionArn { get; private set; }

    /// <summary>The function's name.</summary>
    [Output("functionName")]
    public Output<string> FunctionName { get; private set; }

    private ServiceRole CreateRole(string name, FlowBuilderFunctionArgs args) => new($"{name}-role", new ServiceRoleArgs
    {
        PhysicalName = args.RoleName,
        Description = $"Flow Builder: {args.PhysicalName}",
        Trust = TrustPolicy.Service("lambda.amazonaws.com"),
        ManagedPolicyArns = args.Network is null
            ? [ManagedPolicies.LambdaBasicExecution]
            : [ManagedPolicies.LambdaBasicExecution, ManagedPolicies.LambdaVpcAccess],
        InlinePolicies = args.Policies,
    }, Child());

    private LambdaFunction CreateFunction(string name, FlowBuilderFunctionArgs args, ServiceRole role)
    {
        var logs = LogGroups.Create($"{name}-logs", FlowBuilderNames.FunctionLogGroup(args.PhysicalName), args.LogRetentionDays, this);
        return new LambdaFunction(name, new LambdaFunctionArgs
        {
            PhysicalName = args.PhysicalName,
            Description = args.Description,
            Code = args.Code,
            // The image's Dockerfile pins amd64.
            Architecture = FunctionArchitecture.X64,
            MemoryMiB = args.MemoryMiB,
            TimeoutSeconds = args.TimeoutSeconds,
            RoleArn = role.Arn,
            LogGroupName = logs.Name,
            Environment = args.Environment,
            Network = args.Network,
            // Creating a function in a VPC fails while its role cannot make network interfaces; a first call fails without the others.
            CreateAfter = new Resource[] { logs }.Concat(role.Policies).Concat(args.CreateAfter).ToArray(),
        }, Child());
    }

    private void Schedule(string name, FlowBuilderFunctionArgs args, LambdaFunction function) =>
        _ = new FunctionSchedule($"{name}-schedule", new FunctionScheduleArgs
        {
            PhysicalName = args.PhysicalName,
            Description = args.ScheduleDescription,
            Expression = args.ScheduleExpression,
            TargetId = args.TargetId,
            FunctionArn = function.Arn,
            FunctionName = function.FunctionName,
        }, Child());

    private ComponentResourceOptions Child() => new() { Parent = this };
}

/// <summary>What a <see cref="FlowBuilderFunction"/> is made of.</summary>
public sealed class FlowBuilderFunctionArgs : ResourceArgs
{
    /// <summary>The name of function and rule.</summary>
    public required string PhysicalName { get; init; }

    /// <summary>The role's name.</summary>
    public required string RoleName { get; init; }

    /// <summary>What the function does.</summary>
    public required string Description { get; init; }

    /// <summary>Its code.</summary>
    public required FunctionCode Code { get; init; }

    /// <summary>Its memory in MiB.</summary>
    public required int MemoryMiB { get; init; }

    /// <summary>Seconds that one run may take.</summary>
    public required int TimeoutSeconds { get; init; }

    /// <summary>Its variables. One secret value makes all of them secret.</summary>
    public required InputMap<string> Environment { get; init; }

    /// <summary>What it may do besides writing logs, by a name that becomes part of the resource's.</summary>
    public required IReadOnlyDictionary<string, PolicyDocument> Policies { get; init; }

    /// <summary>When it runs, as EventBridge writes it.</summary>
    public required string ScheduleExpression { get; init; }

    /// <summary>What the rule does.</summary>
    public required string ScheduleDescription { get; init; }

    /// <summary>The id of the rule's target.</summary>
    public required string TargetId { get; init; }

    /// <summary>Days that its logs are kept.</summary>
    public required int LogRetentionDays { get; init; }

    /// <summary>The VPC it is attached to. Default: null, none; it then reaches the internet.</summary>
    public FunctionNetwork? Network { get; init; }

    /// <summary>What must exist first though no input names it, such as security group rules. Default: nothing.</summary>
    public IReadOnlyList<Resource> CreateAfter { get; init; } = [];
}
