using Infra.Preview.Findings.Judging;

namespace Infra.Preview.Cost.Rules;

/// <summary>Buckets, file systems, image repositories and tables.</summary>
internal static class StorageRules
{
    public static void AddTo(Dictionary<string, Action<Costing>> rules)
    {
        rules.Add("aws:s3/bucket:Bucket", PriceBucket);
        rules.Add("aws:s3/bucketV2:BucketV2", PriceBucket);
        rules.Add("aws:efs/fileSystem:FileSystem", PriceFiles);
        rules.Add("aws:efs/backupPolicy:BackupPolicy", PriceFileBackups);
        rules.Add("aws:ecr/repository:Repository", costing => costing.Line("Images", "ECR/storage-gb-month", [costing.Use("storedGb", "GB")]));
        rules.Add("aws:dynamodb/table:Table", PriceTable);
    }

    private static void PriceBucket(Costing costing)
    {
        costing.Line("Objects", "S3/standard-gb-month", [costing.Use("storedGb", "GB")]);
        costing.Line("Writing requests", "S3/put-copy-post-list-per-1k", [costing.Use("putRequests", "").Times(0.001m, "k requests")]);
        costing.Line("Reading requests", "S3/get-per-1k", [costing.Use("getRequests", "").Times(0.001m, "k requests")]);
        costing.Line("Data to the internet", "EC2/data-out-internet-gb", [costing.Use("internetGb", "GB")]);
    }

    private static void PriceFiles(Costing costing)
    {
        var elastic = costing.At("throughputMode").AsText == "elastic";
        costing.Line("Files", "EFS/standard-gb-month", [costing.Use("storedGb", "GB")]);
        if ((costing.At("lifecyclePolicies").Items() ?? []).Any(policy => !policy["transitionToIa"].IsNull))
        {
            costing.Line("Files used seldom", $"EFS/ia-gb-month-{(elastic ? "elastic" : "bursting")}", [costing.Use("infrequentGb", "GB")]);
        }

        if (elastic)
        {
            costing.Line("Data read", "EFS/elastic-read-gb", [costing.Use("readGb", "GB")]);
            costing.Line("Data written", "EFS/elastic-write-gb", [costing.Use("writtenGb", "GB")]);
        }

        if (costing.Number("provisionedThroughputInMibps") is { } throughput)
        {
            costing.Line("Provisioned throughput", "EFS/provisioned-mibps-month", [new Factor(throughput, "MiBps")]);
        }
    }

    private static void PriceFileBackups(Costing costing)
    {
        if (costing.At("backupPolicy.status").AsText == "ENABLED")
        {
            costing.Line("Backups of files", "Backup/efs-warm-gb-month", [costing.Use("storedGb", "GB")]);
        }

        costing.Free("backups are off");
    }

    private static void PriceTable(Costing costing)
    {
        if (costing.At("tableClass").AsText is not (null or "STANDARD"))
        {
            costing.Missing("no price is known for tables of infrequent access");
            return;
        }

        if (costing.At("billingMode").AsText != "PAY_PER_REQUEST")
        {
            costing.Missing("no price is known for provisioned capacity");
        }
        else
        {
            costing.Line("Write units", "DynamoDB/on-demand-wru-per-million", [costing.Use("writeUnits", "").Times(0.000001m, "M units")]);
            costing.Line("Read units", "DynamoDB/on-demand-rru-per-million", [costing.Use("readUnits", "").Times(0.000001m, "M units")]);
        }

        costing.Line("Items", "DynamoDB/storage-gb-month", [costing.Use("storedGb", "GB")]);
        if (costing.At("pointInTimeRecovery.enabled").IsOn().IsYes)
        {
            costing.Line("Point-in-time recovery", "DynamoDB/pitr-gb-month", [costing.Use("storedGb", "GB")]);
        }
    }
}
