using Infra.Preview.Model;

namespace Infra.Preview.Diff.Forecast;

/// <summary>The types that hold something which a new resource of the same type does not have. Content that the program itself writes is not lost.</summary>
internal static class StatefulTypes
{
    private static readonly Dictionary<string, string> Losses = new(StringComparer.Ordinal)
    {
        ["aws:backup/vault:Vault"] = "the vault and its recovery points",
        ["aws:cloudtrail/eventDataStore:EventDataStore"] = "the store and its events",
        ["aws:cloudwatch/eventArchive:EventArchive"] = "the archive and its events",
        ["aws:cloudwatch/logGroup:LogGroup"] = "the log group and its logs",
        ["aws:cloudwatch/logStream:LogStream"] = "the log stream and its logs",
        ["aws:dynamodb/globalTable:GlobalTable"] = "the table and its items",
        ["aws:dynamodb/table:Table"] = "the table and its items",
        ["aws:dynamodb/tableReplica:TableReplica"] = "the replica",
        ["aws:ebs/snapshot:Snapshot"] = "the snapshot",
        ["aws:ebs/volume:Volume"] = "the volume and its data",
        ["aws:ec2/instance:Instance"] = "the instance and its root volume",
        ["aws:ecr/repository:Repository"] = "the repository and its images",
        ["aws:efs/fileSystem:FileSystem"] = "the file system and its files",
        ["aws:eks/cluster:Cluster"] = "the cluster and everything that runs in it",
        ["aws:iam/accessKey:AccessKey"] = "the access key",
        ["aws:kms/key:Key"] = "the key, and with it everything encrypted under it",
        ["aws:kms/replicaKey:ReplicaKey"] = "the replica key",
        ["aws:rds/cluster:Cluster"] = "the database cluster and its data",
        ["aws:rds/clusterSnapshot:ClusterSnapshot"] = "the snapshot",
        ["aws:rds/globalCluster:GlobalCluster"] = "the global database and its replication",
        ["aws:rds/instance:Instance"] = "the database and its data",
        ["aws:rds/snapshot:Snapshot"] = "the snapshot",
        ["aws:route53/zone:Zone"] = "the hosted zone, its records and its name servers",
        ["aws:s3/bucket:Bucket"] = "the bucket and its objects",
        ["aws:s3/directoryBucket:DirectoryBucket"] = "the bucket and its objects",
        ["aws:secretsmanager/secret:Secret"] = "the secret and every version of its value",
        ["aws:secretsmanager/secretVersion:SecretVersion"] = "this version of the secret's value",
        ["aws:sqs/queue:Queue"] = "the queue and its messages",
        ["aws:ssm/parameter:Parameter"] = "the parameter and its history",
        ["kubernetes:core/v1:Namespace"] = "the namespace and everything in it",
        ["kubernetes:core/v1:PersistentVolume"] = "the volume and its data",
        ["kubernetes:core/v1:PersistentVolumeClaim"] = "the claim and the data of its volume",
    };

    /// <summary>What a deletion of the resource loses; null when it holds nothing, or is not this stack's.</summary>
    public static string? Loss(ResourceNode node) =>
        node.Operation == ResourceOperation.Read ? null : Losses.GetValueOrDefault(node.Type);

    /// <summary>What is lost when a new resource takes the old one's place: a new version of a secret's value is what replaces a version.</summary>
    public static string? ReplacementLoss(ResourceNode node) => node.Type == "aws:secretsmanager/secretVersion:SecretVersion" ? null : Loss(node);
}
