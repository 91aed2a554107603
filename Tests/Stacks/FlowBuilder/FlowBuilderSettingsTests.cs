using Infra.Components;
using Infra.Components.Network;
using Infra.Stacks.FlowBuilder;
using NUnit.Framework;
using static Infra.Tests.Stacks.FlowBuilder.FlowBuilderConfiguration;

namespace Infra.Tests.Stacks.FlowBuilder;

/// <summary>Flow Builder's defaults are the documented ones, and what each setting may be follows from what AWS and the application take.</summary>
internal sealed class FlowBuilderSettingsTests
{
    private const string Frontend = "\"clerkFrontendUrl\":\"https://flows.example.com\"";
    private const string Certificate = "\"certificateArn\":\"arn:aws:acm:us-east-1:123456789012:certificate/a\"";
    private const string Email = "\"alarmEmail\":\"on-call@example.com\"";
    private const string SoundBeyondDevelopment = $"{Frontend},{Certificate},{Email}";

    [Test]
    public void Nothing_must_be_given_in_development()
    {
        var settings = Settings("");
        Assert.Multiple(() =>
        {
            Assert.That(settings.Variant, Is.EqualTo(FlowBuilderVariant.Standard));
            Assert.That((settings.NamePrefix, settings.Region), Is.EqualTo(("flow-builder", "us-east-1")));
            Assert.That((settings.DbName, settings.DbUsername, settings.DbEngineVersion), Is.EqualTo(("flowbuilder", "flowbuilder", "15")));
            Assert.That((settings.AzCount, settings.NatInstanceType, settings.EnableBastion), Is.EqualTo((2, "t3.nano", false)));
            Assert.That((settings.DbPort, settings.TaskCpu, settings.TaskMemory), Is.EqualTo((5432, 1024, 2048)));
            Assert.That((settings.ScheduleExpression, settings.PipeBatchSize), Is.EqualTo(("rate(5 minutes)", 1)));
            Assert.That(settings.UseDbSecrets, Is.True);
            Assert.That(new[] { settings.ApiImageTag, settings.WorkerImageTag, settings.SchedulerImageTag, settings.CleanupImageTag }, Is.All.Null);
        });
    }

    [TestCase("dev", NatKind.Instance, "db.t3.micro", 20, 50, false, 1)]
    [TestCase("staging", NatKind.Gateway, "db.t3.small", 50, 100, true, 7)]
    [TestCase("prod", NatKind.Gateway, "db.t3.medium", 100, 500, true, 30)]
    public void Network_and_database_follow_the_environment(string environment, NatKind nat, string type, int storage, int most, bool multiAz, int backups)
    {
        var settings = Settings(Frontend, environment);
        Assert.That(
            (settings.NatType, settings.DbInstanceClass, settings.DbAllocatedStorage, settings.DbMaxAllocatedStorage, settings.DbMultiAz, settings.BackupRetentionPeriod),
            Is.EqualTo((nat, type, storage, most, multiAz, backups)));
    }

    [TestCase("dev", 256, 512, 1, 2, 1024, 2048, 5)]
    [TestCase("staging", 512, 1024, 2, 5, 1024, 2048, 10)]
    [TestCase("prod", 1024, 2048, 3, 6, 2048, 4096, 20)]
    public void Services_follow_the_environment(string environment, int apiCpu, int apiMemory, int desired, int most, int workerCpu, int workerMemory, int workers)
    {
        var settings = Settings(Frontend, environment);
        Assert.Multiple(() =>
        {
            Assert.That((settings.ApiCpu, settings.ApiMemory, settings.ApiDesiredCount, settings.ApiMaxCapacity), Is.EqualTo((apiCpu, apiMemory, desired, most)));
            Assert.That((settings.WorkerCpu, settings.WorkerMemory, settings.WorkerMinCapacity, settings.WorkerMaxCapacity), Is.EqualTo((workerCpu, workerMemory, 0, workers)));
        });
    }

