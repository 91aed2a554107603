using Infra.Preview.Findings.Judging;

namespace Infra.Preview.Cost.Rules;

/// <summary>RDS instances and the copies of their backups.</summary>
internal static class RdsRules
{
    internal const string Instance = "aws:rds/instance:Instance";

    public static void AddTo(Dictionary<string, Action<Costing>> rules)
    {
        rules.Add(Instance, PriceInstance);
        rules.Add("aws:rds/instanceAutomatedBackupsReplication:InstanceAutomatedBackupsReplication", PriceBackups);
    }

    private static void PriceInstance(Costing costing)
    {
        var engine = costing.At("engine");
        var type = costing.At("instanceClass");
        var zones = costing.At("multiAz").IsOn();
        if (engine.AsText != "postgres" || type.AsText is null || zones.IsUnknown)
        {
            costing.Missing($"no price is known for {engine.Shown()} on {type.Shown()}");
            return;
        }

        var kind = zones.IsYes ? "multi" : "single";
        var title = zones.IsYes ? "in two zones" : "in one zone";
        costing.Line($"PostgreSQL {type.Shown()} {title}", $"RDS/postgres-{type.AsText}-{kind}", [Factor.Hours]);
        var storage = costing.At("storageType");
        if (costing.Number("allocatedStorage") is { } size)
        {
            costing.Line(
                $"Database storage {title}",
                $"RDS/{storage.AsText ?? "gp2"}-{kind}-gb-month",
                [new Factor(size, "GB")],
                costing.Number("maxAllocatedStorage") is { } most && most > size ? $"grows by itself to at most {Reports.Money.Number(most)} GB" : null);
        }
        else
        {
            costing.Missing("the size of its storage is not known");
        }

        costing.Line("Backups beyond the size of the database", "RDS/backup-gb-month-over-free", [costing.Use("backupGb", "GB")]);
    }

    private static void PriceBackups(Costing costing)
    {
        costing.Line("Backups in a second region", "RDS/backup-gb-month-over-free", [costing.Use("storedGb", "GB")]);
        costing.Line("Data between regions", "EC2/data-between-regions-gb", [costing.Use("transferredGb", "GB")]);
    }
}
