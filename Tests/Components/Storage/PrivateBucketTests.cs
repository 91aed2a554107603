using Infra.Components;
using Infra.Components.Identity;
using Infra.Components.Storage;
using Infra.Tests.Systems;
using NUnit.Framework;

namespace Infra.Tests.Components.Storage;

public sealed class PrivateBucketTests
{
    [Test]
    public async Task A_bucket_comes_with_its_six_companions_and_nothing_else()
    {
        var run = await Create(DataProtection.Off);
        Assert.That(run.Registrations.Select(registration => registration.Type), Is.EquivalentTo(new[]
        {
            "aws:s3/bucket:Bucket",
            "aws:s3/bucketVersioning:BucketVersioning",
            "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
            "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock",
            "aws:s3/bucketOwnershipControls:BucketOwnershipControls",
            "aws:s3/bucketPolicy:BucketPolicy",
            "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration",
        }));
    }

    [Test]
    public async Task Protection_decides_over_deletion_and_retention()
    {
        var open = await Create(DataProtection.Off);
        var closed = await Create(DataProtection.On);
        var openBucket = open.Only("aws:s3/bucket:Bucket");
        var closedBucket = closed.Only("aws:s3/bucket:Bucket");
        Assert.Multiple(() =>
        {
            Assert.That(openBucket["forceDestroy"], Is.EqualTo(true));
            Assert.That(open.Options(openBucket).Protect, Is.Null);
            Assert.That(open.Options(openBucket).RetainOnDelete, Is.Null);
            Assert.That(closedBucket["forceDestroy"], Is.EqualTo(false));
            Assert.That(closed.Options(closedBucket).Protect, Is.True);
            Assert.That(closed.Options(closedBucket).RetainOnDelete, Is.True);
        });
    }

    [Test]
    public async Task Further_statements_join_the_one_that_refuses_plain_http()
    {
        var run = await Create(DataProtection.Off, arn =>
        [
            new PolicyStatement { Sid = "Read", Actions = ["s3:GetObject"], Principal = PolicyPrincipal.Service("cloudfront.amazonaws.com"), Resources = arn },
        ]);

        var statements = PolicyText.Parse((string?)run.Only("aws:s3/bucketPolicy:BucketPolicy")["policy"]);
        Assert.That(statements.Select(statement => (statement.Sid, statement.Effect)), Is.EqualTo(new[] { ("RefusePlainHttp", "Deny"), ("Read", "Allow") }));
        Assert.That(statements[1].Resources, Is.EqualTo(new[] { "arn:aws:s3:::assets-unique" }));
    }

    [Test]
    public async Task Objects_expire_only_when_asked_to()
    {
        var kept = (await Create(DataProtection.Off)).Only("aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration");
        var expiring = (await Create(DataProtection.Off, objectDays: 12)).Only("aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration");
        Assert.Multiple(() =>
        {
            Assert.That((IReadOnlyList<object>)kept["rules"]!, Has.Count.EqualTo(2));
            Assert.That(kept["rules.0.abortIncompleteMultipartUpload.daysAfterInitiation"], Is.EqualTo(7));
            Assert.That(kept["rules.1.noncurrentVersionExpiration.noncurrentDays"], Is.EqualTo(30));
            Assert.That(expiring["rules.2.expiration.days"], Is.EqualTo(12));
            Assert.That(expiring["rules.2.status"], Is.EqualTo("Enabled"));
        });
    }

    [Test]
    public async Task A_policy_that_names_what_is_made_of_the_bucket_follows_it()
    {
        var run = await ComponentRun.Of(options =>
        {
            var bucket = new PrivateBucket("assets", new PrivateBucketArgs { NamePrefix = "assets-", DataProtection = DataProtection.Off, PolicyFollows = true }, options);
            bucket.SetPolicy([new PolicyStatement { Sid = "Read", Actions = ["s3:GetObject"], Principal = PolicyPrincipal.Service("cloudfront.amazonaws.com"), Resources = bucket.Arn }]);
        });

        var policy = run.Only("aws:s3/bucketPolicy:BucketPolicy");
        Assert.Multiple(() =>
        {
            Assert.That(policy.Name, Is.EqualTo("assets-policy"));
            Assert.That(PolicyText.Parse((string?)policy["policy"]).Select(statement => statement.Sid), Is.EqualTo(new[] { "RefusePlainHttp", "Read" }));
        });
    }

    [Test]
    public void A_prefix_that_leaves_no_room_for_the_rest_of_the_name_is_refused() => Assert.That(
        () => ComponentRun.Of(options => _ = new PrivateBucket("assets", new PrivateBucketArgs
        {
            NamePrefix = new string('b', 38),
            DataProtection = DataProtection.Off,
        }, options)),
        Throws.Exception.With.Message.Contains("1 to 37 characters"));

    private static Task<ComponentRun> Create(
        DataProtection protection, Func<Pulumi.Output<string>, IEnumerable<PolicyStatement>>? statements = null, int? objectDays = null) => ComponentRun.Of(options =>
            _ = new PrivateBucket("assets", new PrivateBucketArgs
            {
                NamePrefix = "assets-",
                DataProtection = protection,
                Statements = statements ?? (_ => []),
                ObjectDays = objectDays,
            }, options));
}
