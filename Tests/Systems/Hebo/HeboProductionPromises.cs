using Infra.Preview.Model;
using NUnit.Framework;

namespace Infra.Tests.Systems.Hebo;

/// <summary>What only production has: the proxy, the global cluster and its replica.</summary>
[TestFixtureSource(typeof(HeboStack), nameof(HeboStack.Productions))]
internal sealed class HeboProductionPromises(string stackName) : HeboPromises(stackName)
{
    private ResourceNode Proxy => Stack.Only("aws:rds/proxy:Proxy");

    private ResourceNode Replica => Stack.OfType("aws:rds/cluster:Cluster").Single(cluster => cluster != Stack.Cluster);

    private IReadOnlyList<ResourceNode> InstancesOf(ResourceNode cluster) =>
        [.. Stack.OfType("aws:rds/clusterInstance:ClusterInstance").Where(instance => instance.Inputs["clusterIdentifier"].AsText == Id(cluster))];

    // Promise 28.
    [Test]
    public void The_database_is_the_primary_of_an_encrypted_global_cluster()
    {
        var global = Stack.Only("aws:rds/globalCluster:GlobalCluster");
        Assert.Multiple(() =>
        {
            Assert.That(global.Inputs["globalClusterIdentifier"].AsText, Is.EqualTo("hebo-global"));
            Assert.That(global.Inputs["engine"].AsText, Is.EqualTo("aurora-postgresql"));
            Assert.That(global.Inputs["engineVersion"].AsText, Is.EqualTo("17.5"));
            Assert.That(global.Inputs["storageEncrypted"].AsBool, Is.True);
            Assert.That(global.Inputs["deletionProtection"].AsBool, Is.True);
            Assert.That(Stack.Cluster.Inputs["globalClusterIdentifier"].AsText, Is.EqualTo(Id(global)));
            Assert.That(Stack.Cluster.Dependencies, Does.Contain(global.Urn));
        });
    }

    [Test]
    public void The_global_cluster_alone_decides_its_members_version() => Assert.That(
        Stack.Nodes.Where(node => node.Type is "aws:rds/cluster:Cluster" or "aws:rds/clusterInstance:ClusterInstance")
            .Where(node => !node.IgnoreChanges.Contains("engineVersion"))
            .Select(node => node.Urn),
        Is.Empty);

    // Promise 29.
    [Test]
    public void A_replica_in_another_region_takes_everything_from_the_primary_but_its_key()
    {
        var global = Stack.Only("aws:rds/globalCluster:GlobalCluster");
        var key = Stack.Maker("aws:kms/key:Key", "arn", Replica.Inputs["kmsKeyId"].AsText);
        Assert.Multiple(() =>
        {
            Assert.That(Region(Replica), Is.EqualTo("us-west-2"));
            Assert.That(Region(Stack.Cluster), Is.EqualTo("us-east-1"));
            Assert.That(Region(key), Is.EqualTo("us-west-2"));
            Assert.That(key.Inputs["enableKeyRotation"].AsBool, Is.True);
            Assert.That(Replica.Inputs.Keys, Has.None.AnyOf("masterUsername", "masterPassword", "databaseName"));
            Assert.That(Replica.Inputs["globalClusterIdentifier"].AsText, Is.EqualTo(Id(global)));
            Assert.That(Replica.Inputs["engineVersion"].AsText, Is.EqualTo(Stack.Cluster.Inputs["engineVersion"].AsText));
            Assert.That(Replica.Inputs["storageEncrypted"].AsBool, Is.True);
            Assert.That(Replica.Inputs["sourceRegion"].AsText, Is.EqualTo("us-east-1"));
            Assert.That(Stack.Cluster.Inputs["sourceRegion"].IsNull, Is.True);
            Assert.That(Replica.Inputs["serverlessv2ScalingConfiguration"]["minCapacity"].AsNumber, Is.EqualTo(0.5));
            Assert.That(InstancesOf(Replica), Has.Count.EqualTo(1));
            Assert.That(Replica.Dependencies, Is.SupersetOf(InstancesOf(Stack.Cluster).Select(instance => instance.Urn)));
            Assert.That(InstancesOf(Stack.Cluster), Has.Count.EqualTo(2));
        });
    }

