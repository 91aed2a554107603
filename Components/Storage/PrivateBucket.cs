using Infra.Components.Identity;
using Pulumi;
using Aws = Pulumi.Aws;

namespace Infra.Components.Storage;

/// <summary>A versioned, encrypted S3 bucket that nobody reaches from outside its account's policies, and only over TLS.</summary>
public sealed class PrivateBucket : ComponentResource
{
    /// <summary>The component's type token.</summary>
    public const string Token = "infra:storage:PrivateBucket";

    private readonly Aws.S3.Bucket _bucket;
    private readonly Resource _publicAccessBlock;

    /// <summary>Makes the bucket and everything that keeps it private and small.</summary>
    public PrivateBucket(string name, PrivateBucketArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        args.Validate(name);
        var bucket = CreateBucket(name, args);
        var versioning = KeepVersions(name, bucket);
        Encrypt(name, bucket);
        _bucket = bucket;
        _publicAccessBlock = BlockPublicAccess(name, bucket);
        DisableAcls(name, bucket);
        if (!args.PolicyFollows)
        {
            SetPolicy(args.Statements(bucket.Arn));
        }

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

    /// <summary>
    /// Makes the bucket's policy, once, when <see cref="PrivateBucketArgs.PolicyFollows"/> has left it to the caller.
    /// </summary>
    /// <param name="statements">Its statements besides the one that refuses plain HTTP.</param>
    public void SetPolicy(IEnumerable<PolicyStatement> statements) =>
        _ = new Aws.S3.BucketPolicy($"{GetResourceName()}-policy", new Aws.S3.BucketPolicyArgs
        {
            Bucket = _bucket.Id,
            Policy = new PolicyDocument([RefusePlainHttp(_bucket), .. statements]).ToJson(),
        }, new CustomResourceOptions
        {
            Parent = this,
            // S3 answers OperationAborted when a bucket's policy and its public access block change at the same time.
            DependsOn = _publicAccessBlock,
        });

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
            Rules = args.LifecycleRules().ToArray(),
        }, new CustomResourceOptions
        {
            Parent = this,
            // A rule about noncurrent versions is only accepted reliably once versioning is on.
            DependsOn = versioning,
        });

    private CustomResourceOptions Child() => new() { Parent = this };
}
