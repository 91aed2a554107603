using System.Text.Json;
using Infra.Preview.Model;
using NUnit.Framework;

namespace Infra.Tests.Systems.FlowBuilder.Standard;

[TestFixtureSource(typeof(FlowBuilderStack), nameof(FlowBuilderStack.Standard))]
internal sealed class FlowBuilderMonitoringPromises(string stackName) : FlowBuilderPromises(stackName)
{
    private const string AlarmType = "aws:cloudwatch/metricAlarm:MetricAlarm";
    private const string DashboardType = "aws:cloudwatch/dashboard:Dashboard";

    private bool Watched => Stack.Environment != "dev";

    // Alarms that tell people, as opposed to those that repair or scale.
    private IEnumerable<ResourceNode> Alarms => Stack.OfType(AlarmType).Where(alarm => !Name(alarm).EndsWith("-recovery", StringComparison.Ordinal) && !Name(alarm).EndsWith("-wake", StringComparison.Ordinal));

    // Promise 37.
    [Test]
    public void Development_has_neither_dashboard_nor_alarms_and_the_others_have_both()
    {
        Assert.That(Stack.OfType(DashboardType).Select(node => node.Inputs["dashboardName"].AsText), Is.EqualTo(Watched ? new[] { $"{Stack.Prefix}-dashboard" } : []));
        Assert.That(Stack.OfType("aws:sns/topic:Topic"), Has.Count.EqualTo(Watched ? 1 : 0));
        Assert.That(
            Alarms.Select(alarm => Name(alarm)[Stack.Prefix.Length..]),
            Watched ? Is.SupersetOf(new[] { "-high-cpu", "-queue-backlog", "-queue-age", "-dead-letters", "-database-cpu", "-database-storage" }) : Is.Empty);
    }

    // Promise 38.
    [Test]
    public void A_busy_API_and_a_long_queue_sound_the_documented_alarms()
    {
        Assume.That(Watched);
        var cpu = Stack.Only(AlarmType, "-high-cpu").Inputs;
        var backlog = Stack.Only(AlarmType, "-queue-backlog").Inputs;
        Assert.Multiple(() =>
        {
            Assert.That(Rule(cpu), Is.EqualTo(("AWS/ECS", "CPUUtilization", "Average", "GreaterThanThreshold", 80.0, 300.0, 2.0)));
            Assert.That(Dimensions(cpu), Is.EquivalentTo(new[] { $"ClusterName={Stack.Prefix}-cluster", $"ServiceName={Stack.Prefix}-api" }));
            Assert.That(Rule(backlog), Is.EqualTo(("AWS/SQS", "ApproximateNumberOfMessagesVisible", "Average", "GreaterThanThreshold", 100.0, 300.0, 2.0)));
            Assert.That(Dimensions(backlog), Is.EquivalentTo(new[] { $"QueueName={Stack.Prefix}-queue" }));
        });
    }

    // Promise 38.
    [Test]
    public void Every_alarm_tells_the_topic_and_whoever_else_is_named()
    {
        Assume.That(Watched);
        var others = Stack.Settings.TryGetProperty("alarmActions", out var actions) ? actions.EnumerateArray().Select(action => action.GetString()!) : [];
        var told = others.Prepend(Arn(Stack.Only("aws:sns/topic:Topic"))!).ToList();
        Assert.That(Alarms.Select(alarm => Texts(alarm.Inputs["alarmActions"])), Is.Not.Empty.And.All.EqualTo(told));
        Assert.That(
            Stack.OfType("aws:sns/topicSubscription:TopicSubscription").Select(node => node.Inputs["endpoint"].AsText),
            Is.EqualTo(new[] { Stack.Text("alarmEmail", "") }));
    }

