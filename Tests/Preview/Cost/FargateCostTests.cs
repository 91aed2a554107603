using Infra.Preview.Cost;
using NUnit.Framework;

namespace Infra.Tests.Preview.Cost;

public sealed class FargateCostTests
{
    private const string Cluster = """ecs/cluster:Cluster cluster { "name": "shop" }""" + "\n";
    private const string Task = """ecs/taskDefinition:TaskDefinition task { "family": "web", "cpu": "512", "memory": "1024" }""" + "\n";
    private const string Web = """ecs/service:Service web { "name": "web", "cluster": "@cluster.arn", "taskDefinition": "@task.arn", "desiredCount": 2, "launchType": "FARGATE" }""" + "\n";
    private const string Scaling = """appautoscaling/target:Target scaling { "resourceId": "service/shop/web", "minCapacity": 3, "maxCapacity": 5 }""";

    [Test]
    public void A_service_runs_its_desired_tasks_all_month()
    {
        var cost = Costs.Of(Cluster + Task + Web, "web", null);

        Assert.That(Costs.Items(cost), Is.EqualTo("Fargate/vcpu-x86 730, Fargate/gb-x86 1460"));
        Assert.That(cost.Lines[0].Formula, Is.EqualTo("2 tasks × 0.5 vCPU × 730 h × 1"));
        Assert.That(cost.Lines.Select(line => line.Confidence), Is.All.EqualTo(CostConfidence.High));
        Assert.That(cost.Status, Is.EqualTo(CostStatus.Priced));
    }

    [TestCase(null, 3, CostConfidence.High)]
    [TestCase("{ averageTasks: 4 }", 4, CostConfidence.Medium)]
    [TestCase("{ averageTasks: 1 }", 3, CostConfidence.Medium)]
    [TestCase("{ averageTasks: 9 }", 5, CostConfidence.Medium)]
    public void A_service_that_scales_runs_its_average_within_its_bounds(string? usage, int tasks, CostConfidence confidence)
    {
        var cost = Costs.Of(Cluster + Task + Web + Scaling, "web", usage is null ? null : $"resources:\n  web: {usage}\n");

        Assert.That(cost.Lines[0].Quantity, Is.EqualTo(tasks * 0.5m * 730));
        Assert.That(cost.Lines[0].Confidence, Is.EqualTo(confidence));
    }

    [Test]
    public void Spot_capacity_is_a_range_from_the_spot_price_to_on_demand()
    {
        var strategy = """ "capacityProviderStrategies": [{ "capacityProvider": "FARGATE", "base": 1, "weight": 1 }, { "capacityProvider": "FARGATE_SPOT", "weight": 3 }] }""";
        var cost = Costs.Of(
            Cluster + Task + """ecs/service:Service web { "name": "web", "cluster": "@cluster.arn", "taskDefinition": "@task.arn", "desiredCount": 5, """ + strategy,
            "web",
            null);

        // One of five is the base; of the other four, three quarters are on Spot.
        Assert.That(Costs.Items(cost), Is.EqualTo("Fargate/vcpu-x86 730, Fargate/gb-x86 1460, Fargate/spot-vcpu-x86 1095, Fargate/spot-gb-x86 2190"));
        Assert.That(cost.High, Is.EqualTo(730 + 1460 + 1095 + 2190));
        Assert.That(cost.Low, Is.EqualTo(730 + 1460 + (0.3m * (1095 + 2190))));
    }

    [Test]
    public void A_service_without_a_strategy_follows_its_clusters()
    {
        var cost = Costs.Of(
            Cluster + Task
                + """ecs/clusterCapacityProviders:ClusterCapacityProviders capacity { "clusterName": "@cluster.name", "defaultCapacityProviderStrategies": [{ "capacityProvider": "FARGATE_SPOT", "weight": 1 }] }"""
                + "\n" + """ecs/service:Service web { "name": "web", "cluster": "@cluster.arn", "taskDefinition": "@task.arn" }""",
            "web",
            null);

        Assert.That(Costs.Items(cost), Is.EqualTo("Fargate/spot-vcpu-x86 365, Fargate/spot-gb-x86 730"));
    }

