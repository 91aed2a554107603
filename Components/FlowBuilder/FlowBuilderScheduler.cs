using Infra.Components.Functions;
using Infra.Components.Identity;
using Infra.Components.Messaging;
using Pulumi;

namespace Infra.Components.FlowBuilder;

/// <summary>What puts due workflows into the queue, and what removes what expired.</summary>
public sealed class FlowBuilderScheduler : ComponentResource
{
    /// <summary>The component's type token.</summary>
    public const string Token = "infra:flowBuilder:Scheduler";

    private readonly FlowBuilderSchedulerArgs _args;

    /// <summary>Makes the functions and their schedules.</summary>
    public FlowBuilderScheduler(string name, FlowBuilderSchedulerArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        _args = args;
        var scheduler = CreateScheduler(name);
        CreateCleanup(name);
        FunctionArn = scheduler.FunctionArn;
        FunctionName = scheduler.FunctionName;
        RegisterOutputs();
    }

    /// <summary>The scheduler's ARN.</summary>
    [Output("functionArn")]
    public Output<string> FunctionArn { get; private set; }

    /// <summary>The scheduler's name.</summary>
    [Output("functionName")]
    public Output<string> FunctionName { get; private set; }

    private FlowBuilderFunction CreateScheduler(string name) => new(name, new FlowBuilderFunctionArgs
    {
        PhysicalName = _args.Names.Scheduler,
        RoleName = _args.Names.Role("scheduler"),
        Description = "Puts workflows that are due into the queue",
        Code = FunctionCode.ImageOrPlaceholder(_args.SchedulerImage),
        MemoryMiB = 512,
        TimeoutSeconds = 300,
        Environment = Environment(("SQS_URL", _args.Queue.Url)),
        Policies = new Dictionary<string, PolicyDocument>
        {
            ["database"] = FlowBuilderStatements.ReadSecrets(_args.Connection.SecretArn),
            ["queue"] = FlowBuilderStatements.SendWorkflows(_args.Queue.Arn),
        },
        ScheduleExpression = _args.ScheduleExpression,
        ScheduleDescription = _args.ScheduleExpression == FlowBuilderSchedulerArgs.EveryFiveMinutes
            ? "Trigger scheduler lambda every 5 minutes"
            : "Trigger scheduler lambda",
        TargetId = FlowBuilderNames.SchedulerTarget,
        LogRetentionDays = _args.LogRetentionDays,
        Network = _args.Network,
        CreateAfter = _args.CreateAfter,
    }, Child());

    private void CreateCleanup(string name) => _ = new FlowBuilderFunction($"{name}-cleanup", new FlowBuilderFunctionArgs
    {
        PhysicalName = _args.Names.Cleanup,
        RoleName = _args.Names.Role("cleanup"),
        Description = "Removes guests and sessions that expired",
        Code = FunctionCode.ImageOrPlaceholder(_args.CleanupImage),
        MemoryMiB = 256,
        TimeoutSeconds = 120,
        Environment = Environment(),
        Policies = new Dictionary<string, PolicyDocument> { ["database"] = FlowBuilderStatements.ReadSecrets(_args.Connection.SecretArn) },
        ScheduleExpression = "rate(1 hour)",
        ScheduleDescription = "Trigger cleanup lambda every hour",
        TargetId = "CleanupLambdaTarget",
        LogRetentionDays = _args.LogRetentionDays,
        Network = _args.Network,
        CreateAfter = _args.CreateAfter,
    }, Child());

    private InputMap<string> Environment(params (string Name, Input<string> Value)[] own)
    {
        var variables = _args.Connection.Variables();
        // The code reads the password from this variable and nowhere else; the ARN is for the day that it reads the secret instead.
        variables.Add("DB_PASSWORD", Output.CreateSecret(_args.Connection.Password.ToOutput()));
        variables.Add("DB_SECRET_ARN", _args.Connection.SecretArn);
        // Lambda keeps AWS_REGION to itself and refuses a function that sets it; the code reads this name first.
        variables.Add("CUSTOM_AWS_REGION", _args.Region);
        foreach (var (variable, value) in own)
        {
            variables.Add(variable, value);
        }

        return variables;
    }

    private ComponentResourceOptions Child() => new() { Parent = this };
}

/// <summary>What a <see cref="FlowBuilderScheduler"/> is made of.</summary>
public sealed class FlowBuilderSchedulerArgs : ResourceArgs
{
    /// <summary>The documented schedule.</summary>
    public const string EveryFiveMinutes = "rate(5 minutes)";

    /// <summary>The system's names.</summary>
    public required FlowBuilderNames Names { get; init; }

    /// <summary>The region.</summary>
    public required string Region { get; init; }

    /// <summary>The queue that due workflows go to.</summary>
    public required MessageQueue Queue { get; init; }

    /// <summary>The database of workflows.</summary>
    public required FlowBuilderConnection Connection { get; init; }

    /// <summary>Days that logs are kept.</summary>
    public required int LogRetentionDays { get; init; }

    /// <summary>The scheduler's image with its tag. Default: null, a placeholder that logs its calls.</summary>
    public Input<string>? SchedulerImage { get; init; }

    /// <summary>The cleanup's image with its tag. Default: null, a placeholder that logs its calls; the scheduler then removes what expired.</summary>
    public Input<string>? CleanupImage { get; init; }

    /// <summary>When the scheduler runs, as EventBridge writes it. Default: every five minutes.</summary>
    public string ScheduleExpression { get; init; } = EveryFiveMinutes;

    /// <summary>The VPC the functions are attached to. Default: null, none; they then reach the internet.</summary>
    public FunctionNetwork? Network { get; init; }

    /// <summary>What must exist before the functions though no input names it, such as security group rules. Default: nothing.</summary>
    public IReadOnlyList<Resource> CreateAfter { get; init; } = [];
}
