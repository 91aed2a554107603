using System.Text.Json;
using Infra.Components.FlowBuilder;
using NUnit.Framework;
using Pulumi;

namespace Infra.Tests.Components.FlowBuilder;

public sealed class FlowBuilderMonitoringTests
{
    private const string AlarmType = "aws:cloudwatch/metricAlarm:MetricAlarm";
    private const string DashboardType = "aws:cloudwatch/dashboard:Dashboard";

    [Test]
    public async Task The_documented_alarms_watch_processor_and_backlog_with_every_dimension()
    {
        var run = await Create(alarms: true, dashboard: false);
        var cpu = Alarm(run, "high-cpu");
        var backlog = Alarm(run, "queue-backlog");
        Assert.Multiple(() =>
        {
            Assert.That((cpu["namespace"], cpu["metricName"], cpu["statistic"]), Is.EqualTo(("AWS/ECS", "CPUUtilization", "Average")));
            Assert.That((cpu["dimensions.ClusterName"], cpu["dimensions.ServiceName"]), Is.EqualTo(("cluster", "api")));
            Assert.That((cpu["threshold"], cpu["period"], cpu["evaluationPeriods"]), Is.EqualTo((80d, 300, 2)));
            Assert.That(cpu["comparisonOperator"], Is.EqualTo("GreaterThanThreshold"));
            Assert.That((backlog["namespace"], backlog["metricName"]), Is.EqualTo(("AWS/SQS", "ApproximateNumberOfMessagesVisible")));
            Assert.That(backlog["dimensions.QueueName"], Is.EqualTo("fb-queue"));
            Assert.That((backlog["threshold"], backlog["period"], backlog["evaluationPeriods"]), Is.EqualTo((100d, 300, 2)));
        });
    }

    [Test]
    public async Task Every_alarm_tells_the_topic_and_whatever_else_is_named()
    {
        var run = await Create(alarms: true, dashboard: false);
        Assert.That(run.OfType(AlarmType).Select(alarm => alarm.Name), Is.EquivalentTo(new[]
        {
            "monitoring-api-errors", "monitoring-api-unhealthy", "monitoring-database-cpu", "monitoring-database-storage", "monitoring-dead-letters",
            "monitoring-failed-tasks", "monitoring-high-cpu", "monitoring-queue-age", "monitoring-queue-backlog", "monitoring-scheduler-errors",
            "monitoring-scheduler-throttles",
        }));
        foreach (var alarm in run.OfType(AlarmType))
        {
            Assert.That(
                alarm.Texts("alarmActions"),
                Is.EqualTo(new[] { "arn:aws:sns:us-east-1:123456789012:fb-alerts", "arn:aws:sns:us-east-1:123456789012:on-call" }),
                alarm.Name);
        }
    }

    [Test]
    public async Task A_single_dead_letter_and_a_tenth_of_free_storage_are_enough()
    {
        var run = await Create(alarms: true, dashboard: false);
        var dead = Alarm(run, "dead-letters");
        var storage = Alarm(run, "database-storage");
        Assert.Multiple(() =>
        {
            Assert.That((dead["dimensions.QueueName"], dead["threshold"], dead["evaluationPeriods"]), Is.EqualTo(("fb-queue-dlq", 0d, 1)));
            Assert.That((storage["comparisonOperator"], storage["threshold"]), Is.EqualTo(("LessThanThreshold", 20d * 1024 * 1024 * 1024 / 10)));
        });
    }

    [Test]
    public async Task The_dashboard_shows_the_documented_overview()
    {
        var run = await Create(alarms: false, dashboard: true);
        var dashboard = run.Only(DashboardType);
        var overview = JsonDocument.Parse((string)dashboard["dashboardBody"]!).RootElement.GetProperty("widgets")[0];
        var properties = overview.GetProperty("properties");
        Assert.Multiple(() =>
        {
            Assert.That(dashboard["dashboardName"], Is.EqualTo("fb-dashboard"));
            Assert.That((overview.GetProperty("width").GetInt32(), overview.GetProperty("height").GetInt32()), Is.EqualTo((12, 6)));
            Assert.That(properties.GetProperty("title").GetString(), Is.EqualTo("System Overview"));
            Assert.That((properties.GetProperty("period").GetInt32(), properties.GetProperty("stat").GetString()), Is.EqualTo((300, "Average")));
            Assert.That(properties.GetProperty("metrics").EnumerateArray().Select(metric => metric.GetRawText()), Is.EqualTo(new[]
            {
                """["AWS/ECS","CPUUtilization","ClusterName","cluster","ServiceName","api"]""",
                """["AWS/ECS","MemoryUtilization","ClusterName","cluster","ServiceName","api"]""",
                """["AWS/SQS","ApproximateNumberOfMessagesVisible","QueueName","fb-queue"]""",
                """["AWS/RDS","CPUUtilization","DBInstanceIdentifier","fb-db"]""",
            }));
            Assert.That(run.OfType(AlarmType), Is.Empty);
            Assert.That(run.OfType("aws:sns/topic:Topic"), Is.Empty);
        });
    }

    [Test]
    public async Task Without_either_nothing_is_made()
    {
        var run = await Create(alarms: false, dashboard: false);
        Assert.That(run.Registrations.Select(registration => registration.Type), Has.None.StartsWith("aws:cloudwatch/").And.None.StartsWith("aws:sns/"));
    }

    private static ComponentRun.Registration Alarm(ComponentRun run, string about) => run.OfType(AlarmType).Single(alarm => (string?)alarm["name"] == $"fb-{about}");

    private static Task<ComponentRun> Create(bool alarms, bool dashboard) => ComponentRun.Of(options =>
    {
        var names = new FlowBuilderNames("fb");
        var root = new Root(options);
        _ = new FlowBuilderMonitoring("monitoring", new FlowBuilderMonitoringArgs
        {
            Names = names,
            Region = "us-east-1",
            HasAlarms = alarms,
            HasDashboard = dashboard,
            Queue = FlowBuilderQueue.Create("queue", names, root),
            SchedulerName = "fb-scheduler",
            Services = new WatchedServices("cluster", "api", "worker"),
            Database = new WatchedDatabase("fb-db", 20),
            LoadBalancer = new WatchedLoadBalancer("app/fb-alb/1", "targetgroup/fb-api-tg/1"),
            FailedTasksQueue = "fb-failed-tasks",
            AlarmActions = ["arn:aws:sns:us-east-1:123456789012:on-call"],
        }, options);
    });

    private sealed class Root : ComponentResource
    {
        public Root(ComponentResourceOptions options)
            : base("infra:test:Root", "root", options) => RegisterOutputs();
    }
}
