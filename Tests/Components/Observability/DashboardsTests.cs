using Infra.Components.Observability;
using NUnit.Framework;
using Pulumi;

namespace Infra.Tests.Components.Observability;

public sealed class DashboardsTests
{
    [Test]
    public async Task A_dashboard_is_written_once_with_sorted_keys()
    {
        var run = await Create(
            new MetricWidget
            {
                Title = "Load",
                Region = Output.Create("us-east-1"),
                Metrics =
                [
                    Metrics.ServiceCpu(Output.Create("cluster"), "api"),
                    Metrics.QueueAge("jobs") with { Label = "oldest" },
                ],
            },
            new TextWidget("# Runbook") { Width = 24, Height = 2 });
        var dashboard = run.Only("aws:cloudwatch/dashboard:Dashboard");
        Assert.That(dashboard["dashboardName"], Is.EqualTo("app-dashboard"));
        Assert.That(dashboard["dashboardBody"], Is.EqualTo(
            """{"widgets":[{"height":6,"properties":{"metrics":["""
            + """["AWS/ECS","CPUUtilization","ClusterName","cluster","ServiceName","api"],"""
            + """["AWS/SQS","ApproximateAgeOfOldestMessage","QueueName","jobs",{"label":"oldest","stat":"Maximum"}]"""
            + """],"period":300,"region":"us-east-1","stat":"Average","title":"Load","view":"timeSeries"},"type":"metric","width":12},"""
            + """{"height":2,"properties":{"markdown":"# Runbook"},"type":"text","width":24}]}"""));
    }

    [Test]
    public async Task A_secret_name_makes_the_whole_dashboard_secret()
    {
        Output<string>? body = null;
        _ = await ComponentRun.Of(_ => body = Dashboards.ToJson(
        [
            new MetricWidget { Title = "Queue", Region = "us-east-1", Metrics = [Metrics.QueueDepth(Output.CreateSecret("jobs"))] },
        ]));
        Assert.That(await Output.IsSecretAsync(body!), Is.True);
    }

    private static Task<ComponentRun> Create(params DashboardWidget[] widgets) =>
        ComponentRun.Of(options => _ = new Holder("holder", options, widgets));

    private sealed class Holder : ComponentResource
    {
        public Holder(string name, ComponentResourceOptions options, IReadOnlyList<DashboardWidget> widgets)
            : base("infra:test:Holder", name, options)
        {
            _ = Dashboards.Create("dashboard", "app-dashboard", widgets, this);
            RegisterOutputs();
        }
    }
}
