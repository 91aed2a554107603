using Infra.Components;
using Infra.Components.Databases;
using NUnit.Framework;

namespace Infra.Tests.Components.Databases;

public sealed class PostgresInstanceTests
{
    private const string InstanceType = "aws:rds/instance:Instance";

    [Test]
    public async Task A_database_is_an_instance_with_its_subnets_and_parameters()
    {
        var run = await Create();
        var instance = run.Only(InstanceType);
        Assert.Multiple(() =>
        {
            Assert.That(run.Registrations, Has.Count.EqualTo(3));
            Assert.That((instance["identifier"], instance["engine"], instance["engineVersion"]), Is.EqualTo(("flows-db", "postgres", "15")));
            Assert.That((instance["dbName"], instance["username"], instance["password"]), Is.EqualTo(("flows", "flow", "given-password")));
            Assert.That((instance["storageEncrypted"], instance["publiclyAccessible"], instance["storageType"]), Is.EqualTo((true, false, "gp3")));
            Assert.That((instance["backupWindow"], instance["maintenanceWindow"]), Is.EqualTo(("03:00-04:00", "sun:04:00-sun:05:00")));
            Assert.That(instance["dbSubnetGroupName"], Is.EqualTo(run.Only("aws:rds/subnetGroup:SubnetGroup")["name"]));
            Assert.That(run.Only("aws:rds/subnetGroup:SubnetGroup").Texts("subnetIds"), Is.EqualTo(new[] { "subnet-1", "subnet-2" }));
        });
    }

    [TestCase("15", "postgres15")]
    [TestCase("16.9", "postgres16")]
    public async Task Connections_need_TLS_in_every_version(string version, string family)
    {
        var parameters = (await Create(version: version)).Only("aws:rds/parameterGroup:ParameterGroup");
        Assert.Multiple(() =>
        {
            Assert.That(parameters["family"], Is.EqualTo(family));
            Assert.That(parameters["namePrefix"], Is.EqualTo($"flows-db-{family}-"));
            Assert.That(
                (parameters["parameters.0.name"], parameters["parameters.0.value"], parameters["parameters.0.applyMethod"]),
                Is.EqualTo(("rds.force_ssl", "1", "pending-reboot")));
        });
    }

    [Test]
    public async Task Protected_data_outlives_the_stack_in_a_last_snapshot()
    {
        var run = await Create(DataProtection.On);
        var instance = run.Only(InstanceType);
        Assert.Multiple(() =>
        {
            Assert.That((instance["deletionProtection"], instance["skipFinalSnapshot"], instance["finalSnapshotIdentifier"]), Is.EqualTo((true, false, "flows-db-final")));
            Assert.That(instance["deleteAutomatedBackups"], Is.EqualTo(false));
            Assert.That(run.Options(instance).Protect, Is.True);
        });
    }

    [Test]
    public async Task Unprotected_data_goes_without_a_manual_step()
    {
        var instance = (await Create()).Only(InstanceType);
        Assert.That((instance["deletionProtection"], instance["skipFinalSnapshot"], instance["finalSnapshotIdentifier"]), Is.EqualTo((false, true, (string?)null)));
    }

    [TestCase(22, true)]
    [TestCase(21, false)]
    public void Storage_grows_by_a_tenth_at_least(int most, bool allowed) => Assert.That(
        () => Create(most: most),
        allowed ? Throws.Nothing : Throws.Exception.With.Message.Contains("no less than a tenth above"));

    [TestCase(0)]
    [TestCase(36)]
    public void Backups_are_kept_as_long_as_RDS_can(int days) => Assert.That(
        () => Create(backups: days),
        Throws.Exception.With.Message.Contains("1 to 35 days"));

    [Test]
    public async Task Copies_of_backups_lie_in_another_region_under_a_key_there()
    {
        var run = await ComponentRun.Of(options =>
        {
            _ = new DatabaseBackupCopy("copy", new DatabaseBackupCopyArgs
            {
                InstanceArn = "arn:db",
                Identifier = "flows-db",
                Region = "us-west-2",
                RetentionDays = 30,
                DataProtection = DataProtection.On,
            }, options);
        });
        var copy = run.Only("aws:rds/instanceAutomatedBackupsReplication:InstanceAutomatedBackupsReplication");
        var key = run.Only("aws:kms/key:Key");
        Assert.Multiple(() =>
        {
            Assert.That(run.Registrations, Has.Count.EqualTo(3));
            Assert.That(run.Registrations.Select(registration => registration["region"]), Is.All.EqualTo("us-west-2"));
            Assert.That((copy["sourceDbInstanceArn"], copy["retentionPeriod"]), Is.EqualTo(("arn:db", 30)));
            Assert.That(copy["kmsKeyId"], Is.EqualTo("arn:aws:kms:us-east-1:123456789012:key/copy-key"));
            Assert.That(key["enableKeyRotation"], Is.EqualTo(true));
            Assert.That(run.Options(key).Protect, Is.True);
        });
    }

    private static Task<ComponentRun> Create(DataProtection? protection = null, string version = "15", int most = 50, int backups = 1) => ComponentRun.Of(options =>
    {
        _ = new PostgresInstance("db", new PostgresInstanceArgs
        {
            Identifier = "flows-db",
            EngineVersion = version,
            InstanceClass = "db.t3.micro",
            StorageGiB = 20,
            MaximumStorageGiB = most,
            DatabaseName = "flows",
            Username = "flow",
            Password = "given-password",
            SubnetIds = new[] { "subnet-1", "subnet-2" },
            SecurityGroupIds = "sg-1",
            BackupDays = backups,
            DataProtection = protection ?? DataProtection.Off,
        }, options);
    });
}
