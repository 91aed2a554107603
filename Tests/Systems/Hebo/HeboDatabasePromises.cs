using Infra.Preview.Model;
using NUnit.Framework;

namespace Infra.Tests.Systems.Hebo;

[TestFixtureSource(typeof(HeboStack), nameof(HeboStack.Names))]
internal sealed class HeboDatabasePromises(string stackName) : HeboPromises(stackName)
{
    private const string InstanceType = "aws:rds/clusterInstance:ClusterInstance";

    private IReadOnlyList<ResourceNode> Instances =>
        [.. Stack.OfType(InstanceType).Where(instance => instance.Inputs["clusterIdentifier"].AsText == Id(Stack.Cluster))];

    // Promise 12.
    [Test]
    public void It_is_an_encrypted_Aurora_PostgreSQL_in_private_subnets()
    {
        var cluster = Stack.Cluster;
        var subnets = Stack.Maker("aws:rds/subnetGroup:SubnetGroup", "name", cluster.Inputs["dbSubnetGroupName"].AsText);
        Assert.Multiple(() =>
        {
            Assert.That(cluster.Inputs["engine"].AsText, Is.EqualTo("aurora-postgresql"));
            Assert.That(cluster.Inputs["engineMode"].AsText, Is.EqualTo("provisioned"));
            Assert.That(cluster.Inputs["engineVersion"].AsText, Is.EqualTo("17.5"));
            Assert.That(cluster.Inputs["databaseName"].AsText, Is.EqualTo("hebo"));
            Assert.That(cluster.Inputs["storageEncrypted"].AsBool, Is.True);
            Assert.That(cluster.Inputs["clusterIdentifier"].AsText, Is.EqualTo($"{Stack.Prefix}-db"));
            Assert.That(
                Texts(subnets.Inputs["subnetIds"]).Select(id => Stack.Maker("aws:ec2/subnet:Subnet", "id", id).Inputs["cidrBlock"].AsText),
                Is.EquivalentTo(new[] { "10.0.4.0/22", "10.0.12.0/22" }));
        });
    }

    // Promise 12.
    [Test]
    public void User_and_password_are_those_of_its_secret_and_secret_themselves()
    {
        var secret = Stack.OfType("aws:secretsmanager/secret:Secret").Single(node => node.Inputs["name"].AsText == $"{Stack.Prefix}/db");
        var version = Stack.OfType("aws:secretsmanager/secretVersion:SecretVersion").Single(node => node.Inputs["secretId"].AsText == Id(secret));
        var value = version.Inputs["secretString"];
        Assert.Multiple(() =>
        {
            Assert.That(Stack.Cluster.Inputs["masterPassword"], Is.TypeOf<SecretValue>());
            Assert.That(value, Is.TypeOf<SecretValue>());
            Assert.That(
                value.AsText,
                Is.EqualTo($$"""{"password":"{{Stack.Cluster.Inputs["masterPassword"].AsText}}","username":"{{Stack.Cluster.Inputs["masterUsername"].AsText}}"}"""));
            Assert.That(version.IgnoreChanges, Is.Empty);
        });
    }

    // Promise 13.
    [Test]
    public void Instances_are_serverless_and_not_public() => Assert.Multiple(() =>
    {
        Assert.That(Stack.OfType(InstanceType).Select(instance => instance.Inputs["instanceClass"].AsText).Distinct(), Is.EqualTo(new[] { "db.serverless" }));
        Assert.That(Stack.OfType(InstanceType).Select(instance => instance.Inputs["publiclyAccessible"].AsBool).Distinct(), Is.EqualTo(new bool?[] { false }));
    });

    // Promises 27 and 36.
    [Test]
    public void Production_has_a_writer_and_a_reader_in_different_zones_and_a_preview_a_writer_alone()
    {
        Assert.That(Instances, Has.Count.EqualTo(1 + Stack.Number("dbReplicas", Stack.IsProduction ? 1 : 0)));
        Assert.That(Instances.Select(instance => instance.Inputs["availabilityZone"].AsText), Is.Unique);
        Assert.That(
            Instances.OrderBy(instance => instance.Inputs["identifier"].AsText, StringComparer.Ordinal).Select(instance => instance.Inputs["promotionTier"].AsNumber),
            Is.EqualTo(Enumerable.Range(0, Instances.Count).Select(index => (double?)Math.Min(index, 1))));
    }

