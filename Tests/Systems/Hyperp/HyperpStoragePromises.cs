using Infra.Preview.Model;
using NUnit.Framework;

namespace Infra.Tests.Systems.Hyperp;

internal sealed class HyperpStoragePromises(string stackName) : HyperpPromises(stackName)
{
    private ResourceNode Table => Stack.Only("aws:dynamodb/table:Table");

    private ResourceNode FileSystem => Stack.Only("aws:efs/fileSystem:FileSystem");

    private ResourceNode Bucket => Stack.Only("aws:s3/bucket:Bucket");

    // Promise 10.
    [Test]
    public void One_table_paid_per_request() => Assert.Multiple(() =>
    {
        Assert.That(Table.Inputs["name"].AsText, Is.EqualTo("hyperp"));
        Assert.That(Table.Inputs["hashKey"].AsText, Is.EqualTo("PK"));
        Assert.That(Table.Inputs["rangeKey"].AsText, Is.EqualTo("SK"));
        Assert.That(Table.Inputs["billingMode"].AsText, Is.EqualTo("PAY_PER_REQUEST"));
        Assert.That(Table.Inputs["readCapacity"].IsNull && Table.Inputs["writeCapacity"].IsNull, Is.True);
        Assert.That(Table.Inputs["streamEnabled"].IsNull && Table.Inputs["ttl"].IsNull, Is.True);
    });

    // Promise 11.
    [Test]
    public void The_table_declares_its_eight_keys_as_texts()
    {
        var attributes = Table.Inputs["attributes"].AsList!;
        Assert.Multiple(() =>
        {
            Assert.That(
                attributes.Select(attribute => attribute["name"].AsText),
                Is.EquivalentTo(new[] { "PK", "SK", "GSI1-PK", "GSI1-SK", "GSI2-PK", "GSI2-SK", "GSI3-PK", "GSI3-SK" }));
            Assert.That(attributes.Select(attribute => attribute["type"].AsText), Is.All.EqualTo("S"));
        });
    }

    // Promise 12.
    [Test]
    public void The_table_has_three_indexes_that_hold_everything() => Assert.That(
        Table.Inputs["globalSecondaryIndexes"].AsList!.Select(index =>
            (index["name"].AsText, index["hashKey"].AsText, index["rangeKey"].AsText, index["projectionType"].AsText)),
        Is.EquivalentTo(new[]
        {
            ("GSI1", "GSI1-PK", "GSI1-SK", "ALL"),
            ("GSI2", "GSI2-PK", "GSI2-SK", "ALL"),
            ("GSI3", "GSI3-PK", "GSI3-SK", "ALL"),
        }));

    // Promise 13.
    [Test]
    public void The_table_can_be_restored_and_resists_deletion_where_data_is_protected() => Assert.Multiple(() =>
    {
        Assert.That(Table.Inputs["pointInTimeRecovery"]["enabled"].AsBool, Is.True);
        Assert.That(Table.Inputs["deletionProtectionEnabled"].AsBool, Is.EqualTo(Stack.ProtectsData));
    });

    [Test]
    public void Table_bucket_repository_and_file_system_are_protected_and_retained_where_data_is()
    {
        ResourceNode[] stateful = [Table, Bucket, FileSystem, Stack.Only("aws:ecr/repository:Repository")];
        Assert.Multiple(() =>
        {
            Assert.That(stateful.Select(node => node.Protect), Is.All.EqualTo(Stack.ProtectsData));
            Assert.That(stateful.Select(node => node.RetainOnDelete), Is.All.EqualTo(Stack.ProtectsData));
            Assert.That(Bucket.Inputs["forceDestroy"].AsBool, Is.EqualTo(!Stack.ProtectsData));
        });
    }

