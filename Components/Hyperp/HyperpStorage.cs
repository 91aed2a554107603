using Infra.Components.Storage;
using Pulumi;
using Aws = Pulumi.Aws;

namespace Infra.Components.Hyperp;

/// <summary>What Hyperp keeps: the table of its state, the bucket of downloads and the file system of artifacts.</summary>
public sealed class HyperpStorage : ComponentResource
{
    /// <summary>The component's type token.</summary>
    public const string Token = "infra:hyperp:Storage";

    private const int Indexes = 3;

    /// <summary>Makes the table, the bucket and the file system, and stores the GitHub App's private key when it is given.</summary>
    public HyperpStorage(string name, HyperpStorageArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        var table = CreateTable(name, args);
        var bucket = CreateBucket(name, args);
        StorePrivateKey(name, args, bucket);
        FileSystem = CreateFileSystem(name, args);
        TableArn = table.Arn;
        TableName = table.Name;
        BucketArn = bucket.Arn;
        BucketName = bucket.BucketName;
        BucketRegion = bucket.Region;
        RegisterOutputs();
    }

    /// <summary>The table's ARN.</summary>
    [Output("tableArn")]
    public Output<string> TableArn { get; private set; }

    /// <summary>The table's name.</summary>
    [Output("tableName")]
    public Output<string> TableName { get; private set; }

    /// <summary>The bucket's ARN.</summary>
    [Output("bucketArn")]
    public Output<string> BucketArn { get; private set; }

    /// <summary>The bucket's name.</summary>
    [Output("bucketName")]
    public Output<string> BucketName { get; private set; }

    /// <summary>The region the bucket lies in.</summary>
    [Output("bucketRegion")]
    public Output<string> BucketRegion { get; private set; }

    /// <summary>The file system.</summary>
    public HyperpFileSystem FileSystem { get; }

    private Aws.DynamoDB.Table CreateTable(string name, HyperpStorageArgs args)
    {
        string[] prefixes = ["", .. Enumerable.Range(1, Indexes).Select(index => $"GSI{index}-")];
        return new Aws.DynamoDB.Table($"{name}-table", new Aws.DynamoDB.TableArgs
        {
            Name = HyperpNames.Table,
            BillingMode = "PAY_PER_REQUEST",
            HashKey = "PK",
            RangeKey = "SK",
            Attributes = prefixes
                .SelectMany(prefix => new[] { $"{prefix}PK", $"{prefix}SK" })
                .Select(key => new Aws.DynamoDB.Inputs.TableAttributeArgs { Name = key, Type = "S" })
                .ToArray(),
            GlobalSecondaryIndexes = Enumerable.Range(1, Indexes).Select(Index).ToArray(),
            PointInTimeRecovery = new Aws.DynamoDB.Inputs.TablePointInTimeRecoveryArgs { Enabled = true },
            DeletionProtectionEnabled = args.DataProtection.DeletionProtection,
        }, args.DataProtection.Child(this));
    }

    private static Aws.DynamoDB.Inputs.TableGlobalSecondaryIndexArgs Index(int number) => new()
    {
        Name = $"GSI{number}",
#pragma warning disable CS0618 // The key schema that is to replace these two is known to the newest provider releases only.
        HashKey = $"GSI{number}-PK",
        RangeKey = $"GSI{number}-SK",
#pragma warning restore CS0618
        ProjectionType = "ALL",
    };

    private PrivateBucket CreateBucket(string name, HyperpStorageArgs args) => new($"{name}-artifacts", new PrivateBucketArgs
    {
        NamePrefix = HyperpNames.BucketPrefix,
        DataProtection = args.DataProtection,
    }, new ComponentResourceOptions { Parent = this });

    private void StorePrivateKey(string name, HyperpStorageArgs args, PrivateBucket bucket)
    {
        if (args.GithubAppPrivateKey is { } privateKey)
        {
            _ = new Aws.S3.BucketObjectv2($"{name}-github-app-key", new Aws.S3.BucketObjectv2Args
            {
                Bucket = bucket.BucketName,
                Key = HyperpNames.PrivateKeyObject,
                Content = Output.CreateSecret(privateKey.ToOutput()),
                ContentType = "application/x-pem-file",
            }, new CustomResourceOptions { Parent = this });
        }
    }

    private HyperpFileSystem CreateFileSystem(string name, HyperpStorageArgs args) => new($"{name}-files", new HyperpFileSystemArgs
    {
        DataProtection = args.DataProtection,
        Network = args.Network,
    }, new ComponentResourceOptions { Parent = this });
}

/// <summary>What a <see cref="HyperpStorage"/> is made of.</summary>
public sealed class HyperpStorageArgs : ResourceArgs
{
    /// <summary>How far table, bucket and file system resist deletion.</summary>
    public required DataProtection DataProtection { get; init; }

    /// <summary>The network that the file system is mounted from.</summary>
    public required HyperpNetwork Network { get; init; }

    /// <summary>The GitHub App's private key in PEM form; becomes a secret. Default: null, the operator uploads it.</summary>
    public Input<string>? GithubAppPrivateKey { get; init; }
}
