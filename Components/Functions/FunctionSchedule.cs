using Pulumi;
using Aws = Pulumi.Aws;

namespace Infra.Components.Functions;

/// <summary>Calls a function again and again.</summary>
public sealed class FunctionSchedule : ComponentResource
{
    /// <summary>The component's type token.</summary>
    public const string Token = "infra:functions:FunctionSchedule";

    /// <summary>Makes the rule, its target, and the permission to call the function.</summary>
    public FunctionSchedule(string name, FunctionScheduleArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        var rule = CreateRule(name, args);
        var permission = AllowCalling(name, args, rule);
        Call(name, args, rule, permission);
        RepeatFailures(name, args);
        RuleArn = rule.Arn;
        RegisterOutputs();
    }

    /// <summary>The rule's ARN.</summary>
    [Output("ruleArn")]
    public Output<string> RuleArn { get; private set; }

    private Aws.CloudWatch.EventRule CreateRule(string name, FunctionScheduleArgs args) => new(name, new Aws.CloudWatch.EventRuleArgs
    {
        Name = args.PhysicalName,
        Description = args.Description,
        ScheduleExpression = args.Expression,
        State = "ENABLED",
    }, Child());

    private Aws.Lambda.Permission AllowCalling(string name, FunctionScheduleArgs args, Aws.CloudWatch.EventRule rule) =>
        new($"{name}-invoke", new Aws.Lambda.PermissionArgs
        {
            Function = args.FunctionName,
            StatementId = "AllowSchedule",
            Principal = "events.amazonaws.com",
            Action = "lambda:InvokeFunction",
            SourceArn = rule.Arn,
        }, Child());

    private void Call(string name, FunctionScheduleArgs args, Aws.CloudWatch.EventRule rule, Resource permission) =>
        _ = new Aws.CloudWatch.EventTarget($"{name}-target", new Aws.CloudWatch.EventTargetArgs
        {
            Rule = rule.Name,
            TargetId = args.TargetId,
            Arn = args.FunctionArn,
        }, new CustomResourceOptions
        {
            Parent = this,
            // EventBridge takes a target that it may not call, and drops its events.
            DependsOn = permission,
        });

    private void RepeatFailures(string name, FunctionScheduleArgs args) =>
        _ = new Aws.Lambda.FunctionEventInvokeConfig($"{name}-retries", new Aws.Lambda.FunctionEventInvokeConfigArgs
        {
            FunctionName = args.FunctionName,
            MaximumRetryAttempts = args.RetryAttempts,
        }, Child());

    private CustomResourceOptions Child() => new() { Parent = this };
}

/// <summary>What a <see cref="FunctionSchedule"/> is made of.</summary>
public sealed class FunctionScheduleArgs : ResourceArgs
{
    /// <summary>The rule's name in AWS, unique in its region, at most 64 characters.</summary>
    public required string PhysicalName { get; init; }

    /// <summary>What the rule does.</summary>
    public required string Description { get; init; }

    /// <summary>When it calls, as EventBridge writes it: `rate(5 minutes)`, `cron(0 3 * * ? *)`; times are UTC.</summary>
    public required string Expression { get; init; }

    /// <summary>The target's id within the rule, at most 64 characters.</summary>
    public required string TargetId { get; init; }

    /// <summary>The function's ARN.</summary>
    public required Input<string> FunctionArn { get; init; }

    /// <summary>The function's name.</summary>
    public required Input<string> FunctionName { get; init; }

    /// <summary>How often Lambda repeats a call that failed, 0 to 2. Default: 0, the next one comes by itself.</summary>
    public int RetryAttempts { get; init; }
}
