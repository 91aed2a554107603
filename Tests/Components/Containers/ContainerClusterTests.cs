using Infra.Components.Containers;
using NUnit.Framework;

namespace Infra.Tests.Components.Containers;

public sealed class ContainerClusterTests
{
    [TestCase(ContainerInsights.Disabled, "disabled")]
    [TestCase(ContainerInsights.Enabled, "enabled")]
    [TestCase(ContainerInsights.Enhanced, "enhanced")]
    public async Task A_cluster_says_what_is_measured(ContainerInsights insights, string value)
    {
        var run = await ComponentRun.Of(options =>
        {
            _ = new ContainerCluster("cluster", new ContainerClusterArgs { PhysicalName = "api", Insights = insights }, options);
        });
        var cluster = run.Only("aws:ecs/cluster:Cluster");
        Assert.That(
            (cluster["name"], cluster["settings.0.name"], cluster["settings.0.value"]),
            Is.EqualTo(("api", "containerInsights", value)));
    }

    [Test]
    public async Task Capacity_is_on_demand_unless_it_is_shared()
    {
        var plain = await Capacity(null);
        var shared = await Capacity([new(FargateCapacity.OnDemand, 50), new(FargateCapacity.Spot, 50)]);
        Assert.Multiple(() =>
        {
            Assert.That(plain.Texts("capacityProviders"), Is.EqualTo(new[] { "FARGATE" }));
            Assert.That(plain["defaultCapacityProviderStrategies.0.weight"], Is.EqualTo(1));
            Assert.That(shared.Texts("capacityProviders"), Is.EqualTo(new[] { "FARGATE", "FARGATE_SPOT" }));
            Assert.That(shared["defaultCapacityProviderStrategies.1.capacityProvider"], Is.EqualTo("FARGATE_SPOT"));
            Assert.That(shared["defaultCapacityProviderStrategies.1.weight"], Is.EqualTo(50));
        });
    }

    [Test]
    public async Task Sessions_are_logged_where_a_group_is_named()
    {
        var logged = (await Create("/aws/ecs/sessions")).Only("aws:ecs/cluster:Cluster");
        var plain = (await Create(null)).Only("aws:ecs/cluster:Cluster");
        Assert.Multiple(() =>
        {
            Assert.That(logged["configuration.executeCommandConfiguration.logging"], Is.EqualTo("OVERRIDE"));
            Assert.That(
                logged["configuration.executeCommandConfiguration.logConfiguration.cloudWatchLogGroupName"],
                Is.EqualTo("/aws/ecs/sessions"));
            Assert.That(plain["configuration"], Is.Null);
        });
    }

    private static Task<ComponentRun> Create(string? sessions) => ComponentRun.Of(options =>
    {
        _ = new ContainerCluster(
            "cluster",
            new ContainerClusterArgs { PhysicalName = "api", SessionLogGroupName = sessions is null ? null : (Pulumi.Input<string>)sessions },
            options);
    });

    private static async Task<ComponentRun.Registration> Capacity(IReadOnlyList<CapacityShare>? strategy)
    {
        var args = strategy is null
            ? new ContainerClusterArgs { PhysicalName = "api" }
            : new ContainerClusterArgs { PhysicalName = "api", DefaultStrategy = strategy };
        var run = await ComponentRun.Of(options =>
        {
            _ = new ContainerCluster("cluster", args, options);
        });
        return run.Only("aws:ecs/clusterCapacityProviders:ClusterCapacityProviders");
    }
}
