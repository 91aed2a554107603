using Infra.Components;
using Infra.Stacks.Hebo;
using Infra.Stacks.Settings.Reading;
using NUnit.Framework;
using Pulumi;
using static Infra.Tests.Stacks.Configuration;

namespace Infra.Tests.Stacks.Hebo;

/// <summary>Hebo's defaults are the documented ones by stage, and what cannot work is refused.</summary>
internal sealed class HeboSettingsTests
{
    [Test]
    public void Defaults_of_a_preview_are_the_documented_values()
    {
        var settings = Settings("", "dev");
        Assert.Multiple(() =>
        {
            Assert.That(settings.Region, Is.EqualTo("us-east-1"));
            Assert.That(settings.DbEngineVersion, Is.EqualTo("17.5"));
            Assert.That((settings.DbMinAcu, settings.DbMaxAcu, settings.DbPauseMinutes), Is.EqualTo((0m, 4m, 20)));
            Assert.That((settings.DbReplicas, settings.DbBackupDays), Is.EqualTo((0, 1)));
            Assert.That((settings.EnableDbProxy, settings.EnableGlobalCluster, settings.Replicates), Is.EqualTo((false, false, false)));
            Assert.That((settings.NatGateways, settings.EnableBastion, settings.ProtectData), Is.EqualTo((1, true, false)));
            Assert.That((settings.ApiPort, settings.GatewayPort), Is.EqualTo((3001, 3002)));
            Assert.That((settings.AppCpu, settings.AppMemory), Is.EqualTo((256, 512)));
            Assert.That((settings.AppMinInstances, settings.AppMaxInstances, settings.AppMaxConcurrency), Is.EqualTo((1, 2, 100)));
            Assert.That(settings.ServiceRuntime, Is.EqualTo(HeboRuntime.AppRunner));
            Assert.That(settings.ApiImage, Is.EqualTo("public.ecr.aws/m1o3d3n5/hebo-api:latest"));
            Assert.That(settings.GatewayImage, Is.EqualTo("public.ecr.aws/m1o3d3n5/hebo-gateway:latest"));
            Assert.That((settings.EnableCustomDomain, settings.HostedZoneName, settings.LogRetentionDays), Is.EqualTo((true, "hebo.ai", 7)));
        });
    }

    [Test]
    public void Defaults_of_production_are_the_documented_values()
    {
        var settings = Settings("", "prod");
        Assert.Multiple(() =>
        {
            Assert.That((settings.DbMinAcu, settings.DbMaxAcu, settings.DbReplicas, settings.DbBackupDays), Is.EqualTo((0.5m, 4m, 1, 14)));
            Assert.That((settings.EnableDbProxy, settings.EnableGlobalCluster, settings.SecondaryRegion), Is.EqualTo((true, true, "us-west-2")));
            Assert.That((settings.NatGateways, settings.EnableBastion, settings.ProtectData), Is.EqualTo((2, false, true)));
            Assert.That((settings.AppCpu, settings.AppMemory), Is.EqualTo((1024, 2048)));
            Assert.That((settings.AppMinInstances, settings.AppMaxInstances), Is.EqualTo((2, 25)));
            Assert.That(settings.LogRetentionDays, Is.EqualTo(30));
        });
    }

    [TestCase("prod", null, "production")]
    [TestCase("dev", null, "test")]
    [TestCase("staging", "pr42", "pr42")]
    public void The_stage_is_production_or_the_preview_named_or_the_stack(string environment, string? given, string stage)
    {
        var settings = Settings(given is null ? "" : $"\"stage\":\"{given}\"", environment);
        var tags = settings.IdentityTags(Enum.Parse<DeploymentEnvironment>(environment, ignoreCase: true), Configuration.Stack);
        Assert.That(tags, Is.EquivalentTo(new Dictionary<string, string> { ["App"] = "hebo", ["Stage"] = stage }));
    }

