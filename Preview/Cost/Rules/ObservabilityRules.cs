namespace Infra.Preview.Cost.Rules;

/// <summary>CloudWatch: logs, alarms, dashboards.</summary>
internal static class ObservabilityRules
{
    // Alarms on a shorter period are billed as high-resolution ones.
    private const decimal StandardPeriod = 60;

    // One that scales out and one that scales in.
    private const decimal AlarmsOfTargetTracking = 2;

    public static void AddTo(Dictionary<string, Action<Costing>> rules)
    {
        rules.Add("aws:cloudwatch/logGroup:LogGroup", PriceLogs);
        rules.Add("aws:cloudwatch/metricAlarm:MetricAlarm", PriceAlarm);
        rules.Add("aws:appautoscaling/policy:Policy", PriceScaling);
        rules.Add("aws:cloudwatch/dashboard:Dashboard", costing => costing.Line("Dashboard", "CloudWatch/dashboard-month", [new Factor(1, "dashboard")]));
    }

    private static void PriceLogs(Costing costing)
    {
        var infrequent = costing.At("logGroupClass").AsText == "INFREQUENT_ACCESS";
        costing.Line("Log ingestion", infrequent ? "CloudWatch/logs-ingest-infrequent-access-gb" : "CloudWatch/logs-ingest-gb", [costing.Use("ingestGb", "GB")]);
        costing.Line("Log storage", "CloudWatch/logs-storage-gb-month", [costing.Use("storedGb", "GB")]);
    }

    private static void PriceScaling(Costing costing)
    {
        if (costing.At("policyType").AsText == "TargetTrackingScaling")
        {
            costing.Line("Alarms of target tracking", "CloudWatch/alarm-standard-month", [new Factor(AlarmsOfTargetTracking, "alarms")], "AWS creates them");
        }

        costing.Free("scaling is not billed; the alarms that start it are");
    }

    private static void PriceAlarm(Costing costing)
    {
        var queries = costing.At("metricQueries").Items();
        var metrics = (queries ?? []).Where(query => !query["metric"].IsNull).ToList();
        var shortest = metrics.Select(query => query["metric"]["period"].Decimal()).Append(costing.Number("period")).Min() ?? StandardPeriod;
        if (queries is null || shortest < StandardPeriod)
        {
            costing.Missing("no price is known for alarms on periods of less than a minute, or on metrics that are not known");
            return;
        }

        // An alarm on an expression is billed for every metric the expression reads.
        costing.Line("Alarm", "CloudWatch/alarm-standard-month", [new Factor(Math.Max(1, metrics.Count), metrics.Count > 1 ? "metrics" : "metric")]);
    }
}
