using System.Text.Json;
using Infra.Preview.Model;
using Infra.Tests.Support;
using NUnit.Framework;

namespace Infra.Tests.Systems.FlowBuilder.Ultra;

/// <summary>What changes when settings of the ultra-cost-optimised variant do.</summary>
[Parallelizable]
internal sealed class FlowBuilderUltraSettingsPromises
{
    private const string Stack = "flowbuilder-ultra";

    [Test]
    public async Task Alarms_on_demand_watch_what_can_fail_and_tell_the_topic()
    {
        var stack = await FlowBuilderStack.Of(Stack, "infra:flowBuilder.createAlarms=true", "infra:flowBuilder.collectFailedTasks=true", "infra:flowBuilder.alarmEmail=ops@example.com");
        var alarms = stack.OfType("aws:cloudwatch/metricAlarm:MetricAlarm");
        Assert.Multiple(() =>
        {
            Assert.That(alarms.Select(alarm => alarm.Inputs["name"].AsText), Is.EquivalentTo(new[]
            {
                "flow-builder-dead-letters", "flow-builder-failed-tasks", "flow-builder-queue-age", "flow-builder-queue-backlog",
                "flow-builder-scheduler-errors", "flow-builder-scheduler-throttles",
            }));
            Assert.That(
                alarms.Select(alarm => alarm.Inputs["alarmActions"].AsList!.Single().AsText),
                Is.All.EqualTo(stack.Only("aws:sns/topic:Topic").Output("arn").AsText));
            Assert.That(stack.Only("aws:sns/topicSubscription:TopicSubscription").Inputs["endpoint"].AsText, Is.EqualTo("ops@example.com"));
            Assert.That(stack.OfType("aws:cloudwatch/dashboard:Dashboard"), Is.Empty);
            Assert.That(alarms.ToDictionary(alarm => alarm.Inputs["name"].AsText!, Watched), Is.EquivalentTo(new Dictionary<string, string>
            {
                ["flow-builder-dead-letters"] = "AWS/SQS ApproximateNumberOfMessagesVisible QueueName=flow-builder-queue-dlq",
                ["flow-builder-failed-tasks"] = "AWS/SQS ApproximateNumberOfMessagesVisible QueueName=flow-builder-failed-tasks",
                ["flow-builder-queue-age"] = "AWS/SQS ApproximateAgeOfOldestMessage QueueName=flow-builder-queue",
                ["flow-builder-queue-backlog"] = "AWS/SQS ApproximateNumberOfMessagesVisible QueueName=flow-builder-queue",
                ["flow-builder-scheduler-errors"] = "AWS/Lambda Errors FunctionName=flow-builder-scheduler",
                ["flow-builder-scheduler-throttles"] = "AWS/Lambda Throttles FunctionName=flow-builder-scheduler",
            }));
        });
    }

    [Test]
    public async Task Tasks_that_stop_badly_are_kept_on_demand()
    {
        var stack = await FlowBuilderStack.Of(Stack, "infra:flowBuilder.collectFailedTasks=true");
        var rule = stack.Only("aws:cloudwatch/eventRule:EventRule", "-failed-tasks");
        var queue = stack.Only("aws:sqs/queue:Queue", "-failed-tasks");
        var detail = JsonDocument.Parse(rule.Inputs["eventPattern"].AsText!).RootElement.GetProperty("detail");
        var target = stack.OfType("aws:cloudwatch/eventTarget:EventTarget").Single(candidate => candidate.Inputs["rule"].AsText == "flow-builder-failed-tasks");
        var policy = stack.OfType("aws:sqs/queuePolicy:QueuePolicy").Single(candidate => candidate.Inputs["queueUrl"].AsText == queue.Output("url").AsText);
        var admitted = PolicyText.Parse(policy.Inputs["policy"].AsText).Single(statement => statement.Effect == "Allow");
        Assert.Multiple(() =>
        {
            Assert.That(detail.GetProperty("clusterArn")[0].GetString(), Is.EqualTo(stack.Only("aws:ecs/cluster:Cluster").Output("arn").AsText));
            Assert.That(detail.GetProperty("lastStatus")[0].GetString(), Is.EqualTo("STOPPED"));
            Assert.That(detail.GetProperty("$or").GetRawText(), Does.Contain("\"anything-but\":[0]").And.Contain("SpotInterruption").And.Contain("TaskFailedToStart"));
            Assert.That(target.Inputs["arn"].AsText, Is.EqualTo(queue.Output("arn").AsText));
            Assert.That(admitted.Conditions, Is.EqualTo(new[] { $"ArnEquals aws:SourceArn {rule.Output("arn").AsText}" }));
            Assert.That(queue.Inputs["messageRetentionSeconds"].AsNumber, Is.EqualTo(1_209_600));
            Assert.That(stack.Outputs["failedTasksQueueUrl"].AsText, Is.EqualTo(queue.Output("url").AsText));
        });
    }

    [Test]
    public async Task The_cleanup_runs_its_image_once_it_has_one()
    {
        var stack = await FlowBuilderStack.Of(Stack, "infra:flowBuilder.cleanupImageTag=cleanup-1");
        Assert.That(stack.Only("aws:lambda/function:Function", "-cleanup").Inputs["imageUri"].AsText, Does.EndWith("/flow-builder-scheduler:cleanup-1"));
    }

