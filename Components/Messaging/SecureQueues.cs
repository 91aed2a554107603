using Infra.Components.Identity;
using Pulumi;
using Aws = Pulumi.Aws;

namespace Infra.Components.Messaging;

/// <summary>Makes queues that are encrypted with SQS's own keys and refuse requests without TLS.</summary>
public static class SecureQueues
{
    /// <summary>The longest that SQS keeps a message: 14 days, in seconds.</summary>
    public const int LongestRetentionSeconds = 1_209_600;

    /// <summary>Creates a queue and its policy, both by the same name, as children of <paramref name="parent"/>.</summary>
    /// <param name="name">The resources' name.</param>
    /// <param name="args">The queue's own settings; its encryption is set here.</param>
    /// <param name="statements">Further statements of the queue's policy, given its ARN.</param>
    /// <param name="parent">The component they belong to.</param>
    public static Aws.Sqs.Queue Create(
        string name, Aws.Sqs.QueueArgs args, Func<Output<string>, IEnumerable<PolicyStatement>> statements, Resource parent)
    {
        ArgumentNullException.ThrowIfNull(args);
        ArgumentNullException.ThrowIfNull(statements);
        args.SqsManagedSseEnabled = true;
        var queue = new Aws.Sqs.Queue(name, args, new CustomResourceOptions { Parent = parent });
        _ = new Aws.Sqs.QueuePolicy(name, new Aws.Sqs.QueuePolicyArgs
        {
            QueueUrl = queue.Url,
            Policy = new PolicyDocument([RefusePlainHttp(queue), .. statements(queue.Arn)]).ToJson(),
        }, new CustomResourceOptions { Parent = parent });
        return queue;
    }

    /// <summary>Lets an EventBridge rule send its events to a queue.</summary>
    /// <param name="queueArn">The queue's ARN.</param>
    /// <param name="ruleArn">The rule's ARN.</param>
    public static PolicyStatement AdmitEventRule(Input<string> queueArn, Input<string> ruleArn) => new()
    {
        Sid = "AdmitEventRule",
        Principal = PolicyPrincipal.Service("events.amazonaws.com"),
        Actions = ["sqs:SendMessage"],
        Resources = queueArn,
        Conditions = [PolicyCondition.ArnEquals("aws:SourceArn", ruleArn)],
    };

    private static PolicyStatement RefusePlainHttp(Aws.Sqs.Queue queue) => new()
    {
        Sid = "RefusePlainHttp",
        Effect = PolicyEffect.Deny,
        Principal = PolicyPrincipal.Everyone,
        Actions = ["sqs:*"],
        Resources = queue.Arn,
        Conditions = [PolicyCondition.IsFalse("aws:SecureTransport")],
    };
}
