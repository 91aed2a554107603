using System.Text.Json.Nodes;
using Pulumi;
using Aws = Pulumi.Aws;

namespace Infra.Components.Messaging;

/// <summary>
/// A queue with a dead-letter queue of its own: a message that nobody manages to handle moves there instead of coming back for ever.
/// Both are encrypted and refuse requests without TLS.
/// </summary>
public sealed class MessageQueue : ComponentResource
{
    /// <summary>The component's type token.</summary>
    public const string Token = "infra:messaging:MessageQueue";

    /// <summary>Makes the two queues and ties them to each other.</summary>
    public MessageQueue(string name, MessageQueueArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        args.Validate(name);
        var deadLetters = CreateDeadLetterQueue(name, args);
        var queue = CreateQueue(name, args, deadLetters);
        AdmitOnly(name, queue, deadLetters);
        Arn = queue.Arn;
        Url = queue.Url;
        QueueName = queue.Name;
        DeadLetterArn = deadLetters.Arn;
        DeadLetterUrl = deadLetters.Url;
        DeadLetterName = deadLetters.Name;
        RegisterOutputs();
    }

    /// <summary>The queue's ARN.</summary>
    [Output("arn")]
    public Output<string> Arn { get; private set; }

    /// <summary>The queue's URL.</summary>
    [Output("url")]
    public Output<string> Url { get; private set; }

    /// <summary>The queue's name, which its metrics go by.</summary>
    [Output("queueName")]
    public Output<string> QueueName { get; private set; }

    /// <summary>The dead-letter queue's ARN.</summary>
    [Output("deadLetterArn")]
    public Output<string> DeadLetterArn { get; private set; }

    /// <summary>The dead-letter queue's URL.</summary>
    [Output("deadLetterUrl")]
    public Output<string> DeadLetterUrl { get; private set; }

    /// <summary>The dead-letter queue's name.</summary>
    [Output("deadLetterName")]
    public Output<string> DeadLetterName { get; private set; }

    private Aws.Sqs.Queue CreateDeadLetterQueue(string name, MessageQueueArgs args)
    {
        var queue = new Aws.Sqs.QueueArgs
        {
            Name = args.DeadLetterName,
            MessageRetentionSeconds = args.DeadLetterRetentionSeconds,
        };
        SetOrder(queue, args.Order);
        return SecureQueues.Create($"{name}-dead-letters", queue, _ => [], this);
    }

    private Aws.Sqs.Queue CreateQueue(string name, MessageQueueArgs args, Aws.Sqs.Queue deadLetters)
    {
        var queue = new Aws.Sqs.QueueArgs
        {
            Name = args.PhysicalName,
            VisibilityTimeoutSeconds = args.VisibilityTimeoutSeconds,
            MessageRetentionSeconds = args.RetentionSeconds,
            ReceiveWaitTimeSeconds = args.ReceiveWaitSeconds,
            RedrivePolicy = deadLetters.Arn.Apply(arn => Redrive(arn, args.MaximumReceives)),
        };
        SetOrder(queue, args.Order);
        return SecureQueues.Create(name, queue, args.Statements, this);
    }

    private static string Redrive(string deadLetterArn, int maximumReceives) =>
        new JsonObject { ["deadLetterTargetArn"] = deadLetterArn, ["maxReceiveCount"] = maximumReceives }.ToJsonString();

    // Dead letters of a FIFO queue stay in order: SQS takes no other kind of queue for them.
    private static void SetOrder(Aws.Sqs.QueueArgs queue, MessageOrder? order)
    {
        if (order is null)
        {
            return;
        }

        queue.FifoQueue = true;
        queue.ContentBasedDeduplication = order.DeduplicatesByContent;
        queue.DeduplicationScope = order.ThroughputPerGroup ? "messageGroup" : "queue";
        queue.FifoThroughputLimit = order.ThroughputPerGroup ? "perMessageGroupId" : "perQueue";
    }

    // A resource of its own: each of the two queues would have to exist before the other.
    private void AdmitOnly(string name, Aws.Sqs.Queue queue, Aws.Sqs.Queue deadLetters) =>
        _ = new Aws.Sqs.RedriveAllowPolicy($"{name}-dead-letters", new Aws.Sqs.RedriveAllowPolicyArgs
        {
            QueueUrl = deadLetters.Url,
            RedriveAllowPolicyName = queue.Arn.Apply(arn =>
                new JsonObject { ["redrivePermission"] = "byQueue", ["sourceQueueArns"] = new JsonArray(arn) }.ToJsonString()),
        }, new CustomResourceOptions { Parent = this });
}