    // Promise 14.
    [Test]
    public void One_encrypted_elastic_file_system_that_moves_old_files_to_cheap_storage() => Assert.Multiple(() =>
    {
        Assert.That(FileSystem.Inputs["encrypted"].AsBool, Is.True);
        Assert.That(FileSystem.Inputs["throughputMode"].AsText, Is.EqualTo("elastic"));
        Assert.That(FileSystem.Inputs["performanceMode"].AsText, Is.EqualTo("generalPurpose"));
        Assert.That(FileSystem.Inputs["lifecyclePolicies"].AsList!.Select(policy => policy["transitionToIa"].AsText), Does.Contain("AFTER_14_DAYS"));
    });

    // Promise 15.
    [Test]
    public void One_mount_target_in_each_subnet_behind_the_security_group()
    {
        var targets = Stack.OfType("aws:efs/mountTarget:MountTarget");
        var subnets = Stack.OfType("aws:ec2/subnet:Subnet").Select(Id).ToList();
        var group = Id(Stack.Only("aws:ec2/securityGroup:SecurityGroup"));
        Assert.That(targets, Has.Count.EqualTo(Stack.Number("azCount", 3)));
        Assert.Multiple(() =>
        {
            Assert.That(targets.Select(target => target.Inputs["subnetId"].AsText), Is.EquivalentTo(subnets));
            Assert.That(targets.Select(target => Texts(target.Inputs["securityGroups"])), Is.All.EqualTo(new[] { group }));
            Assert.That(targets.Select(target => target.Inputs["fileSystemId"].AsText), Is.All.EqualTo(Id(FileSystem)));
        });
    }

    // Promise 16.
    [Test]
    public void One_access_point_owned_by_the_artifacts_user()
    {
        var access = Stack.Only("aws:efs/accessPoint:AccessPoint").Inputs;
        var root = access["rootDirectory"];
        Assert.Multiple(() =>
        {
            Assert.That(access["fileSystemId"].AsText, Is.EqualTo(Id(FileSystem)));
            Assert.That(root["path"].AsText, Is.EqualTo("/hyperp-artifacts"));
            Assert.That(root["creationInfo"]["ownerUid"].AsNumber, Is.EqualTo(1000));
            Assert.That(root["creationInfo"]["ownerGid"].AsNumber, Is.EqualTo(1000));
            Assert.That(root["creationInfo"]["permissions"].AsText, Is.EqualTo("0777"));
            Assert.That(access["posixUser"]["uid"].AsNumber, Is.EqualTo(1000));
            Assert.That(access["posixUser"]["gid"].AsNumber, Is.EqualTo(1000));
        });
    }

    // Promise 17.
    [Test]
    public void The_file_system_admits_mounts_without_IAM_and_refuses_only_unencrypted_ones()
    {
        var statements = PolicyText.Parse(Stack.Only("aws:efs/fileSystemPolicy:FileSystemPolicy").Inputs["policy"].AsText);
        var allowed = statements.Where(statement => statement.Effect == "Allow").ToList();
        var denied = statements.Where(statement => statement.Effect == "Deny").ToList();
        Assert.That(allowed, Has.Count.EqualTo(1));
        Assert.That(denied, Has.Count.EqualTo(1));
        Assert.Multiple(() =>
        {
            Assert.That(allowed[0].Principals, Is.EqualTo(new[] { "*" }));
            Assert.That(allowed[0].Actions, Is.EquivalentTo(new[]
            {
                "elasticfilesystem:ClientMount", "elasticfilesystem:ClientWrite", "elasticfilesystem:ClientRootAccess",
            }));
            Assert.That(allowed[0].Conditions, Is.EqualTo(new[] { "Bool elasticfilesystem:AccessedViaMountTarget true" }));
            Assert.That(denied[0].Principals, Is.EqualTo(new[] { "*" }));
            Assert.That(denied[0].Actions, Is.EqualTo(new[] { "*" }));
            Assert.That(denied[0].Conditions, Is.EqualTo(new[] { "Bool aws:SecureTransport false" }));
            Assert.That(statements.SelectMany(statement => statement.Resources), Is.All.EqualTo(Arn(FileSystem)));
        });
    }

