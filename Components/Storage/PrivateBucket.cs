using Infra.Components.Identity;
using Pulumi;
using Aws = Pulumi.Aws;

namespace Infra.Components.Storage;

/// <summary>A versioned, encrypted S3 bucket that nobody reaches from outside its account's policies, and only over TLS.</summary>
public sealed class PrivateBucket : ComponentResource
{
    /// <summary>The component's type token.</summary>
    public const string Token = "infra:storage:PrivateBucket";

    /// <summary>Makes the bucket and everything that keeps it private and small.</summary>
    public PrivateBucket(string name, PrivateBucketArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        args.Validate(name);
        var bucket = CreateBucket(name, args);
        var versioning = KeepVersions(name, bucket);
        Encrypt(name, bucket);
        var block = BlockPublicAccess(name, bucket);
        DisableAcls(name, bucket);
        SetPolicy(name, args, bucket, block);
        ExpireLeftovers(name, args, bucket, versioning);
        BucketName = bucket.BucketName;
        Arn = bucket.Arn;
        Region = bucket.Region;
        RegisterOutputs();
    }

    /// <summary>The bucket's name in AWS.</summary>
    [Output("bucketName")]
    public Output<string> BucketName { get; private set; }

    /// <summary>The bucket's ARN.</summary>
    [Output("arn")]
    public Output<string> Arn { get; private set; }

    /// <summary>The region the bucket lies in.</summary>
    [Output("region")]
    public Output<string> Region { get; private set; }

    private Aws.S3.Bucket CreateBucket(string name, PrivateBucketArgs args) => new(name, new Aws.S3.BucketArgs
    {
        BucketPrefix = args.NamePrefix,
        ForceDestroy = args.DataProtection.DeleteContents,
    }, args.DataProtection.Child(this));

    private Aws.S3.BucketVersioning KeepVersions(string name, Aws.S3.Bucket bucket) => new($"{name}-versioning", new Aws.S3.BucketVersioningArgs
    {
        Bucket = bucket.Id,
        VersioningConfiguration = new Aws.S3.Inputs.BucketVersioningVersioningConfigurationArgs { Status = "Enabled" },
    }, Child());

    private void Encrypt(string name, Aws.S3.Bucket bucket) =>
        _ = new Aws.S3.BucketServerSideEncryptionConfiguration($"{name}-encryption", new Aws.S3.BucketServerSideEncryptionConfigurationArgs
        {
            Bucket = bucket.Id,
            Rules = new Aws.S3.Inputs.BucketServerSideEncryptionConfigurationRuleArgs
            {
                ApplyServerSideEncryptionByDefault = new Aws.S3.Inputs.BucketServerSideEncryptionConfigurationRuleApplyServerSideEncryptionByDefaultArgs
                {
                    SseAlgorithm = "AES256",
                },
            },
        }, Child());

    private Aws.S3.BucketPublicAccessBlock BlockPublicAccess(string name, Aws.S3.Bucket bucket) => new($"{name}-public-access", new Aws.S3.BucketPublicAccessBlockArgs
    {
        Bucket = bucket.Id,
        BlockPublicAcls = true,
        BlockPublicPolicy = true,
        IgnorePublicAcls = true,
        RestrictPublicBuckets = true,
    }, Child());

    private void DisableAcls(string name, Aws.S3.Bucket bucket) =>
        _ = new Aws.S3.BucketOwnershipControls($"{name}-ownership", new Aws.S3.BucketOwnershipControlsArgs
        {
            Bucket = bucket.Id,
            Rule = new Aws.S3.Inputs.BucketOwnershipControlsRuleArgs { ObjectOwnership = "BucketOwnerEnforced" },
        }, Child());

