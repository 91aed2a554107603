using Infra.Components.Observability;
using NUnit.Framework;
using Pulumi;

namespace Infra.Tests.Components.Observability;

public sealed class MetricAlarmsTests
{
    [Test]
    public async Task An_alarm_watches_its_metric_and_tells_its_actions()
    {
        var alarm = await Create(Rule(Metrics.ServiceCpu("cluster", "api")), "arn:topic");
        Assert.Multiple(() =>
        {
            Assert.That(alarm["name"], Is.EqualTo("app-high-cpu"));
            Assert.That((alarm["namespace"], alarm["metricName"], alarm["statistic"]), Is.EqualTo(("AWS/ECS", "CPUUtilization", "Average")));
            Assert.That((alarm["dimensions.ClusterName"], alarm["dimensions.ServiceName"]), Is.EqualTo(("cluster", "api")));
            Assert.That((alarm["period"], alarm["evaluationPeriods"]), Is.EqualTo((300, 2)));
            Assert.That((alarm["comparisonOperator"], alarm["threshold"]), Is.EqualTo(("GreaterThanThreshold", 80d)));
            Assert.That(alarm["treatMissingData"], Is.EqualTo("missing"));
            Assert.That(alarm.Texts("alarmActions"), Is.EqualTo(new[] { "arn:topic" }));
            Assert.That(alarm["okActions"], Is.Null);
        });
    }

    [TestCase(MissingData.NotBreaching, "notBreaching")]
    [TestCase(MissingData.Breaching, "breaching")]
    [TestCase(MissingData.Ignore, "ignore")]
    public async Task An_alarm_says_what_silence_means(MissingData missing, string value) =>
        Assert.That((await Create(Rule(Metrics.QueueDepth("jobs")) with { MissingData = missing }))["treatMissingData"], Is.EqualTo(value));

    [Test]
    public async Task The_end_of_an_alarm_is_told_on_demand()
    {
        var run = await ComponentRun.Of(options => _ = new Holder("holder", options, parent =>
            MetricAlarms.Create("alarm", Rule(Metrics.QueueDepth("jobs")), "arn:topic", parent, "arn:end")));
        Assert.That(run.Only("aws:cloudwatch/metricAlarm:MetricAlarm").Texts("okActions"), Is.EqualTo(new[] { "arn:end" }));
    }

    [Test]
    public async Task A_percentile_is_an_extended_statistic()
    {
        var alarm = await Create(Rule(Metrics.FunctionDuration("f")));
        Assert.Multiple(() =>
        {
            Assert.That((alarm["namespace"], alarm["metricName"], alarm["extendedStatistic"]), Is.EqualTo(("AWS/Lambda", "Duration", "p95")));
            Assert.That(alarm["statistic"], Is.Null);
        });
    }

    [TestCaseSource(nameof(Published))]
    public async Task A_metric_has_the_name_and_every_dimension_that_its_service_publishes(Metric metric, string name, string statistic, string[] dimensions)
    {
        var alarm = await Create(Rule(metric));
        Assert.Multiple(() =>
        {
            Assert.That($"{alarm["namespace"]}/{alarm["metricName"]}", Is.EqualTo(name));
            Assert.That(alarm["statistic"], Is.EqualTo(statistic));
            Assert.That(((IReadOnlyDictionary<string, object>)alarm["dimensions"]!).Keys, Is.EquivalentTo(dimensions));
        });
    }

    private static IEnumerable<TestCaseData> Published =>
    [
        Case(Metrics.ServiceMemory("c", "s"), "AWS/ECS/MemoryUtilization", "Average", "ClusterName", "ServiceName"),
        Case(Metrics.QueueDepth("q"), "AWS/SQS/ApproximateNumberOfMessagesVisible", "Average", "QueueName"),
        Case(Metrics.QueueAge("q"), "AWS/SQS/ApproximateAgeOfOldestMessage", "Maximum", "QueueName"),
        Case(Metrics.DatabaseCpu("d"), "AWS/RDS/CPUUtilization", "Average", "DBInstanceIdentifier"),
        Case(Metrics.DatabaseFreeStorage("d"), "AWS/RDS/FreeStorageSpace", "Minimum", "DBInstanceIdentifier"),
        Case(Metrics.DatabaseConnections("d"), "AWS/RDS/DatabaseConnections", "Average", "DBInstanceIdentifier"),
        Case(Metrics.LoadBalancer5xx("app/x/1"), "AWS/ApplicationELB/HTTPCode_ELB_5XX_Count", "Sum", "LoadBalancer"),
        Case(Metrics.FunctionErrors("f"), "AWS/Lambda/Errors", "Sum", "FunctionName"),
        Case(Metrics.FunctionThrottles("f"), "AWS/Lambda/Throttles", "Sum", "FunctionName"),
        Case(Metrics.Target5xx("app/a/1"), "AWS/ApplicationELB/HTTPCode_Target_5XX_Count", "Sum", "LoadBalancer"),
        Case(Metrics.UnhealthyTargets("app/a/1", "targetgroup/t/1"), "AWS/ApplicationELB/UnHealthyHostCount", "Maximum", "LoadBalancer", "TargetGroup"),
    ];

    private static TestCaseData Case(Metric metric, string name, string statistic, params string[] dimensions) =>
        new TestCaseData(metric, name, statistic, dimensions).SetArgDisplayNames(name);

    private static AlarmRule Rule(Metric metric) => new()
    {
        PhysicalName = "app-high-cpu",
        Description = "The service is busy",
        Metric = metric,
        Threshold = 80,
    };

    private static async Task<ComponentRun.Registration> Create(AlarmRule rule, params string[] actions)
    {
        var run = await ComponentRun.Of(options => _ = new Holder("holder", options, parent => MetricAlarms.Create("alarm", rule, actions, parent)));
        return run.Only("aws:cloudwatch/metricAlarm:MetricAlarm");
    }

    private sealed class Holder : ComponentResource
    {
        public Holder(string name, ComponentResourceOptions options, Action<Resource> fill)
            : base("infra:test:Holder", name, options)
        {
            fill(this);
            RegisterOutputs();
        }
    }
}