    [Test]
    public void Whether_files_are_backed_up_is_said_explicitly() => Assert.That(
        Stack.Only("aws:efs/backupPolicy:BackupPolicy").Inputs["backupPolicy"]["status"].AsText,
        Is.EqualTo(Stack.ProtectsData ? "ENABLED" : "DISABLED"));

    // Promise 18.
    [Test]
    public void One_private_versioned_encrypted_bucket_that_refuses_plain_http()
    {
        var statements = PolicyText.Parse(Stack.Only("aws:s3/bucketPolicy:BucketPolicy").Inputs["policy"].AsText);
        var encryption = Stack.Only("aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration").Inputs;
        var block = Stack.Only("aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock").Inputs;
        Assert.That(statements, Has.Count.EqualTo(1));
        Assert.Multiple(() =>
        {
            Assert.That(Bucket.Inputs["bucketPrefix"].AsText ?? Bucket.Inputs["bucket"].AsText, Does.StartWith("hyperp-artifacts-"));
            Assert.That(Stack.Only("aws:s3/bucketVersioning:BucketVersioning").Inputs["versioningConfiguration"]["status"].AsText, Is.EqualTo("Enabled"));
            Assert.That(encryption["rules"][0]["applyServerSideEncryptionByDefault"]["sseAlgorithm"].AsText, Is.EqualTo("AES256"));
            Assert.That(block["blockPublicAcls"].AsBool, Is.True);
            Assert.That(block["blockPublicPolicy"].AsBool, Is.True);
            Assert.That(block["ignorePublicAcls"].AsBool, Is.True);
            Assert.That(block["restrictPublicBuckets"].AsBool, Is.True);
            Assert.That(
                Stack.Only("aws:s3/bucketOwnershipControls:BucketOwnershipControls").Inputs["rule"]["objectOwnership"].AsText,
                Is.EqualTo("BucketOwnerEnforced"));
            Assert.That(statements[0].Effect, Is.EqualTo("Deny"));
            Assert.That(statements[0].Principals, Is.EqualTo(new[] { "*" }));
            Assert.That(statements[0].Actions, Is.EqualTo(new[] { "s3:*" }));
            Assert.That(statements[0].Resources, Is.EquivalentTo(new[] { Arn(Bucket), $"{Arn(Bucket)}/*" }));
            Assert.That(statements[0].Conditions, Is.EqualTo(new[] { "Bool aws:SecureTransport false" }));
        });
    }

    [Test]
    public void The_bucket_drops_unfinished_uploads_and_old_versions()
    {
        var rules = Stack.Only("aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration").Inputs["rules"].AsList!;
        Assert.Multiple(() =>
        {
            Assert.That(rules.Select(rule => rule["status"].AsText), Is.EqualTo(new[] { "Enabled", "Enabled" }));
            Assert.That(rules.Select(rule => rule["abortIncompleteMultipartUpload"]["daysAfterInitiation"].AsNumber), Does.Contain(7));
            Assert.That(rules.Select(rule => rule["noncurrentVersionExpiration"]["noncurrentDays"].AsNumber), Does.Contain(30));
        });
    }

    [Test]
    public void The_private_key_is_stored_only_when_it_is_given_and_then_as_a_secret()
    {
        var given = Stack.Settings.TryGetProperty("githubAppPrivateKey", out _);
        var objects = Stack.OfType("aws:s3/bucketObjectv2:BucketObjectv2");
        Assert.That(objects, Has.Count.EqualTo(given ? 1 : 0));
        foreach (var stored in objects)
        {
            Assert.Multiple(() =>
            {
                Assert.That(stored.Inputs["key"].AsText, Is.EqualTo("githubappkey.pem"));
                Assert.That(stored.Inputs["content"], Is.TypeOf<SecretValue>());
            });
        }
    }
}