    [TestCase("dev", false, 7, false)]
    [TestCase("staging", true, 30, false)]
    [TestCase("prod", true, 90, true)]
    public void Monitoring_and_protection_follow_the_environment(string environment, bool watched, int days, bool isProtected)
    {
        var settings = Settings(Frontend, environment);
        Assert.That(
            (settings.CreateDashboard, settings.WantsAlarms(Enum.Parse<DeploymentEnvironment>(environment, ignoreCase: true)), settings.LogRetentionDays, settings.ProtectData),
            Is.EqualTo((watched, watched, days, isProtected)));
    }

    [TestCase("dev")]
    [TestCase("prod")]
    public void The_ultra_variant_has_alarms_only_when_asked(string environment)
    {
        var kind = Enum.Parse<DeploymentEnvironment>(environment, ignoreCase: true);
        Assert.That(Settings(Ultra, environment).WantsAlarms(kind), Is.False);
        Assert.That(Settings($"{Ultra},\"createAlarms\":true", environment).WantsAlarms(kind), Is.True);
    }

    [Test]
    public void The_ultra_variant_is_tagged_as_a_component_of_its_own()
    {
        var tags = Settings(Ultra).IdentityTags(DeploymentEnvironment.Staging, "test");
        Assert.That(tags, Is.EquivalentTo(new Dictionary<string, string>
        {
            ["Project"] = "flow-builder",
            ["Environment"] = "staging",
            ["Component"] = "ultra-cost-worker",
        }));
        Assert.That(Settings("").IdentityTags(DeploymentEnvironment.Prod, "test").Keys, Is.EquivalentTo(new[] { "Project", "Environment" }));
    }

    // Promise 52.
    [TestCase("dbName", "\"dbName\":\"flow-builder\"")]
    [TestCase("apiMemory", "\"apiCpu\":256,\"apiMemory\":4096")]
    [TestCase("workerMemory", "\"workerCpu\":2048,\"workerMemory\":2048")]
    [TestCase("taskMemory", $"{Ultra},\"taskCpu\":256,\"taskMemory\":4096")]
    [TestCase("pipeBatchSize", $"{Ultra},\"pipeBatchSize\":10")]
    [TestCase("dbEngineVersion", "\"dbEngineVersion\":\"15.4\"")]
    [TestCase("dbEngineVersion", "\"dbEngineVersion\":\"15.12\"")]
    [TestCase("dbEngineVersion", "\"dbEngineVersion\":\"16\"")]
    [TestCase("dbHost", "\"variant\":\"ultraCostOptimized\"")]
    [TestCase("namePrefix", "\"namePrefix\":\"Flow\"")]
    [TestCase("namePrefix", "\"namePrefix\":\"sg-flows\"")]
    [TestCase("namePrefix", "\"namePrefix\":\"a-prefix-of-more-than-22\"")]
    [TestCase("dbUsername", "\"dbUsername\":\"rdsadmin\"")]
    [TestCase("azCount", "\"azCount\":1")]
    [TestCase("natGatewayCount", "\"natType\":\"gateway\",\"natGatewayCount\":3")]
    [TestCase("dbMaxAllocatedStorage", "\"dbAllocatedStorage\":50,\"dbMaxAllocatedStorage\":54")]
    [TestCase("backupRetentionPeriod", "\"backupRetentionPeriod\":36")]
    [TestCase("apiDesiredCount", "\"apiDesiredCount\":3")]
    [TestCase("workerMinCapacity", "\"workerMinCapacity\":6")]
    [TestCase("certificateArn", "\"certificateArn\":\"arn:aws:acm:eu-west-1:123456789012:certificate/a\"")]
    [TestCase("dbPort", $"{Ultra},\"dbPort\":70000")]
    [TestCase("scheduleExpression", $"{Ultra},\"scheduleExpression\":\"rate(1 minutes)\"")]
    [TestCase("scheduleExpression", $"{Ultra},\"scheduleExpression\":\"every 5 minutes\"")]
    [TestCase("alarmEmail", "\"alarmEmail\":\"nobody\"")]
    [TestCase("appEnvironment", "\"appEnvironment\":{\"DB_HOST\":\"elsewhere\"}")]
    public void What_could_not_work_is_refused_by_name(string setting, string members) =>
        Assert.That(Fault(members).Key, Is.EqualTo($"infra:flowBuilder.{setting}"));

