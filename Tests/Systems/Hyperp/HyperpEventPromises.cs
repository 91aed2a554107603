using System.Text.Json;
using Infra.Preview.Model;
using NUnit.Framework;

namespace Infra.Tests.Systems.Hyperp;

internal sealed class HyperpEventPromises(string stackName) : HyperpPromises(stackName)
{
    private const string StateHandler = "hyperp-task-state-change-handler";

    private ResourceNode Rule => Stack.Only("aws:cloudwatch/eventRule:EventRule");

    private ResourceNode Target => Stack.Only("aws:cloudwatch/eventTarget:EventTarget");

    private ResourceNode Queue => Stack.Only("aws:sqs/queue:Queue");

    // Promise 29.
    [Test]
    public void One_rule_matches_stopped_tasks_of_the_cluster()
    {
        var pattern = JsonDocument.Parse(Rule.Inputs["eventPattern"].AsText!).RootElement;
        var detail = pattern.GetProperty("detail");
        Assert.Multiple(() =>
        {
            Assert.That(Rule.Inputs["name"].AsText, Is.EqualTo("EcsTaskStateChangeRule"));
            Assert.That(Rule.Inputs["state"].AsText, Is.EqualTo("ENABLED"));
            Assert.That(Rule.Inputs["eventBusName"].IsNull, Is.True);
            Assert.That(Values(pattern, "source"), Is.EqualTo(new[] { "aws.ecs" }));
            Assert.That(Values(pattern, "detail-type"), Is.EqualTo(new[] { "ECS Task State Change" }));
            Assert.That(Values(detail, "clusterArn"), Is.EqualTo(new[] { Arn(Stack.Only("aws:ecs/cluster:Cluster")) }));
            Assert.That(Values(detail, "lastStatus"), Is.EqualTo(new[] { "STOPPED" }));
            Assert.That(pattern.EnumerateObject().Count(), Is.EqualTo(3));
            Assert.That(detail.EnumerateObject().Count(), Is.EqualTo(2));
        });
    }

    // Promise 30.
    [Test]
    public void The_rule_reaches_the_state_handler_and_may_invoke_it()
    {
        var permission = Stack.OfType("aws:lambda/permission:Permission")
            .Single(candidate => candidate.Inputs["principal"].AsText == "events.amazonaws.com").Inputs;
        var handler = Stack.Only("aws:lambda/function:Function", StateHandler);
        Assert.Multiple(() =>
        {
            Assert.That(Target.Inputs["rule"].AsText, Is.EqualTo("EcsTaskStateChangeRule"));
            Assert.That(Target.Inputs["arn"].AsText, Is.EqualTo(Arn(handler)));
            Assert.That(Target.Inputs["roleArn"].IsNull, Is.True);
            Assert.That(permission["function"].AsText, Is.EqualTo(StateHandler));
            Assert.That(permission["action"].AsText, Is.EqualTo("lambda:InvokeFunction"));
            Assert.That(permission["sourceArn"].AsText, Is.EqualTo(Arn(Rule)));
        });
    }

    [Test]
    public void Events_that_cannot_be_delivered_are_kept_unless_switched_off()
    {
        if (!Stack.Switch("keepLostEvents", true))
        {
            Assert.That(Stack.OfType("aws:sqs/queue:Queue"), Is.Empty);
            Assert.That(Target.Inputs["deadLetterConfig"].IsNull, Is.True);
            return;
        }

        var statements = PolicyText.Parse(Stack.Only("aws:sqs/queuePolicy:QueuePolicy").Inputs["policy"].AsText);
        Assert.That(statements.Where(statement => statement.Effect == "Allow").ToList(), Has.Count.EqualTo(1));
        var admitted = statements.Single(statement => statement.Effect == "Allow");
        Assert.Multiple(() =>
        {
            Assert.That(Target.Inputs["deadLetterConfig"]["arn"].AsText, Is.EqualTo(Arn(Queue)));
            Assert.That(Queue.Inputs["sqsManagedSseEnabled"].AsBool, Is.True);
            Assert.That(Queue.Inputs["messageRetentionSeconds"].AsNumber, Is.EqualTo(1_209_600));
            Assert.That(admitted.Principals, Is.EqualTo(new[] { "Service:events.amazonaws.com" }));
            Assert.That(admitted.Actions, Is.EqualTo(new[] { "sqs:SendMessage" }));
            Assert.That(admitted.Resources, Is.EqualTo(new[] { Arn(Queue) }));
            Assert.That(admitted.Conditions, Is.EqualTo(new[] { $"ArnEquals aws:SourceArn {Arn(Rule)}" }));
        });
    }

    [Test]
    public void Events_that_the_handler_fails_on_are_never_repeated()
    {
        var config = Stack.Only("aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig").Inputs;
        Assert.That(config["functionName"].AsText, Is.EqualTo(StateHandler));
        Assert.That(config["maximumRetryAttempts"].AsNumber, Is.Zero);
    }

    [Test]
    public void Events_that_the_handler_fails_on_are_kept_unless_switched_off()
    {
        var config = Stack.Only("aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig");
        if (!Stack.Switch("keepLostEvents", true))
        {
            Assert.That(config.Inputs["destinationConfig"].IsNull, Is.True);
            return;
        }

        var permission = Stack.OfType("aws:iam/rolePolicy:RolePolicy")
            .Single(policy => policy.Inputs["policy"].AsText!.Contains("sqs:SendMessage", StringComparison.Ordinal));
        Assert.Multiple(() =>
        {
            Assert.That(config.Inputs["destinationConfig"]["onFailure"]["destination"].AsText, Is.EqualTo(Arn(Queue)));
            Assert.That(config.Dependencies, Does.Contain(permission.Urn));
            Assert.That(PolicyText.Parse(permission.Inputs["policy"].AsText).Single().Resources, Is.EqualTo(new[] { Arn(Queue) }));
        });
    }

    private static IEnumerable<string?> Values(JsonElement owner, string name) => owner.GetProperty(name).EnumerateArray().Select(value => value.GetString());
}
