using System.Text.Json;
using Infra.Components.Identity;
using Infra.Components.Messaging;
using Infra.Tests.Systems;
using NUnit.Framework;

namespace Infra.Tests.Components.Messaging;

public sealed class MessageQueueTests
{
    private const string QueueType = "aws:sqs/queue:Queue";
    private const string DeadLetterArn = "arn:aws:sqs:us-east-1:123456789012:jobs-dlq";

    [Test]
    public async Task A_message_that_is_received_too_often_moves_to_the_dead_letters()
    {
        var run = await Create(Args());
        var queue = Queue(run, "jobs");
        var redrive = JsonDocument.Parse((string)queue["redrivePolicy"]!).RootElement;
        Assert.Multiple(() =>
        {
            Assert.That(run.OfType(QueueType), Has.Count.EqualTo(2));
            Assert.That(redrive.GetProperty("deadLetterTargetArn").GetString(), Is.EqualTo(DeadLetterArn));
            Assert.That(redrive.GetProperty("maxReceiveCount").GetInt32(), Is.EqualTo(5));
            Assert.That(queue["visibilityTimeoutSeconds"], Is.EqualTo(300));
            Assert.That(queue["messageRetentionSeconds"], Is.EqualTo(345_600));
            Assert.That(queue["receiveWaitTimeSeconds"], Is.EqualTo(20));
            Assert.That(Queue(run, "jobs-dlq")["messageRetentionSeconds"], Is.EqualTo(1_209_600));
            Assert.That(Queue(run, "jobs-dlq")["redrivePolicy"], Is.Null);
        });
    }

    [Test]
    public async Task No_other_queue_may_send_its_dead_letters_here()
    {
        var run = await Create(Args());
        var admission = run.Only("aws:sqs/redriveAllowPolicy:RedriveAllowPolicy");
        var policy = JsonDocument.Parse((string)admission["redriveAllowPolicy"]!).RootElement;
        Assert.Multiple(() =>
        {
            Assert.That(admission["queueUrl"], Does.EndWith("/jobs-dlq"));
            Assert.That(policy.GetProperty("redrivePermission").GetString(), Is.EqualTo("byQueue"));
            Assert.That(policy.GetProperty("sourceQueueArns").EnumerateArray().Single().GetString(), Does.EndWith(":jobs"));
        });
    }

    [Test]
    public async Task Both_queues_are_encrypted_and_refuse_requests_without_tls()
    {
        var run = await Create(Args());
        Assert.That(run.OfType(QueueType).Select(queue => queue["sqsManagedSseEnabled"]), Is.All.EqualTo(true));
        var policies = run.OfType("aws:sqs/queuePolicy:QueuePolicy");
        Assert.That(policies.Select(policy => policy["queueUrl"]), Is.EquivalentTo(new[]
        {
            "https://sqs.us-east-1.amazonaws.com/123456789012/jobs",
            "https://sqs.us-east-1.amazonaws.com/123456789012/jobs-dlq",
        }));
        foreach (var policy in policies)
        {
            var refusal = PolicyText.Parse((string?)policy["policy"]).Single();
            Assert.That(
                (refusal.Effect, refusal.Principals.Single(), refusal.Actions.Single(), refusal.Conditions.Single()),
                Is.EqualTo(("Deny", "*", "sqs:*", "Bool aws:SecureTransport false")));
        }
    }

    [Test]
    public async Task A_queue_admits_whom_its_owner_names()
    {
        var run = await Create(Args(statements: arn => [SecureQueues.AdmitEventRule(arn, "arn:rule")]));
        var policy = run.OfType("aws:sqs/queuePolicy:QueuePolicy").Single(candidate => candidate.Name == "jobs");
        var admitted = PolicyText.Parse((string?)policy["policy"]).Single(statement => statement.Effect == "Allow");
        Assert.Multiple(() =>
        {
            Assert.That(admitted.Principals, Is.EqualTo(new[] { "Service:events.amazonaws.com" }));
            Assert.That(admitted.Actions, Is.EqualTo(new[] { "sqs:SendMessage" }));
            Assert.That(admitted.Resources, Is.EqualTo(new[] { "arn:aws:sqs:us-east-1:123456789012:jobs" }));
            Assert.That(admitted.Conditions, Is.EqualTo(new[] { "ArnEquals aws:SourceArn arn:rule" }));
        });
    }