    // Promise 48.
    [TestCase("dev", "\"stage\":\"Prod_1\"", "stage")]
    [TestCase("dev", "\"stage\":\"a-name-of-21-characters\"", "stage")]
    [TestCase("dev", "\"stage\":\"two--hyphens\"", "stage")]
    [TestCase("dev", "\"stage\":\"production\"", "stage")]
    [TestCase("prod", "\"stage\":\"pr42\"", "stage")]
    [TestCase("dev", "\"dbMinAcu\":0.3", "dbMinAcu")]
    [TestCase("dev", "\"dbMaxAcu\":4.2", "dbMaxAcu")]
    [TestCase("dev", "\"dbMaxAcu\":0.5", "dbMaxAcu")]
    [TestCase("dev", "\"dbMinAcu\":8", "dbMinAcu")]
    [TestCase("prod", "\"dbMinAcu\":0", "dbMinAcu")]
    [TestCase("dev", "\"dbPauseMinutes\":3", "dbPauseMinutes")]
    [TestCase("prod", "\"dbPauseMinutes\":20", "dbPauseMinutes")]
    [TestCase("prod", "\"secondaryRegion\":\"us-east-1\"", "secondaryRegion")]
    [TestCase("dev", "\"dbEngineVersion\":\"16.3\"", "dbEngineVersion")]
    [TestCase("dev", "\"dbReplicas\":16", "dbReplicas")]
    [TestCase("dev", "\"natGateways\":3", "natGateways")]
    [TestCase("dev", "\"apiImage\":\"docker.io/hebo/api:1\"", "apiImage")]
    [TestCase("dev", "\"apiImage\":\"public.ecr.aws/m1o3d3n5/hebo-api\"", "apiImage")]
    [TestCase("dev", "\"gatewayPort\":3001", "gatewayPort")]
    [TestCase("dev", "\"apiPort\":0", "apiPort")]
    [TestCase("dev", "\"appCpu\":1024,\"appMemory\":512", "appMemory")]
    [TestCase("dev", "\"appCpu\":256,\"appMemory\":2048", "appMemory")]
    [TestCase("dev", "\"appMinInstances\":3", "appMinInstances")]
    [TestCase("dev", "\"appMaxConcurrency\":201", "appMaxConcurrency")]
    [TestCase("dev", "\"serviceRuntime\":\"ecs\"", "serviceRuntime")]
    [TestCase("dev", "\"stackProjectId\":\"project\"", "stackProjectId")]
    [TestCase("dev", "\"stackPublishableClientKey\":\"ssk_server\"", "stackPublishableClientKey")]
    [TestCase("dev", "\"domainName\":\"cloud.example.com\"", "domainName")]
    [TestCase("dev", "\"domainName\":\"a-label-of-so-many-characters-that-no-certificate-takes-it.hebo.ai\"", "domainName")]
    [TestCase("dev", "\"hostedZoneName\":\"a-zone-of-so-many-characters-that-no-certificate-takes-it.com\"", "domainName")]
    [TestCase("dev", "\"hostedZoneId\":\"hebo\"", "hostedZoneId")]
    [TestCase("dev", "\"frontendBuildDir\":\"Stacks\"", "frontendBuildDir")]
    [TestCase("dev", "\"region\":\"eu-west-1\"", "region")]
    [TestCase("dev", "\"alarmEmail\":\"operations\"", "alarmEmail")]
    public void What_cannot_work_is_refused(string environment, string members, string setting) =>
        Assert.That(OnlyFault(Source(members, environment)).Key, Is.EqualTo($"infra:hebo.{setting}"));

    // Promise 48.
    [TestCase("heboDbPassword", "contains-an-@-sign")]
    [TestCase("heboDbPassword", "too-short")]
    [TestCase("heboDbPassword", "with a space in it")]
    [TestCase("heboDbPassword", "with/a/slash/in/it")]
    [TestCase("heboDbUsername", "rdsadmin")]
    [TestCase("heboDbUsername", "Upper")]
    [TestCase("stackSecretServerKey", "")]
    public void Secrets_that_AWS_would_refuse_are_refused_unseen(string setting, string value)
    {
        var fault = OnlyFault(Source($"\"{setting}\":\"{value}\"", "dev", encrypted: true));
        Assert.That(fault.Key, Is.EqualTo($"infra:hebo.{setting}"));
        Assert.That(fault.Got, Is.EqualTo("a secret value (not shown)"));
    }