    [Test]
    public async Task Given_subnets_are_used_as_they_are()
    {
        var stack = await FlowBuilderStack.Of(
            Stack, "infra:flowBuilder.vpcId=vpc-0123456789abcdef0", "infra:flowBuilder.publicSubnetIds[0]=subnet-0123456789abcdef0");
        var network = stack.Only("aws:pipes/pipe:Pipe").Inputs["targetParameters"]["ecsTaskParameters"]["networkConfiguration"]["awsVpcConfiguration"];
        Assert.That(network["subnets"].AsList!.Texts, Is.EqualTo(new[] { "subnet-0123456789abcdef0" }));
        Assert.That(stack.Only("aws:ec2/securityGroup:SecurityGroup").Inputs["vpcId"].AsText, Is.EqualTo("vpc-0123456789abcdef0"));
    }

    [Test]
    public async Task Size_port_and_schedule_follow_their_settings_everywhere()
    {
        var stack = await FlowBuilderStack.Of(
            Stack,
            "infra:flowBuilder.taskCpu=512",
            "infra:flowBuilder.taskMemory=1024",
            "infra:flowBuilder.dbPort=6543",
            "infra:flowBuilder.scheduleExpression=rate(1 hour)");
        var task = stack.Task("-worker").Inputs;
        var container = stack.Only("aws:pipes/pipe:Pipe").Inputs["targetParameters"]["ecsTaskParameters"]["overrides"]["containerOverrides"].AsList!.Single();
        Assert.Multiple(() =>
        {
            Assert.That((task["cpu"].AsText, task["memory"].AsText), Is.EqualTo(("512", "1024")));
            Assert.That((container["cpu"].AsNumber, container["memory"].AsNumber), Is.EqualTo((512, 1024)));
            Assert.That(task["containerDefinitions"].AsText, Does.Contain("{\"name\":\"DB_PORT\",\"value\":\"6543\"}"));
            Assert.That(stack.Only("aws:lambda/function:Function", "-scheduler").Inputs["environment"]["variables"]["DB_PORT"].AsText, Is.EqualTo("6543"));
            Assert.That(stack.Only("aws:cloudwatch/eventRule:EventRule", "-scheduler").Inputs["scheduleExpression"].AsText, Is.EqualTo("rate(1 hour)"));
        });
    }

    // Promise 13.
    [Test]
    public async Task Two_prefixes_share_no_name()
    {
        var one = Names(await FlowBuilderStack.Of(Stack, "infra:flowBuilder.createAlarms=true"));
        var other = Names(await FlowBuilderStack.Of(Stack, "infra:flowBuilder.createAlarms=true", "infra:flowBuilder.namePrefix=other"));
        Assert.That(one, Has.Count.GreaterThan(20));
        Assert.That(other, Has.Count.EqualTo(one.Count));
        Assert.That(one.Intersect(other), Is.Empty);
    }

    [Test]
    public async Task A_missing_password_is_pending_and_present_images_are_not() => Assert.That(
        (await Scenario.Of(Stack, set: ["infra:flowBuilder.cleanupImageTag=cleanup-1"])).Outputs["pending"].AsList!.Texts.Single(),
        Does.Contain("pulumi config set --secret --path infra:flowBuilder.dbPassword"));

    [Test]
    public async Task Without_a_worker_image_the_pipe_stands_still_and_pending_says_so()
    {
        var stack = await FlowBuilderStack.Of(
            "flowbuilder-standard-dev", "infra:flowBuilder.variant=ultraCostOptimized", "infra:flowBuilder.dbHost=db.example.com");
        Assert.That(stack.Only("aws:pipes/pipe:Pipe").Inputs["desiredState"].AsText, Is.EqualTo("STOPPED"));
        Assert.That(stack.Result.Outputs["pending"].AsList!.Texts, Has.Some.Contain("infra:flowBuilder.workerImageTag"));
    }

    // Promise 52.
    [TestCase("infra:flowBuilder.dbName=flow-builder", "dbName")]
    [TestCase("infra:flowBuilder.taskMemory=4097", "taskMemory")]
    [TestCase("infra:flowBuilder.pipeBatchSize=10", "pipeBatchSize")]
    [TestCase("infra:flowBuilder.dbHost=https://db.example.com", "dbHost")]
    [TestCase("infra:flowBuilder.scheduleExpression=every 5 minutes", "scheduleExpression")]
    [TestCase("infra:environment=test", "environment")]
    public async Task A_bad_setting_is_refused_by_name_before_anything_is_registered(string set, string key)
    {
        var result = (await Scenario.Failing(Stack, set)).Result;
        Assert.That(result.ExitCode, Is.EqualTo(1));
        Assert.That(string.Join('\n', result.Diagnostics.Select(entry => entry.Message)), Does.Contain(key));
        Assert.That(result.Graph.Nodes.Where(node => node.Custom), Is.Empty);
    }

    private static string Watched(ResourceNode alarm) =>
        $"{alarm.Inputs["namespace"].AsText} {alarm.Inputs["metricName"].AsText} "
        + string.Join(' ', alarm.Inputs["dimensions"].AsMap!.Select(entry => $"{entry.Key}={entry.Value.AsText}"));

    private static List<string> Names(FlowBuilderStack stack) =>
    [
        .. stack.Nodes.Where(node => node.Custom)
            .Select(node => (node.Type, Name: node.Inputs["name"].AsText ?? node.Inputs["family"].AsText ?? node.Inputs["dashboardName"].AsText))
            .Where(named => named.Name is not null)
            .Select(named => $"{named.Type} {named.Name}")
            .Order(StringComparer.Ordinal),
    ];
}