    // Promise 39.
    [Test]
    public void The_dashboard_shows_load_backlog_and_database_and_names_only_what_there_is()
    {
        Assume.That(Watched);
        var widgets = JsonDocument.Parse(Stack.Only(DashboardType).Inputs["dashboardBody"].AsText!).RootElement.GetProperty("widgets").EnumerateArray().ToList();
        var overview = widgets.Single(widget => widget.GetProperty("properties").GetProperty("title").GetString() == "System Overview");
        var known = Stack.Nodes.SelectMany(node => new[] { node.Inputs["name"].AsText, node.Inputs["identifier"].AsText }).OfType<string>().ToHashSet();
        Assert.Multiple(() =>
        {
            Assert.That((overview.GetProperty("width").GetInt32(), overview.GetProperty("height").GetInt32()), Is.EqualTo((12, 6)));
            Assert.That(Metrics(overview), Is.EqualTo(new[]
            {
                $"AWS/ECS CPUUtilization ClusterName {Stack.Prefix}-cluster ServiceName {Stack.Prefix}-api",
                $"AWS/ECS MemoryUtilization ClusterName {Stack.Prefix}-cluster ServiceName {Stack.Prefix}-api",
                $"AWS/SQS ApproximateNumberOfMessagesVisible QueueName {Stack.Prefix}-queue",
                $"AWS/RDS CPUUtilization DBInstanceIdentifier {Stack.Prefix}-db",
            }));
            Assert.That(
                widgets.SelectMany(Metrics).SelectMany(metric => metric.Split(' ').Skip(2).Where((_, index) => index % 2 == 1)).Where(value => !known.Contains(value)),
                Is.Empty);
        });
    }

    // Promise 41.
    [Test]
    public void The_scheduler_runs_in_the_private_subnets_with_a_group_of_its_own()
    {
        var network = Stack.Only("aws:lambda/function:Function", "-scheduler").Inputs["vpcConfig"];
        var tasks = Stack.Only("aws:ecs/service:Service", "-api").Inputs["networkConfiguration"];
        Assert.Multiple(() =>
        {
            Assert.That(Texts(network["subnetIds"]), Has.Count.EqualTo(2).And.EqualTo(Texts(tasks["subnets"])));
            Assert.That(Texts(network["securityGroupIds"]), Is.EqualTo(new[] { Id(Stack.Only("aws:ec2/securityGroup:SecurityGroup", "-lambda-sg")) }));
        });
    }

    [Test]
    public void Outputs_tell_what_operators_need() => Assert.Multiple(() =>
    {
        Assert.That(Stack.Outputs["apiUrl"].AsText, Does.StartWith(Stack.Has("certificateArn") ? "https://" : "http://"));
        Assert.That(Stack.Outputs["queueUrl"].AsText, Is.EqualTo(Stack.Only("aws:sqs/queue:Queue", "-queue").Output("url").AsText));
        Assert.That(Stack.Outputs["dbEndpoint"].AsText, Is.EqualTo(Stack.Only("aws:rds/instance:Instance").Output("endpoint").AsText));
        Assert.That(Stack.Outputs["clusterName"].AsText, Is.EqualTo($"{Stack.Prefix}-cluster"));
        Assert.That(Stack.Outputs["schedulerName"].AsText, Is.EqualTo($"{Stack.Prefix}-scheduler"));
        Assert.That(Stack.Outputs["dashboardName"].AsText, Is.EqualTo(Watched ? $"{Stack.Prefix}-dashboard" : null));
    });

    private static string Name(ResourceNode alarm) => alarm.Inputs["name"].AsText!;

    private static (string?, string?, string?, string?, double?, double?, double?) Rule(MapValue alarm) => (
        alarm["namespace"].AsText,
        alarm["metricName"].AsText,
        alarm["statistic"].AsText,
        alarm["comparisonOperator"].AsText,
        alarm["threshold"].AsNumber,
        alarm["period"].AsNumber,
        alarm["evaluationPeriods"].AsNumber);

    private static IEnumerable<string> Dimensions(MapValue alarm) => alarm["dimensions"].AsMap!.Select(entry => $"{entry.Key}={entry.Value.AsText}");

    // Namespace, name and dimensions; what follows is how the metric is drawn.
    private static IEnumerable<string> Metrics(JsonElement widget) => widget.GetProperty("properties").GetProperty("metrics").EnumerateArray()
        .Select(metric => string.Join(' ', metric.EnumerateArray().Where(part => part.ValueKind == JsonValueKind.String).Select(part => part.GetString())));
}