    // Promise 52.
    [TestCase("dbPassword", "with@sign-0123456789")]
    [TestCase("dbPassword", "short")]
    [TestCase("secretEncryptionKey", "c2hvcnQ=")]
    public void Secrets_that_could_not_work_are_refused_without_being_told(string setting, string value)
    {
        var fault = Fault($"\"{setting}\":\"{value}\"", encrypted: true);
        Assert.That(fault.Key, Is.EqualTo($"infra:flowBuilder.{setting}"));
        Assert.That(fault.ToString(), Does.Not.Contain(value));
    }

    // Promise 52.
    [Test]
    public void An_environment_that_is_none_is_refused() => Assert.That(Fault("", environment: "production").Key, Is.EqualTo("infra:environment"));

    [TestCase("staging", "", "clerkFrontendUrl")]
    [TestCase("prod", "\"clerkFrontendUrl\":\"http://flows.example.com\"", "clerkFrontendUrl")]
    [TestCase("prod", $"{Frontend},\"drRegion\":\"us-east-1\"", "drRegion")]
    public void Beyond_development_more_is_refused(string environment, string members, string setting) =>
        Assert.That(Fault(members, environment).Key, Is.EqualTo($"infra:flowBuilder.{setting}"));

    [TestCase("us-east-1", "us-west-2")]
    [TestCase("us-west-2", "us-east-1")]
    public void Backups_are_copied_to_another_region_than_the_systems_own(string region, string other) =>
        Assert.That(FlowBuilderStandardChecks.BackupRegion(Settings($"\"region\":\"{region}\"")), Is.EqualTo(other));

    [TestCase("dev", "")]
    [TestCase("staging", SoundBeyondDevelopment)]
    [TestCase("prod", SoundBeyondDevelopment)]
    [TestCase("dev", Ultra)]
    public void Sound_settings_are_not_warned_of(string environment, string members) => Assert.That(Warned(members, environment), Is.Empty);

    [TestCase("dev", "\"dbHost\":\"db.example.com\"", "dbHost")]
    [TestCase("dev", $"{Ultra},\"azCount\":3", "azCount")]
    [TestCase("dev", "\"apiImageTag\":\"latest\"", "apiImageTag")]
    [TestCase("dev", "\"useDbSecrets\":false", "useDbSecrets")]
    [TestCase("dev", "\"natGatewayCount\":1", "natGatewayCount")]
    [TestCase("dev", "\"drRegion\":\"us-west-2\"", "drRegion")]
    [TestCase("dev", "\"createAlarms\":true", "alarmEmail")]
    [TestCase("staging", $"{Ultra}", "variant")]
    [TestCase("staging", $"{Frontend},{Email}", "certificateArn")]
    [TestCase("prod", $"{SoundBeyondDevelopment},\"natGatewayCount\":1", "natGatewayCount")]
    [TestCase("prod", $"{SoundBeyondDevelopment},\"natType\":\"instance\"", "natType")]
    [TestCase("prod", $"{SoundBeyondDevelopment},\"dbMultiAz\":false", "dbMultiAz")]
    [TestCase("prod", $"{SoundBeyondDevelopment},\"protectData\":false", "protectData")]
    [TestCase("prod", $"{SoundBeyondDevelopment},\"natInstanceType\":\"t3.micro\"", "natInstanceType")]
    public void Doubtful_settings_are_warned_of_by_name(string environment, string members, string setting) =>
        Assert.That(Warned(members, environment), Is.EqualTo(new[] { setting }));
}