    [TestCase("heboDbPassword", "any-other~sign!#$%")]
    [TestCase("heboDbUsername", "hebo_admin")]
    public async Task Legal_secrets_become_secret_outputs(string setting, string value)
    {
        var settings = (HeboSettings)Read(Source($"\"{setting}\":\"{value}\"", "dev", encrypted: true)).Systems.Single().Settings;
        Assert.That(await Output.IsSecretAsync(setting == "heboDbPassword" ? settings.HeboDbPassword! : settings.HeboDbUsername!), Is.True);
    }

    // Promise 48: the stack's name stands in for the stage, and must then be one.
    [Test]
    public void A_stack_whose_name_is_no_stage_must_name_one()
    {
        var fault = OnlyFault(Source("", "dev") with { Stack = "Prod_1" });
        Assert.That((fault.Key, fault.Got), Is.EqualTo(("infra:hebo.stage", "nothing, while the stack's name Prod_1 is no legal stage")));
    }

    [TestCase("dev", "", "serviceRuntime")]
    [TestCase("dev", "\"enableDbProxy\":true", "enableDbProxy", "serviceRuntime")]
    [TestCase("dev", "\"enableGlobalCluster\":true,\"secondaryRegion\":\"us-west-2\"", "enableGlobalCluster", "serviceRuntime")]
    [TestCase("dev", "\"secondaryRegion\":\"us-west-2\"", "secondaryRegion", "serviceRuntime")]
    [TestCase("dev", "\"natGateways\":0", "natGateways", "serviceRuntime")]
    [TestCase("dev", "\"enableCustomDomain\":false", "enableCustomDomain", "serviceRuntime")]
    [TestCase("dev", "\"enableCustomDomain\":false,\"domainName\":\"cloud.hebo.ai\"", "domainName", "enableCustomDomain", "serviceRuntime")]
    [TestCase("dev", "\"hostedZoneName\":\"example.com\"", "hostedZoneName", "serviceRuntime")]
    [TestCase("dev", "\"enableCustomDomain\":false,\"region\":\"sa-east-1\"", "enableCustomDomain", "region", "serviceRuntime")]
    [TestCase("dev", "\"serviceRuntime\":\"fargate\"")]
    [TestCase("dev", "\"serviceRuntime\":\"fargate\",\"appMaxConcurrency\":50", "appMaxConcurrency")]
    [TestCase("dev", "\"serviceRuntime\":\"none\"")]
    [TestCase("prod", "", "apiImage", "gatewayImage", "serviceRuntime")]
    [TestCase("prod", "\"serviceRuntime\":\"none\",\"secondaryRegion\":\"none\"", "secondaryRegion")]
    [TestCase("prod", "\"serviceRuntime\":\"none\",\"protectData\":false,\"dbReplicas\":0,\"natGateways\":1", "dbReplicas", "natGateways", "protectData")]
    public void Doubtful_choices_are_said_out_loud(string environment, string members, params string[] settings) => Assert.That(
        Read(Source(members, environment)).Warnings.Select(warning => warning.Key),
        Is.EqualTo(settings.Select(setting => $"infra:hebo.{setting}")));

    [Test]
    public void A_domain_inside_another_zone_is_taken() => Assert.That(
        Settings("\"hostedZoneName\":\"example.com\",\"domainName\":\"app.example.com\"", "dev").DomainName,
        Is.EqualTo("app.example.com"));

    private static HeboSettings Settings(string members, string environment) =>
        (HeboSettings)Read(Source(members, environment)).Systems.Single().Settings;

    private static ConfigurationSource Source(string members, string environment, bool encrypted = false) =>
        Of(("infra:environment", environment), ("infra:systems", """["hebo"]"""), ("infra:hebo", $"{{{members}}}")) with
        {
            SecretKeys = encrypted ? new HashSet<string> { "infra:hebo" } : [],
        };
}
