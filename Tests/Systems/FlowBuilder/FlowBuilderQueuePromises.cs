using System.Text.Json;
using Infra.Preview.Model;
using NUnit.Framework;

namespace Infra.Tests.Systems.FlowBuilder;

[TestFixtureSource(typeof(FlowBuilderStack), nameof(FlowBuilderStack.Names))]
internal sealed class FlowBuilderQueuePromises(string stackName) : FlowBuilderPromises(stackName)
{
    private const string QueueType = "aws:sqs/queue:Queue";

    private ResourceNode Queue => Stack.Only(QueueType, "-queue");

    private ResourceNode DeadLetters => Stack.Only(QueueType, "-queue-dlq");

    // Promise 4.
    [Test]
    public void A_workflow_that_fails_five_times_is_kept_for_14_days()
    {
        var redrive = JsonDocument.Parse(Queue.Inputs["redrivePolicy"].AsText!).RootElement;
        Assert.Multiple(() =>
        {
            Assert.That(redrive.GetProperty("deadLetterTargetArn").GetString(), Is.EqualTo(Arn(DeadLetters)));
            Assert.That(redrive.GetProperty("maxReceiveCount").GetInt32(), Is.EqualTo(5));
            Assert.That(Queue.Inputs["visibilityTimeoutSeconds"].AsNumber, Is.EqualTo(300));
            Assert.That(DeadLetters.Inputs["messageRetentionSeconds"].AsNumber, Is.EqualTo(1_209_600));
        });
    }

    [Test]
    public void Dead_letters_come_from_this_queue_alone()
    {
        var admission = Stack.Only("aws:sqs/redriveAllowPolicy:RedriveAllowPolicy").Inputs;
        var policy = JsonDocument.Parse(admission["redriveAllowPolicy"].AsText!).RootElement;
        Assert.Multiple(() =>
        {
            Assert.That(admission["queueUrl"].AsText, Is.EqualTo(DeadLetters.Output("url").AsText));
            Assert.That(policy.GetProperty("redrivePermission").GetString(), Is.EqualTo("byQueue"));
            Assert.That(policy.GetProperty("sourceQueueArns").EnumerateArray().Select(arn => arn.GetString()), Is.EqualTo(new[] { Arn(Queue) }));
        });
    }

    // Promise 4.
    [Test]
    public void There_is_one_queue_of_workflows_and_one_of_dead_letters() => Assert.That(
        Stack.OfType(QueueType).Select(queue => queue.Inputs["name"].AsText).Where(name => name != $"{Stack.Prefix}-failed-tasks"),
        Is.EquivalentTo(new[] { $"{Stack.Prefix}-queue", $"{Stack.Prefix}-queue-dlq" }));

    [Test]
    public void Every_queue_is_encrypted_and_refuses_requests_without_tls()
    {
        foreach (var queue in Stack.OfType(QueueType))
        {
            var policy = Stack.OfType("aws:sqs/queuePolicy:QueuePolicy")
                .Single(candidate => candidate.Inputs["queueUrl"].AsText == queue.Output("url").AsText);
            var refusal = PolicyText.Parse(policy.Inputs["policy"].AsText).Single(statement => statement.Effect == "Deny");
            Assert.That(queue.Inputs["sqsManagedSseEnabled"].AsBool, Is.True, queue.Name);
            Assert.That(refusal.Principals, Is.EqualTo(new[] { "*" }), queue.Name);
            Assert.That(refusal.Resources, Is.EqualTo(new[] { Arn(queue) }), queue.Name);
            Assert.That(refusal.Conditions, Is.EqualTo(new[] { "Bool aws:SecureTransport false" }), queue.Name);
        }
    }
}
