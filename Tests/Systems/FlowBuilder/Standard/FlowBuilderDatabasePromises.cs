using System.Text.Json;
using Infra.Preview.Model;
using NUnit.Framework;

namespace Infra.Tests.Systems.FlowBuilder.Standard;

[TestFixtureSource(typeof(FlowBuilderStack), nameof(FlowBuilderStack.Standard))]
internal sealed class FlowBuilderDatabasePromises(string stackName) : FlowBuilderPromises(stackName)
{
    private ResourceNode Database => Stack.Only("aws:rds/instance:Instance");

    // Promise 21.
    [Test]
    public void PostgreSQL_15_is_encrypted_private_and_backed_up_before_it_is_maintained() => Assert.Multiple(() =>
    {
        Assert.That(Database.Inputs["identifier"].AsText, Is.EqualTo($"{Stack.Prefix}-db"));
        Assert.That(Database.Inputs["engine"].AsText, Is.EqualTo("postgres"));
        Assert.That(Database.Inputs["engineVersion"].AsText, Does.StartWith("15").And.Not.EqualTo("15.4"));
        Assert.That(Database.Inputs["storageEncrypted"].AsBool, Is.True);
        Assert.That(Database.Inputs["publiclyAccessible"].AsBool, Is.False);
        Assert.That(Database.Inputs["backupWindow"].AsText, Is.EqualTo("03:00-04:00"));
        Assert.That(Database.Inputs["maintenanceWindow"].AsText, Is.EqualTo("sun:04:00-sun:05:00"));
        Assert.That(Texts(Database.Inputs["vpcSecurityGroupIds"]), Is.EqualTo(new[] { Id(Stack.Only("aws:ec2/securityGroup:SecurityGroup", "-rds-sg")) }));
        Assert.That(Database.Inputs["copyTagsToSnapshot"].AsBool, Is.True);
        Assert.That(Database.Inputs["autoMinorVersionUpgrade"].AsBool, Is.True);
        Assert.That(Database.Inputs["password"], Is.TypeOf<SecretValue>());
    });

    // Promises 22 to 24.
    [Test]
    public void It_is_as_large_and_as_safe_as_its_environment_asks_for() => Assert.Multiple(() =>
    {
        var prod = Stack.Environment == "prod";
        Assert.That(Database.Inputs["instanceClass"].AsText, Is.EqualTo(Stack.In("db.t3.micro", "db.t3.small", "db.t3.medium")));
        Assert.That(Database.Inputs["allocatedStorage"].AsNumber, Is.EqualTo(Stack.In(20, 50, 100)));
        Assert.That(Database.Inputs["backupRetentionPeriod"].AsNumber, Is.EqualTo(Stack.In(1, 7, 30)));
        Assert.That(Database.Inputs["multiAz"].AsBool, Is.EqualTo(Stack.In(false, true, true)));
        Assert.That(Database.Inputs["deletionProtection"].AsBool, Is.EqualTo(prod));
        Assert.That(Database.Inputs["skipFinalSnapshot"].AsBool, Is.EqualTo(!prod));
        Assert.That(Database.Inputs["finalSnapshotIdentifier"].AsText, Is.EqualTo(prod ? $"{Stack.Prefix}-db-final" : null));
        Assert.That(Database.Protect, Is.EqualTo(prod));
    });

    // Promise 25.
    [Test]
    public void Its_storage_grows_by_itself()
    {
        Assert.That(Database.Inputs["maxAllocatedStorage"].AsNumber, Is.EqualTo(Stack.In(50, 100, 500)));
        Assert.That(Database.Inputs["maxAllocatedStorage"].AsNumber, Is.GreaterThan(Database.Inputs["allocatedStorage"].AsNumber!.Value));
    }

    // Promise 26.
    [Test]
    public void Production_copies_its_backups_to_another_region_under_a_key_there()
    {
        var copies = Stack.OfType("aws:rds/instanceAutomatedBackupsReplication:InstanceAutomatedBackupsReplication");
        Assert.That(copies, Has.Count.EqualTo(Stack.Environment == "prod" ? 1 : 0));
        Assume.That(copies, Is.Not.Empty);
        var key = Stack.OfType("aws:kms/key:Key").Single(node => Arn(node) == copies[0].Inputs["kmsKeyId"].AsText);
        Assert.Multiple(() =>
        {
            Assert.That(copies[0].Inputs["sourceDbInstanceArn"].AsText, Is.EqualTo(Arn(Database)));
            Assert.That(copies[0].Inputs["region"].AsText, Is.EqualTo("us-west-2").And.Not.EqualTo(Stack.Region));
            Assert.That(copies[0].Inputs["retentionPeriod"].AsNumber, Is.EqualTo(30));
            Assert.That(key.Inputs["region"].AsText, Is.EqualTo("us-west-2"));
            Assert.That(key.Inputs["enableKeyRotation"].AsBool, Is.True);
            Assert.That(key.Protect, Is.True);
        });
    }

    [Test]
    public void It_refuses_connections_without_TLS()
    {
        var parameters = Stack.Only("aws:rds/parameterGroup:ParameterGroup");
        Assert.Multiple(() =>
        {
            Assert.That(parameters.Inputs["family"].AsText, Is.EqualTo("postgres15"));
            Assert.That(
                parameters.Inputs["parameters"].AsList!.Select(parameter => (parameter["name"].AsText, parameter["value"].AsText)),
                Is.EqualTo(new[] { ("rds.force_ssl", "1") }));
            Assert.That(Database.Inputs["parameterGroupName"].AsText, Is.EqualTo(parameters.Output("name").AsText));
        });
    }

    [Test]
    public void One_secret_tells_everything_that_is_needed_to_get_in()
    {
        var secret = Stack.Only("aws:secretsmanager/secret:Secret", "/database-credentials");
        var version = Stack.OfType("aws:secretsmanager/secretVersion:SecretVersion").Single(node => node.Inputs["secretId"].AsText == Id(secret));
        var value = JsonDocument.Parse(version.Inputs["secretString"].AsText!).RootElement;
        Assert.Multiple(() =>
        {
            Assert.That(value.EnumerateObject().Select(member => member.Name), Is.EquivalentTo(new[] { "username", "password", "host", "port", "database" }));
            Assert.That(value.GetProperty("host").GetString(), Is.EqualTo(Database.Output("address").AsText));
            Assert.That(value.GetProperty("password").GetString(), Is.EqualTo(Database.Inputs["password"].AsText).And.Match("^[A-Za-z0-9_.~-]{16,64}$"));
            Assert.That(value.GetProperty("port").GetInt32(), Is.EqualTo(5432));
            Assert.That(secret.Inputs["recoveryWindowInDays"].AsNumber, Is.EqualTo(Stack.In(0, 0, 30)));
        });
    }
}
