using Infra.Components;
using Infra.Components.Databases;
using NUnit.Framework;
using Pulumi;

namespace Infra.Tests.Components.Databases;

public sealed class AuroraClusterTests
{
    private const string ClusterType = "aws:rds/cluster:Cluster";
    private const string InstanceType = "aws:rds/clusterInstance:ClusterInstance";

    [Test]
    public async Task A_cluster_of_two_is_made_of_seven_resources()
    {
        var run = await Create();
        var cluster = run.Only(ClusterType);
        Assert.Multiple(() =>
        {
            Assert.That(run.Registrations, Has.Count.EqualTo(7));
            Assert.That(cluster["clusterIdentifier"], Is.EqualTo("sample-db"));
            Assert.That(cluster["engine"], Is.EqualTo("aurora-postgresql"));
            Assert.That(cluster["engineVersion"], Is.EqualTo("17.5"));
            Assert.That(cluster["databaseName"], Is.EqualTo("sample"));
            Assert.That(cluster["storageEncrypted"], Is.EqualTo(true));
            Assert.That(cluster["kmsKeyId"], Is.Null);
            Assert.That(cluster["serverlessv2ScalingConfiguration.minCapacity"], Is.EqualTo(0));
            Assert.That(cluster["serverlessv2ScalingConfiguration.secondsUntilAutoPause"], Is.EqualTo(1200));
            Assert.That(run.Options(cluster).IgnoreChanges, Is.Empty);
            Assert.That(run.Only("aws:rds/clusterParameterGroup:ClusterParameterGroup")["parameters.0.name"], Is.EqualTo("rds.force_ssl"));
            Assert.That(run.Only("aws:rds/clusterParameterGroup:ClusterParameterGroup")["family"], Is.EqualTo("aurora-postgresql17"));
            Assert.That(run.Only("aws:rds/parameterGroup:ParameterGroup")["family"], Is.EqualTo("aurora-postgresql17"));
            Assert.That(run.Only("aws:cloudwatch/logGroup:LogGroup")["name"], Is.EqualTo("/aws/rds/cluster/sample-db/postgresql"));
        });
    }

    [Test]
    public async Task Instances_take_turns_in_the_zones_and_one_can_take_over_at_once()
    {
        var instances = (await Create(instances: 3)).OfType(InstanceType).OrderBy(instance => instance.Name, StringComparer.Ordinal).ToList();
        Assert.Multiple(() =>
        {
            Assert.That(instances.Select(instance => instance["availabilityZone"]), Is.EqualTo(new[] { "us-east-1a", "us-east-1b", "us-east-1a" }));
            Assert.That(instances.Select(instance => instance["promotionTier"]), Is.EqualTo(new[] { 0, 1, 1 }));
            Assert.That(instances.Select(instance => instance["identifier"]), Is.EqualTo(new[] { "sample-db-1", "sample-db-2", "sample-db-3" }));
            Assert.That(instances.Select(instance => instance["instanceClass"]), Is.All.EqualTo("db.serverless"));
            Assert.That(instances.Select(instance => instance["publiclyAccessible"]), Is.All.EqualTo(false));
        });
    }

    [Test]
    public async Task Protection_reaches_cluster_and_instances()
    {
        var run = await Create(protection: DataProtection.On);
        var cluster = run.Only(ClusterType);
        Assert.Multiple(() =>
        {
            Assert.That(cluster["deletionProtection"], Is.EqualTo(true));
            Assert.That(cluster["skipFinalSnapshot"], Is.EqualTo(false));
            Assert.That(cluster["finalSnapshotIdentifier"], Is.EqualTo("sample-db-final"));
            Assert.That(cluster["applyImmediately"], Is.EqualTo(false));
            Assert.That(run.OfType(InstanceType).Append(cluster).Select(node => run.Options(node).Protect), Is.All.EqualTo(true));
        });
    }

    [Test]
    public async Task Without_protection_nothing_holds_it()
    {
        var run = await Create();
        var cluster = run.Only(ClusterType);
        Assert.Multiple(() =>
        {
            Assert.That(cluster["deletionProtection"], Is.EqualTo(false));
            Assert.That(cluster["skipFinalSnapshot"], Is.EqualTo(true));
            Assert.That(cluster["finalSnapshotIdentifier"], Is.Null);
            Assert.That(run.Options(cluster).Protect, Is.Null);
            Assert.That(((CustomResourceOptions)run.Options(cluster)).DeleteBeforeReplace, Is.True);
        });
    }

    [Test]
    public async Task A_replica_has_no_database_and_leaves_version_and_source_to_the_global_cluster()
    {
        var run = await Create(replica: true);
        var cluster = run.Only(ClusterType);
        Assert.Multiple(() =>
        {
            Assert.That(cluster.Inputs.Keys, Has.None.AnyOf("databaseName", "masterUsername", "masterPassword"));
            Assert.That(cluster["globalClusterIdentifier"], Is.EqualTo("sample-global"));
            Assert.That(cluster["kmsKeyId"], Is.EqualTo("arn:key"));
            Assert.That(cluster["sourceRegion"], Is.EqualTo("us-east-1"));
            Assert.That(run.Options(cluster).IgnoreChanges, Is.EqualTo(new[] { "engineVersion", "replicationSourceIdentifier" }));
            Assert.That(run.OfType(InstanceType).Select(instance => run.Options(instance).IgnoreChanges), Is.All.EqualTo(new[] { "engineVersion" }));
        });
    }

    [Test]
    public void A_replica_without_a_key_is_refused() => Assert.That(
        () => Create(replica: true, key: null),
        Throws.Exception.With.Message.Contains("Only a replica within a global cluster has none, and it needs a key of its own region and the primary's region."));

    [Test]
    public void A_replica_without_the_primarys_region_is_refused() => Assert.That(
        () => Create(replica: true, source: null),
        Throws.Exception.With.Message.Contains("and the primary's region."));

    [Test]
    public void An_identifier_that_leaves_no_room_is_refused() => Assert.That(
        () => Create(identifier: new string('a', 58)),
        Throws.Exception.With.Message.Contains("It must have 1 to 57 characters."));

    private static Task<ComponentRun> Create(
        int instances = 2, DataProtection? protection = null, bool replica = false, string? key = "arn:key", string? source = "us-east-1", string identifier = "sample-db") =>
        ComponentRun.Of(options =>
        {
            _ = new AuroraCluster("db", new AuroraClusterArgs
            {
                Identifier = identifier,
                EngineVersion = "17.5",
                Capacity = new AuroraCapacity(0, 4, 1200),
                InstanceCount = instances,
                AvailabilityZones = ["us-east-1a", "us-east-1b"],
                SubnetIds = new[] { "subnet-1", "subnet-2" },
                SecurityGroupId = "sg-1",
                BackupDays = 1,
                LogRetentionDays = 7,
                DataProtection = protection ?? DataProtection.Off,
                Database = replica ? null : new AuroraDatabase("sample", "user", "a-long-password"),
                GlobalClusterId = replica ? (Input<string>)"sample-global" : null,
                SourceRegion = replica ? source : null,
                KmsKeyArn = replica && key is not null ? (Input<string>)key : null,
            }, options);
        });
}
