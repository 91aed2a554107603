using Infra.Preview.Cost.Reports;
using Infra.Preview.Findings.Judging;
using Infra.Preview.Model;

namespace Infra.Preview.Cost.Rules;

/// <summary>Aurora clusters on serverless capacity, their instances, proxies and global databases.</summary>
internal static class AuroraRules
{
    private const string Cluster = "aws:rds/cluster:Cluster";
    private const string Member = "aws:rds/clusterInstance:ClusterInstance";
    private const string Proxy = "aws:rds/proxy:Proxy";
    private const string ProxyTarget = "aws:rds/proxyTarget:ProxyTarget";

    // A running instance has half a unit at the least; less is a pause.
    private const decimal LeastRunning = 0.5m;

    // What AWS bills a proxy for at the least, in ACU and in vCPU.
    private const decimal LeastProxyAcu = 8;
    private const decimal LeastProxyVcpu = 2;

    public static void AddTo(Dictionary<string, Action<Costing>> rules)
    {
        rules.Add(Cluster, PriceCluster);
        rules.Add(Member, PriceMember);
        rules.Add(Proxy, PriceProxy);
        rules.Add("aws:rds/globalCluster:GlobalCluster", costing =>
            costing.Line("Writes copied to other regions", "Aurora/global-replicated-write-io-per-million", [costing.Use("replicatedWriteIoMillions", "M I/O")]));
    }

    private static void PriceCluster(Costing costing)
    {
        if (costing.At("engine").AsText is not ("aurora-postgresql" or "aurora-mysql"))
        {
            costing.Missing($"no price is known for clusters of {costing.At("engine").Shown()}");
            return;
        }

        var kind = Kind(costing.Node);
        costing.Line("Aurora storage", $"Aurora/storage-{kind}-gb-month", [costing.Use("storedGb", "GB")]);
        if (kind == "standard")
        {
            costing.Line("Aurora I/O", "Aurora/io-per-million", [costing.Use("ioMillions", "M I/O")]);
        }

        costing.Line("Backups beyond the size of the database", "Aurora/backup-gb-month-over-free", [costing.Use("backupGb", "GB")]);
    }

    private static void PriceMember(Costing costing)
    {
        var type = costing.At("instanceClass");
        if (type.AsText != "db.serverless")
        {
            costing.Missing($"no price is known for Aurora on {type.Shown()}");
            return;
        }

        if (costing.Scope.Target(costing.Node, "clusterIdentifier", Cluster) is not { } cluster || Bounds(costing.Scope, cluster) is not { } bounds)
        {
            costing.Missing("the capacity of its cluster is not known");
            return;
        }

        var price = $"Aurora/serverless-v2-acu-{Kind(cluster)}";
        var unit = costing.Scope.Prices.Find(price, costing.Region)?.Usd * CostEstimate.HoursPerMonth ?? 0;
        costing.Line(
            "Aurora capacity",
            price,
            [Average(costing.Scope, costing.Node, bounds), Factor.Hours],
            $"from {Money.Amount(bounds.Least * unit)} at {Money.Number(bounds.Least)} ACU to {Money.Amount(bounds.Most * unit)} at {Money.Number(bounds.Most)} ACU a month");
    }

    private static void PriceProxy(Costing costing)
    {
        var scope = costing.Scope;
        var targets = scope.Index.Of(ProxyTarget).Where(target => scope.Index.Points(target, "dbProxyName", costing.Node).IsYes).ToList();
        if (targets.Select(target => scope.Target(target, "dbClusterIdentifier", Cluster)).FirstOrDefault(cluster => cluster is not null) is { } cluster
            && Bounds(scope, cluster) is { } bounds)
        {
            var capacity = scope.Index.Of(Member)
                .Where(member => scope.Index.Points(member, "clusterIdentifier", cluster).IsYes)
                .Sum(member => Average(scope, member, bounds).Value);
            costing.Line(
                "Database proxy", "RDS/proxy-acu-hour-serverless-v2", [new Factor(Math.Max(LeastProxyAcu, capacity), "ACU"), Factor.Hours], "AWS bills 8 ACU at the least");
        }
        else if (targets.Select(target => scope.Target(target, "dbInstanceIdentifier", RdsRules.Instance)).FirstOrDefault(instance => instance is not null) is { } instance
            && instance.At("instanceClass").AsText is { } type && type.StartsWith("db.t", StringComparison.Ordinal))
        {
            // The burstable classes priced here have two processors each.
            costing.Line("Database proxy", "RDS/proxy-vcpu-hour-provisioned", [new Factor(LeastProxyVcpu, "vCPU"), Factor.Hours]);
        }
        else
        {
            costing.Missing("a proxy is billed by its database's size, which is not known");
        }
    }

    private static string Kind(ResourceNode cluster) => cluster.At("storageType").AsText == "aurora-iopt1" ? "io-optimized" : "standard";

    /// <summary>The capacity between which a cluster's instances move. One that a proxy or a global database keeps awake never gets to zero.</summary>
    private static (decimal Least, decimal Most)? Bounds(CostScope scope, ResourceNode cluster)
    {
        var scaling = cluster.At("serverlessv2ScalingConfiguration");
        if (scaling["minCapacity"].Decimal() is not { } least || scaling["maxCapacity"].Decimal() is not { } most)
        {
            return null;
        }

        var proxied = scope.Index.AnyPointing([ProxyTarget], "dbClusterIdentifier", cluster).IsYes;
        var awake = proxied || !cluster.At("globalClusterIdentifier").IsNull;
        return (awake ? Math.Max(least, LeastRunning) : least, most);
    }

    private static Factor Average(CostScope scope, ResourceNode member, (decimal Least, decimal Most) bounds) =>
        bounds.Least == bounds.Most
            ? new Factor(bounds.Least, "ACU")
            : new Factor(Math.Clamp(scope.Usage.Get(member, "averageAcu"), bounds.Least, bounds.Most), "ACU", "averageAcu");
}
