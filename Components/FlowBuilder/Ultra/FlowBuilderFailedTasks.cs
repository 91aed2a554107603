using System.Text.Json.Nodes;
using Infra.Components.Messaging;
using Pulumi;
using Aws = Pulumi.Aws;

namespace Infra.Components.FlowBuilder.Ultra;

/// <summary>
/// Collects the tasks that stopped before their workflow was done: taken away by Spot, ended with an error, or never started. Their
/// messages have left the queue, so nothing else remembers them.
/// </summary>
public sealed class FlowBuilderFailedTasks : ComponentResource
{
    /// <summary>The component's type token.</summary>
    public const string Token = "infra:flowBuilder:FailedTasks";

    /// <summary>Makes the rule and the queue that its events go to.</summary>
    public FlowBuilderFailedTasks(string name, FlowBuilderFailedTasksArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        var rule = CreateRule(name, args);
        var queue = SecureQueues.Create(
            name,
            new Aws.Sqs.QueueArgs { Name = args.Names.FailedTasks, MessageRetentionSeconds = SecureQueues.LongestRetentionSeconds },
            arn => [SecureQueues.AdmitEventRule(arn, rule.Arn)],
            this);
        SendThere(name, rule, queue);
        QueueUrl = queue.Url;
        QueueName = queue.Name;
        RegisterOutputs();
    }

    /// <summary>The URL of the queue of ECS events, one for each task.</summary>
    [Output("queueUrl")]
    public Output<string> QueueUrl { get; private set; }

    /// <summary>The queue's name.</summary>
    [Output("queueName")]
    public Output<string> QueueName { get; private set; }

    private Aws.CloudWatch.EventRule CreateRule(string name, FlowBuilderFailedTasksArgs args) => new(name, new Aws.CloudWatch.EventRuleArgs
    {
        Name = args.Names.FailedTasks,
        Description = "A worker stopped before its workflow was done",
        EventPattern = args.ClusterArn.Apply(Pattern),
        State = "ENABLED",
    }, Child());

    // A container that never ran has no exit code; one that Spot takes away may well end with 0.
    private static string Pattern(string clusterArn) => new JsonObject
    {
        ["detail"] = new JsonObject
        {
            ["$or"] = new JsonArray(
                new JsonObject { ["containers"] = new JsonObject { ["exitCode"] = new JsonArray(new JsonObject { ["anything-but"] = new JsonArray(0) }) } },
                new JsonObject { ["stopCode"] = new JsonArray("SpotInterruption", "TaskFailedToStart") }),
            ["clusterArn"] = new JsonArray(clusterArn),
            ["lastStatus"] = new JsonArray("STOPPED"),
        },
        ["detail-type"] = new JsonArray("ECS Task State Change"),
        ["source"] = new JsonArray("aws.ecs"),
    }.ToJsonString();

    private void SendThere(string name, Aws.CloudWatch.EventRule rule, Aws.Sqs.Queue queue) =>
        _ = new Aws.CloudWatch.EventTarget($"{name}-target", new Aws.CloudWatch.EventTargetArgs { Rule = rule.Name, Arn = queue.Arn }, Child());

    private CustomResourceOptions Child() => new() { Parent = this };
}

/// <summary>What <see cref="FlowBuilderFailedTasks"/> are made of.</summary>
public sealed class FlowBuilderFailedTasksArgs : ResourceArgs
{
    /// <summary>The system's names.</summary>
    public required FlowBuilderNames Names { get; init; }

    /// <summary>The ARN of the cluster whose tasks are watched.</summary>
    public required Output<string> ClusterArn { get; init; }
}
