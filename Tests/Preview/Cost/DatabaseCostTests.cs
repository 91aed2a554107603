using Infra.Preview.Cost;
using NUnit.Framework;

namespace Infra.Tests.Preview.Cost;

public sealed class DatabaseCostTests
{
    private const string Cluster = """rds/cluster:Cluster db { "clusterIdentifier": "shop", "engine": "aurora-postgresql", "serverlessv2ScalingConfiguration": { "minCapacity": MIN, "maxCapacity": 4 } }""" + "\n";
    private const string Writer = """rds/clusterInstance:ClusterInstance writer { "clusterIdentifier": "@db.clusterIdentifier", "instanceClass": "db.serverless" }""" + "\n";
    private const string Proxy = """
        rds/proxy:Proxy proxy { "name": "shop-proxy" }
        rds/proxyTarget:ProxyTarget target { "dbProxyName": "@proxy.name", "dbClusterIdentifier": "@db.clusterIdentifier" }
        """;

    [TestCase("false", "single")]
    [TestCase("true", "multi")]
    public void An_instance_costs_its_class_and_storage_by_the_number_of_zones(string multiAz, string kind)
    {
        var cost = Costs.Of(
            $$"""rds/instance:Instance db { "engine": "postgres", "instanceClass": "db.t3.micro", "allocatedStorage": 20, "storageType": "gp3", "multiAz": {{multiAz}} }""",
            "db",
            "types:\n  aws:rds/instance:Instance: { backupGb: 7 }");

        Assert.That(Costs.Items(cost), Is.EqualTo($"RDS/postgres-db.t3.micro-{kind} 730, RDS/gp3-{kind}-gb-month 20, RDS/backup-gb-month-over-free 7"));
    }

    [Test]
    public void An_instance_class_without_a_price_is_named_and_the_rest_is_priced()
    {
        var cost = Costs.Of("""rds/instance:Instance db { "engine": "postgres", "instanceClass": "db.x9.huge", "allocatedStorage": 20, "storageType": "gp3" }""", "db", null);

        Assert.That(cost.Status, Is.EqualTo(CostStatus.Unpriced));
        Assert.That(cost.Reason, Does.Contain("db.x9.huge"));
        Assert.That(cost.High, Is.EqualTo(20));
    }

    [TestCase("0", 0.25, ExpectedResult = 0.25)]
    [TestCase("0.5", 0.25, ExpectedResult = 0.5)]
    [TestCase("0.5", 9, ExpectedResult = 4)]
    public decimal Serverless_capacity_is_the_average_within_the_clusters_bounds(string least, decimal average)
    {
        var cost = Costs.Of(Cluster.Replace("MIN", least, StringComparison.Ordinal) + Writer, "writer", FormattableString.Invariant($"types:\n  aws:rds/clusterInstance:ClusterInstance: {{ averageAcu: {average} }}"));

        Assert.That(cost.Lines.Single().Note, Does.Contain($"at {least} ACU").And.Contain("2,920.00 at 4 ACU"));
        return cost.Lines.Single().Quantity / 730;
    }

    [Test]
    public void A_proxy_bills_eight_units_at_the_least_and_keeps_the_database_awake()
    {
        var estimate = Costs.Of(Cluster.Replace("MIN", "0", StringComparison.Ordinal) + Writer + Proxy, "types:\n  aws:rds/clusterInstance:ClusterInstance: { averageAcu: 0 }");

        Assert.That(Costs.Items(Costs.Resource(estimate, "proxy")), Is.EqualTo("RDS/proxy-acu-hour-serverless-v2 5840"));
        Assert.That(Costs.Items(Costs.Resource(estimate, "writer")), Is.EqualTo("Aurora/serverless-v2-acu-standard 365"));
    }

    [Test]
    public void A_proxy_of_an_instance_bills_two_processors_and_one_of_nothing_known_is_unpriced()
    {
        var instance = Costs.Of(
            """
            rds/instance:Instance db { "identifier": "shop", "engine": "postgres", "instanceClass": "db.t3.micro", "allocatedStorage": 20 }
            rds/proxy:Proxy proxy { "name": "shop-proxy" }
            rds/proxyTarget:ProxyTarget target { "dbProxyName": "@proxy.name", "dbInstanceIdentifier": "@db.identifier" }
            """,
            "proxy",
            null);
        var alone = Costs.Of("""rds/proxy:Proxy proxy { "name": "shop-proxy" }""", "proxy", null);

        Assert.That(Costs.Items(instance), Is.EqualTo("RDS/proxy-vcpu-hour-provisioned 1460"));
        Assert.That(alone.Status, Is.EqualTo(CostStatus.Unpriced));
    }

    [TestCase("aurora", "Aurora/storage-standard-gb-month 3, Aurora/io-per-million 5, Aurora/backup-gb-month-over-free 1")]
    [TestCase("aurora-iopt1", "Aurora/storage-io-optimized-gb-month 3, Aurora/backup-gb-month-over-free 1")]
    public void Storage_of_a_cluster_bills_requests_unless_it_is_optimised_for_them(string storage, string items)
    {
        var cost = Costs.Of(
            $$"""rds/cluster:Cluster db { "engine": "aurora-postgresql", "storageType": "{{storage}}" }""",
            "db",
            "types:\n  aws:rds/cluster:Cluster: { storedGb: 3, ioMillions: 5, backupGb: 1 }");

        Assert.That(Costs.Items(cost), Is.EqualTo(items));
    }
}
