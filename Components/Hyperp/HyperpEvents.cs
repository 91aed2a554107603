using System.Text.Json.Nodes;
using Infra.Components.Identity;
using Infra.Components.Messaging;
using Pulumi;
using Aws = Pulumi.Aws;

namespace Infra.Components.Hyperp;

/// <summary>
/// Tells the task state handler that a task has stopped. Nothing else moves a workflow on, so an event that cannot be delivered
/// or handled is kept in a dead-letter queue.
/// </summary>
public sealed class HyperpEvents : ComponentResource
{
    /// <summary>The component's type token.</summary>
    public const string Token = "infra:hyperp:Events";

    /// <summary>Makes the rule, its target, and what catches lost events.</summary>
    public HyperpEvents(string name, HyperpEventsArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        var rule = CreateRule(name, args);
        AllowInvoking(name, args, rule);
        var deadLetters = args.KeepLostEvents ? CreateDeadLetterQueue(name, rule) : null;
        CreateTarget(name, args, rule, deadLetters);
        HandleOnce(name, args, deadLetters);
        RuleArn = rule.Arn;
        RegisterOutputs();
    }

    /// <summary>The rule's ARN.</summary>
    [Output("ruleArn")]
    public Output<string> RuleArn { get; private set; }

    private Aws.CloudWatch.EventRule CreateRule(string name, HyperpEventsArgs args) => new($"{name}-task-stopped", new Aws.CloudWatch.EventRuleArgs
    {
        Name = HyperpNames.TaskStateChangeRule,
        Description = "An ECS task of Hyperp has stopped",
        EventPattern = args.ClusterArn.Apply(Pattern),
        State = "ENABLED",
    }, Child());

    private static string Pattern(string clusterArn) => new JsonObject
    {
        ["detail"] = new JsonObject { ["clusterArn"] = new JsonArray(clusterArn), ["lastStatus"] = new JsonArray("STOPPED") },
        ["detail-type"] = new JsonArray("ECS Task State Change"),
        ["source"] = new JsonArray("aws.ecs"),
    }.ToJsonString();

    private void AllowInvoking(string name, HyperpEventsArgs args, Aws.CloudWatch.EventRule rule) =>
        _ = new Aws.Lambda.Permission($"{name}-invoke-handler", new Aws.Lambda.PermissionArgs
        {
            Function = args.HandlerName,
            StatementId = "AllowTaskStateChangeRule",
            Principal = "events.amazonaws.com",
            Action = "lambda:InvokeFunction",
            SourceArn = rule.Arn,
        }, Child());

    private Aws.Sqs.Queue CreateDeadLetterQueue(string name, Aws.CloudWatch.EventRule rule) => SecureQueues.Create(
        $"{name}-dead-letters",
        new Aws.Sqs.QueueArgs { MessageRetentionSeconds = SecureQueues.LongestRetentionSeconds },
        arn => [SecureQueues.AdmitEventRule(arn, rule.Arn)],
        this);

    private void CreateTarget(string name, HyperpEventsArgs args, Aws.CloudWatch.EventRule rule, Aws.Sqs.Queue? deadLetters)
    {
        var target = new Aws.CloudWatch.EventTargetArgs
        {
            Rule = rule.Name,
            Arn = args.HandlerArn,
        };
        if (deadLetters is not null)
        {
            target.DeadLetterConfig = new Aws.CloudWatch.Inputs.EventTargetDeadLetterConfigArgs { Arn = deadLetters.Arn };
        }

        _ = new Aws.CloudWatch.EventTarget($"{name}-handler", target, Child());
    }

    // The handler counts finished jobs, and counts again when Lambda repeats an event that it failed on half-way.
    private void HandleOnce(string name, HyperpEventsArgs args, Aws.Sqs.Queue? deadLetters)
    {
        var config = new Aws.Lambda.FunctionEventInvokeConfigArgs
        {
            FunctionName = args.HandlerName,
            MaximumRetryAttempts = 0,
        };
        var options = Child();
        if (deadLetters is not null)
        {
            var permission = InlinePolicy.Create(
                $"{name}-send-dead-letters",
                args.HandlerRoleName,
                HyperpFunctionPolicies.SendToDeadLetters(deadLetters.Arn),
                this);
            config.DestinationConfig = new Aws.Lambda.Inputs.FunctionEventInvokeConfigDestinationConfigArgs
            {
                OnFailure = new Aws.Lambda.Inputs.FunctionEventInvokeConfigDestinationConfigOnFailureArgs { Destination = deadLetters.Arn },
            };
            // Lambda checks that the role may send there when the destination is set.
            options.DependsOn = permission;
        }

        _ = new Aws.Lambda.FunctionEventInvokeConfig($"{name}-handle-once", config, options);
    }

    private CustomResourceOptions Child() => new() { Parent = this };
}

/// <summary>What <see cref="HyperpEvents"/> are made of.</summary>
public sealed class HyperpEventsArgs : ResourceArgs
{
    /// <summary>The ARN of the cluster whose tasks are watched.</summary>
    public required Output<string> ClusterArn { get; init; }

    /// <summary>The task state handler's ARN.</summary>
    public required Input<string> HandlerArn { get; init; }

    /// <summary>The task state handler's name.</summary>
    public required Input<string> HandlerName { get; init; }

    /// <summary>The name of the role that the task state handler runs as.</summary>
    public required Input<string> HandlerRoleName { get; init; }

    /// <summary>Whether lost events are kept for 14 days. Default: they are.</summary>
    public bool KeepLostEvents { get; init; } = true;
}