    [Test]
    public void Tasks_on_arm_with_public_addresses_and_large_disks_are_priced_as_such()
    {
        var cost = Costs.Of(
            Cluster
                + """ecs/taskDefinition:TaskDefinition task { "cpu": "1 vCPU", "memory": "2 GB", "runtimePlatform": { "cpuArchitecture": "ARM64" }, "ephemeralStorage": { "sizeInGib": 50 } }"""
                + "\n"
                + """ecs/service:Service web { "cluster": "@cluster.arn", "taskDefinition": "@task.arn", "desiredCount": 1, "launchType": "FARGATE", "networkConfiguration": { "assignPublicIp": true } }""",
            "web",
            null);

        Assert.That(Costs.Items(cost), Is.EqualTo("Fargate/vcpu-arm 730, Fargate/gb-arm 1460, Fargate/ephemeral-gb-over20 21900, VPC/public-ipv4-hour 730"));
    }

    [Test]
    public void A_service_on_instances_is_free_and_one_of_unknown_size_is_unpriced()
    {
        var onInstances = Costs.Of(Cluster + Task + """ecs/service:Service web { "cluster": "@cluster.arn", "taskDefinition": "@task.arn", "launchType": "EC2" }""", "web", null);
        var elsewhere = Costs.Of(Cluster + """ecs/service:Service web { "cluster": "@cluster.arn", "taskDefinition": "web:7", "launchType": "FARGATE" }""", "web", null);

        var undecided = Costs.Of(Task + """ecs/service:Service web { "cluster": "shared", "taskDefinition": "@task.arn" }""", "web", null);

        Assert.That(undecided.Reason, Does.Contain("decided outside of the stack"));
        Assert.That((onInstances.Status, onInstances.High), Is.EqualTo((CostStatus.Free, 0m)));
        Assert.That(elsewhere.Status, Is.EqualTo(CostStatus.Unpriced));
        Assert.That(elsewhere.Reason, Does.Contain("task definition is not in the stack"));
    }

    [Test]
    public void Tasks_that_no_service_starts_are_assumed_for_clusters_without_services_alone()
    {
        var alone = Costs.Of(Cluster, "cluster", "types:\n  aws:ecs/cluster:Cluster: { taskVcpuHours: 10, taskGbHours: 20, taskPublicIpHours: 5 }");
        var serving = Costs.Of(Cluster + Task + Web, "cluster", null);

        Assert.That(Costs.Items(alone), Is.EqualTo("Fargate/vcpu-x86 10, Fargate/gb-x86 20, VPC/public-ipv4-hour 5"));
        Assert.That(alone.Status, Is.EqualTo(CostStatus.UsageBased));
        Assert.That((serving.Status, serving.Lines.Count), Is.EqualTo((CostStatus.Free, 0)));
    }

    [TestCase("enabled")]
    [TestCase("enhanced")]
    public void Container_insights_bills_its_metrics(string value)
    {
        var cost = Costs.Of(
            Cluster.Replace("}", $$""", "settings": [{ "name": "containerInsights", "value": "{{value}}" }] }""", StringComparison.Ordinal) + Task + Web,
            "cluster",
            "types:\n  aws:ecs/cluster:Cluster: { insightsMetrics: 20 }");

        Assert.That(Costs.Items(cost), Is.EqualTo($"CloudWatch/container-insights-ecs-{value} 20"));
    }

    [Test]
    public void A_pipe_bills_the_tasks_it_starts()
    {
        var cost = Costs.Of(
            Cluster + Task
                + """pipes/pipe:Pipe pipe { "target": "@cluster.arn", "targetParameters": { "ecsTaskParameters": { "taskDefinitionArn": "@task.arn", """
                + """ "capacityProviderStrategies": [{ "capacityProvider": "FARGATE_SPOT", "weight": 100 }], "networkConfiguration": { "awsVpcConfiguration": { "assignPublicIp": "ENABLED" } } } } }""",
            "pipe",
            "types:\n  aws:pipes/pipe:Pipe: { messages: 1000, taskMinutesPerMessage: 6 }");

        Assert.That(Costs.Items(cost), Is.EqualTo("EventBridge/pipes-per-million 0.001, Fargate/spot-vcpu-x86 50, Fargate/spot-gb-x86 100, VPC/public-ipv4-hour 100"));
        Assert.That(cost.Lines[1].UsageKeys, Is.EqualTo(["messages", "taskMinutesPerMessage"]));
    }
}