    // Promise 15.
    [Test]
    public void Parameter_groups_are_of_its_major_version_and_force_TLS()
    {
        var group = Stack.Maker("aws:rds/clusterParameterGroup:ClusterParameterGroup", "name", Stack.Cluster.Inputs["dbClusterParameterGroupName"].AsText);
        var instanceGroups = Instances.Select(instance => Stack.Maker("aws:rds/parameterGroup:ParameterGroup", "name", instance.Inputs["dbParameterGroupName"].AsText));
        Assert.Multiple(() =>
        {
            Assert.That(group.Inputs["family"].AsText, Is.EqualTo("aurora-postgresql17"));
            Assert.That(instanceGroups.Select(node => node.Inputs["family"].AsText).Distinct(), Is.EqualTo(new[] { "aurora-postgresql17" }));
            Assert.That(group.Inputs["parameters"][0]["name"].AsText, Is.EqualTo("rds.force_ssl"));
            Assert.That(group.Inputs["parameters"][0]["value"].AsText, Is.EqualTo("1"));
        });
    }

    // Promises 26 and 35.
    [Test]
    public void Production_scales_from_half_a_unit_and_a_preview_pauses_after_20_minutes()
    {
        var scaling = Stack.Cluster.Inputs["serverlessv2ScalingConfiguration"];
        Assert.Multiple(() =>
        {
            Assert.That(scaling["minCapacity"].AsNumber, Is.EqualTo(Stack.IsProduction ? 0.5 : 0));
            Assert.That(scaling["maxCapacity"].AsNumber, Is.EqualTo(4));
            Assert.That(scaling["secondsUntilAutoPause"].AsNumber, Is.EqualTo(Stack.IsProduction ? null : 1200d));
        });
    }

    // Promises 34 and 40.
    [Test]
    public void Production_survives_its_deletion_and_a_preview_goes_without_manual_steps()
    {
        var cluster = Stack.Cluster;
        Assert.Multiple(() =>
        {
            Assert.That(cluster.Inputs["deletionProtection"].AsBool, Is.EqualTo(Stack.IsProduction));
            Assert.That(cluster.Inputs["skipFinalSnapshot"].AsBool, Is.EqualTo(!Stack.IsProduction));
            Assert.That(cluster.Inputs["finalSnapshotIdentifier"].AsText, Is.EqualTo(Stack.IsProduction ? "hebo-db-final" : null));
            Assert.That(cluster.Inputs["backupRetentionPeriod"].AsNumber, Is.EqualTo(Stack.IsProduction ? 14 : 1));
            Assert.That(cluster.Inputs["applyImmediately"].AsBool, Is.EqualTo(!Stack.IsProduction));
            Assert.That(cluster.Inputs["copyTagsToSnapshot"].AsBool, Is.True);
            Assert.That(
                Stack.Nodes.Where(node => node.Type is "aws:rds/cluster:Cluster" or InstanceType or "aws:rds/globalCluster:GlobalCluster" or "aws:kms/key:Key" or "aws:secretsmanager/secret:Secret")
                    .Where(node => node.Protect != Stack.IsProduction || node.RetainOnDelete != Stack.IsProduction)
                    .Select(node => node.Urn),
                Is.Empty);
            Assert.That(
                Stack.OfType("aws:secretsmanager/secret:Secret").Select(secret => secret.Inputs["recoveryWindowInDays"].AsNumber).Distinct(),
                Is.EqualTo(new double?[] { Stack.IsProduction ? 30 : 0 }));
        });
    }

    // Promise 36.
    [Test]
    public void Only_production_has_what_keeps_a_database_from_pausing() => Assert.Multiple(() =>
    {
        Assert.That(Stack.OfType("aws:rds/proxy:Proxy"), Has.Count.EqualTo(Stack.IsProduction ? 1 : 0));
        Assert.That(Stack.OfType("aws:rds/globalCluster:GlobalCluster"), Has.Count.EqualTo(Stack.IsProduction ? 1 : 0));
    });

    [Test]
    public void Its_log_is_kept_for_a_time_and_made_before_RDS_would_make_it_for_ever()
    {
        var logs = Stack.OfType("aws:cloudwatch/logGroup:LogGroup").Single(group => group.Inputs["name"].AsText == $"/aws/rds/cluster/{Stack.Prefix}-db/postgresql");
        Assert.That(Texts(Stack.Cluster.Inputs["enabledCloudwatchLogsExports"]), Is.EqualTo(new[] { "postgresql" }));
        Assert.That(logs.Inputs["retentionInDays"].AsNumber, Is.EqualTo(Stack.IsProduction ? 30 : 7));
        Assert.That(Stack.Cluster.Dependencies, Does.Contain(logs.Urn));
    }
}