    // Promise 29.
    [Test]
    public void The_replica_lies_in_a_network_without_any_way_in_or_out()
    {
        var inSecond = Stack.Nodes.Where(node => node.Package == "aws" && Region(node) == "us-west-2").ToList();
        var vpc = inSecond.Single(node => node.Type == "aws:ec2/vpc:Vpc");
        var group = Replica.Inputs["vpcSecurityGroupIds"][0].AsText;
        Assert.Multiple(() =>
        {
            Assert.That(vpc.Inputs["cidrBlock"].AsText, Is.EqualTo("10.1.0.0/16"));
            Assert.That(inSecond.Count(node => node.Type == "aws:ec2/subnet:Subnet"), Is.EqualTo(2));
            Assert.That(inSecond.Where(node => node.Type is "aws:ec2/route:Route" or "aws:ec2/internetGateway:InternetGateway" or "aws:ec2/natGateway:NatGateway"), Is.Empty);
            Assert.That(inSecond.Select(Id), Does.Contain(group));
            Assert.That(Stack.Rules("Ingress", group).Concat(Stack.Rules("Egress", group)), Is.Empty);
        });
    }

    // Promise 30.
    [Test]
    public void The_proxy_requires_TLS_and_stands_between_services_and_cluster()
    {
        var target = Stack.Only("aws:rds/proxyTarget:ProxyTarget");
        var auth = Proxy.Inputs["auths"][0];
        Assert.Multiple(() =>
        {
            Assert.That(Proxy.Inputs["engineFamily"].AsText, Is.EqualTo("POSTGRESQL"));
            Assert.That(Proxy.Inputs["requireTls"].AsBool, Is.True);
            Assert.That(auth["authScheme"].AsText, Is.EqualTo("SECRETS"));
            Assert.That(auth["iamAuth"].AsText, Is.EqualTo("DISABLED"));
            Assert.That(auth["clientPasswordAuthType"].AsText, Is.EqualTo("POSTGRES_SCRAM_SHA_256"));
            Assert.That(auth["secretArn"].AsText, Is.EqualTo(DatabaseSecretArn));
            Assert.That(
                Texts(Proxy.Inputs["vpcSubnetIds"]).Select(id => Stack.Maker("aws:ec2/subnet:Subnet", "id", id).Inputs["cidrBlock"].AsText),
                Is.EquivalentTo(new[] { "10.0.4.0/22", "10.0.12.0/22" }));
            Assert.That(target.Inputs["dbProxyName"].AsText, Is.EqualTo(Proxy.Inputs["name"].AsText));
            Assert.That(target.Inputs["dbClusterIdentifier"].AsText, Is.EqualTo(Stack.Cluster.Inputs["clusterIdentifier"].AsText));
            Assert.That(target.Dependencies, Is.SupersetOf(InstancesOf(Stack.Cluster).Select(instance => instance.Urn)));
        });
    }

    // Promise 31.
    [Test]
    public void The_proxys_role_reads_its_secret_and_nothing_else()
    {
        var role = Stack.Maker("aws:iam/role:Role", "arn", Proxy.Inputs["roleArn"].AsText);
        var statement = Stack.Statements(role).Single();
        Assert.Multiple(() =>
        {
            Assert.That(PolicyText.Parse(role.Inputs["assumeRolePolicy"].AsText).Single().Principals, Is.EqualTo(new[] { "Service:rds.amazonaws.com" }));
            Assert.That(statement.Actions, Is.EqualTo(new[] { "secretsmanager:GetSecretValue" }));
            Assert.That(statement.Resources, Is.EqualTo(new[] { DatabaseSecretArn }));
            Assert.That(Stack.OfType("aws:iam/rolePolicyAttachment:RolePolicyAttachment").Where(node => node.Inputs["role"].AsText == role.Output("name").AsText), Is.Empty);
            Assert.That(Stack.WaitsFor(Proxy), Is.SupersetOf(Stack.OfType("aws:iam/rolePolicy:RolePolicy").Where(node => node.Inputs["role"].AsText == role.Output("name").AsText).Select(node => node.Urn)));
        });
    }

    private string? DatabaseSecretArn => Arn(Stack.OfType("aws:secretsmanager/secret:Secret").Single(secret => secret.Inputs["name"].AsText == "hebo/db"));

    private static string? Region(ResourceNode node) => node.ProviderNode?.Inputs["region"].AsText;
}