    private void SetPolicy(string name, PrivateBucketArgs args, Aws.S3.Bucket bucket, Resource publicAccessBlock) =>
        _ = new Aws.S3.BucketPolicy($"{name}-policy", new Aws.S3.BucketPolicyArgs
        {
            Bucket = bucket.Id,
            Policy = new PolicyDocument([RefusePlainHttp(bucket), .. args.Statements(bucket.Arn)]).ToJson(),
        }, new CustomResourceOptions
        {
            Parent = this,
            // S3 answers OperationAborted when a bucket's policy and its public access block change at the same time.
            DependsOn = publicAccessBlock,
        });

    private static PolicyStatement RefusePlainHttp(Aws.S3.Bucket bucket) => new()
    {
        Sid = "RefusePlainHttp",
        Effect = PolicyEffect.Deny,
        Principal = PolicyPrincipal.Everyone,
        Actions = ["s3:*"],
        Resources = new() { bucket.Arn, Output.Format($"{bucket.Arn}/*") },
        Conditions = [PolicyCondition.IsFalse("aws:SecureTransport")],
    };

    private void ExpireLeftovers(string name, PrivateBucketArgs args, Aws.S3.Bucket bucket, Resource versioning) =>
        _ = new Aws.S3.BucketLifecycleConfiguration($"{name}-lifecycle", new Aws.S3.BucketLifecycleConfigurationArgs
        {
            Bucket = bucket.Id,
            Rules =
            {
                new Aws.S3.Inputs.BucketLifecycleConfigurationRuleArgs
                {
                    Id = "abort-unfinished-uploads",
                    Status = "Enabled",
                    Filter = new Aws.S3.Inputs.BucketLifecycleConfigurationRuleFilterArgs { Prefix = "" },
                    AbortIncompleteMultipartUpload = new Aws.S3.Inputs.BucketLifecycleConfigurationRuleAbortIncompleteMultipartUploadArgs
                    {
                        DaysAfterInitiation = args.UnfinishedUploadDays,
                    },
                },
                new Aws.S3.Inputs.BucketLifecycleConfigurationRuleArgs
                {
                    Id = "expire-old-versions",
                    Status = "Enabled",
                    Filter = new Aws.S3.Inputs.BucketLifecycleConfigurationRuleFilterArgs { Prefix = "" },
                    NoncurrentVersionExpiration = new Aws.S3.Inputs.BucketLifecycleConfigurationRuleNoncurrentVersionExpirationArgs
                    {
                        NoncurrentDays = args.OldVersionDays,
                    },
                    Expiration = new Aws.S3.Inputs.BucketLifecycleConfigurationRuleExpirationArgs { ExpiredObjectDeleteMarker = true },
                },
            },
        }, new CustomResourceOptions
        {
            Parent = this,
            // A rule about noncurrent versions is only accepted reliably once versioning is on.
            DependsOn = versioning,
        });

    private CustomResourceOptions Child() => new() { Parent = this };
}

/// <summary>What a <see cref="PrivateBucket"/> is made of.</summary>
public sealed class PrivateBucketArgs : ResourceArgs
{
    // S3 allows 63 characters; AWS appends 26 of its own to a prefix.
    private const int LongestPrefix = 37;

    /// <summary>The beginning of the bucket's name, at most 37 characters; AWS makes the rest unique.</summary>
    public required string NamePrefix { get; init; }

    /// <summary>How far the bucket resists deletion.</summary>
    public required DataProtection DataProtection { get; init; }

    /// <summary>Further statements of the bucket's policy, given its ARN. Default: none.</summary>
    public Func<Output<string>, IEnumerable<PolicyStatement>> Statements { get; init; } = _ => [];

    /// <summary>Days after which an unfinished multipart upload is dropped. Default: 7.</summary>
    public int UnfinishedUploadDays { get; init; } = 7;

    /// <summary>Days for which an overwritten or deleted version is kept. Default: 30.</summary>
    public int OldVersionDays { get; init; } = 30;

    internal void Validate(string name)
    {
        if (NamePrefix.Length is 0 or > LongestPrefix)
        {
            throw new ArgumentException(
                $"{nameof(NamePrefix)} of bucket '{name}' is '{NamePrefix}'. It must have 1 to 37 characters. Shorten it.");
        }
    }
}