    [TestCase(false, "queue", "perQueue")]
    [TestCase(true, "messageGroup", "perMessageGroupId")]
    public async Task A_fifo_queue_has_fifo_dead_letters(bool perGroup, string scope, string limit)
    {
        var run = await Create(Args("jobs.fifo", new MessageOrder { ThroughputPerGroup = perGroup }));
        Assert.That(run.OfType(QueueType).Select(queue => queue["name"]), Is.EquivalentTo(new[] { "jobs.fifo", "jobs-dlq.fifo" }));
        foreach (var queue in run.OfType(QueueType))
        {
            Assert.That(
                (queue["fifoQueue"], queue["contentBasedDeduplication"], queue["deduplicationScope"], queue["fifoThroughputLimit"]),
                Is.EqualTo((true, true, scope, limit)));
        }
    }

    [Test]
    public async Task A_standard_queue_says_nothing_of_order()
    {
        var run = await Create(Args());
        Assert.That(run.OfType(QueueType).SelectMany(queue => queue.Inputs.Keys), Has.None.StartsWith("fifo").And.None.Contains("edupl"));
    }

    [Test]
    public void All_faults_are_reported_together() => Assert.That(
        () => new MessageQueueArgs
        {
            PhysicalName = new string('q', 81),
            Order = new MessageOrder(),
            VisibilityTimeoutSeconds = 43_201,
            MaximumReceives = 0,
            RetentionSeconds = 59,
            DeadLetterRetentionSeconds = 1_209_601,
            ReceiveWaitSeconds = 21,
        }.Validate("jobs"),
        Throws.ArgumentException
            .With.Message.Contains("1 to 80 characters")
            .And.Message.Contains("ends in .fifo")
            .And.Message.Contains("VisibilityTimeoutSeconds is 43201")
            .And.Message.Contains("MaximumReceives is 0")
            .And.Message.Contains("RetentionSeconds is 59")
            .And.Message.Contains("DeadLetterRetentionSeconds is 1209601")
            .And.Message.Contains("ReceiveWaitSeconds is 21"));

    [Test]
    public void The_name_of_a_standard_queue_does_not_promise_order() => Assert.That(
        () => Args("jobs.fifo").Validate("jobs"),
        Throws.ArgumentException.With.Message.Contains("Only the names of FIFO queues end in .fifo"));

    [Test]
    public void Dead_letters_are_not_dropped_before_their_time_in_the_queue_is_over() => Assert.That(
        () => new MessageQueueArgs { PhysicalName = "jobs", VisibilityTimeoutSeconds = 300, DeadLetterRetentionSeconds = 60 }.Validate("jobs"),
        Throws.ArgumentException.With.Message.Contains("must be from 345600 to 1209600"));

    private static ComponentRun.Registration Queue(ComponentRun run, string name) =>
        run.OfType(QueueType).Single(queue => (string?)queue["name"] == name);

    private static Task<ComponentRun> Create(MessageQueueArgs args) => ComponentRun.Of(options => _ = new MessageQueue("jobs", args, options));

    private static MessageQueueArgs Args(
        string name = "jobs", MessageOrder? order = null, Func<Pulumi.Output<string>, IEnumerable<PolicyStatement>>? statements = null) => new()
        {
            PhysicalName = name,
            Order = order,
            VisibilityTimeoutSeconds = 300,
            Statements = statements ?? (_ => []),
        };
}
