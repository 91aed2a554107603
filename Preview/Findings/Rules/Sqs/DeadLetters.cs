using Infra.Preview.Findings.Judging;
using Infra.Preview.Model;

namespace Infra.Preview.Findings.Rules.Sqs;

internal sealed class DeadLetters() : ResourceRule("aws:sqs/queue:Queue")
{
    private static readonly (string Type, string Path)[] Uses =
    [
        ("aws:cloudwatch/eventTarget:EventTarget", "deadLetterConfig.arn"), ("aws:lambda/function:Function", "deadLetterConfig.targetArn"),
        ("aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig", "destinationConfig.onFailure.destination"),
        ("aws:scheduler/schedule:Schedule", "target.deadLetterConfig.arn"), ("aws:sns/topicSubscription:TopicSubscription", "redrivePolicy"),
        ("aws:pipes/pipe:Pipe", "sourceParameters.sqsQueueParameters.deadLetterConfig.arn"),
    ];

    public override RuleInfo Info { get; } = new()
    {
        Id = "sqs-dead-letter-queue",
        Title = "Queues set failing messages aside",
        Severity = FindingSeverity.Low,
        Reason = "A message that can never be handled is tried again until it expires, and then lost without a trace.",
        Fix = "Set redrivePolicy with a dead-letter queue.",
        References = [ControlReference.WellArchitected("REL05-BP03", "rel_mitigate_interaction_failure_limit_retries")],
    };

    protected override Verdict Judge(ResourceNode node, ResourceIndex graph) => Verdict
        .Require(
            node.At("redrivePolicy").IsGiven() | graph.AnyPointing(["aws:sqs/redrivePolicy:RedrivePolicy"], "queueUrl", node), "redrivePolicy is not set")
        .When(!IsDeadLetterQueue(node, graph));

    private static Truth IsDeadLetterQueue(ResourceNode queue, ResourceIndex graph) =>
        Truth.Any(graph.Of("aws:sqs/queue:Queue", "aws:sqs/redrivePolicy:RedrivePolicy")
            .Where(other => !other.At("redrivePolicy").IsNull)
            .Select(other => graph.Points(other, "redrivePolicy", other.At("redrivePolicy").Json().At("deadLetterTargetArn"), queue)))
        | Truth.Any(Uses.SelectMany(use => graph.Of(use.Type).Select(user => graph.Points(user, use.Path, queue))));
}
