using Infra.Components;
using Infra.Components.SeePlusPlus;
using Infra.Stacks.SeePlusPlus;
using Infra.Stacks.Settings.Reading;
using NUnit.Framework;
using static Infra.Tests.Stacks.Configuration;

namespace Infra.Tests.Stacks.SeePlusPlus;

/// <summary>The defaults of See++ are the documented ones, what cannot work is refused, and what is doubtful is said out loud.</summary>
internal sealed class SeePlusPlusSettingsTests
{
    private const string Named = "\"domainName\":\"example.com\"";
    private const string Certificate = "arn:aws:acm:REGION:123456789012:certificate/11111111-2222-3333-4444-555555555555";
    private const string Runner = "123456789012.dkr.ecr.REGION.amazonaws.com/runner:1";

    [Test]
    public void Defaults_are_the_documented_values()
    {
        var settings = Settings("");
        Assert.Multiple(() =>
        {
            Assert.That(settings.Region, Is.EqualTo("us-west-2"));
            Assert.That(settings.DomainName ?? settings.HostedZoneId ?? settings.CertificateArn, Is.Null);
            Assert.That(settings.BackendImage ?? settings.FrontendImage ?? settings.FrontendLegacyImage, Is.Null);
            Assert.That(settings.CodeRunnerImageTag ?? settings.CodeRunnerImageUri ?? settings.EcrReplicationRegion ?? settings.AlarmEmail, Is.Null);
            Assert.That((settings.DeployBetaFrontend, settings.CreateCodeRunnerRepository), Is.EqualTo((true, true)));
            Assert.That((settings.EnableTraceCache, settings.ContainerInsights), Is.EqualTo((false, false)));
            Assert.That((settings.CodeRunnerMemory, settings.CodeRunnerTimeout), Is.EqualTo((10_240, 120)));
            Assert.That((settings.MinTasks, settings.MaxTasks, settings.CpuTarget), Is.EqualTo((1, 10, 70)));
            Assert.That((settings.LogRetentionDays, settings.TraceExpirationDays), Is.EqualTo((30, 30)));
            Assert.That(settings.VpcCidr, Is.EqualTo("10.0.0.0/16"));
            Assert.That(settings.BackendSecrets, Is.Empty);
        });
    }

    [TestCase("dev", 1, false)]
    [TestCase("staging", 1, false)]
    [TestCase("prod", 2, true)]
    public void Production_has_a_nat_gateway_per_zone_and_protects_its_data(string environment, int natGateways, bool isProtected) =>
        Assert.That((Settings("", environment).NatGateways, Settings("", environment).ProtectData), Is.EqualTo((natGateways, isProtected)));

    [TestCase(DeploymentEnvironment.Dev, SeePlusPlusStage.Test, "test")]
    [TestCase(DeploymentEnvironment.Staging, SeePlusPlusStage.Test, "test")]
    [TestCase(DeploymentEnvironment.Prod, SeePlusPlusStage.Prod, "prod")]
    public void Environments_have_the_documents_names(DeploymentEnvironment environment, SeePlusPlusStage stage, string word) => Assert.Multiple(() =>
    {
        Assert.That(SeePlusPlusSettings.StageOf(environment), Is.EqualTo(stage));
        Assert.That(
            Settings("").IdentityTags(environment, "stack"),
            Is.EquivalentTo(new Dictionary<string, string> { ["Application"] = "spp", ["Environment"] = word }));
    });

    [TestCase("example.com", true)]
    [TestCase("spp.example.co.uk", true)]
    [TestCase("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.com", true)]
    [TestCase("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.com", false)]
    [TestCase("Example.com", false)]
    [TestCase("example", false)]
    [TestCase("https://example.com", false)]
    [TestCase("*.example.com", false)]
    [TestCase("", false)]
    public void A_domain_is_a_name_that_a_certificate_can_have(string domain, bool legal)
    {
        var section = $"\"domainName\":\"{domain}\"";
        Assert.That(() => Settings(section), legal ? Throws.Nothing : Throws.TypeOf<ConfigurationException>());
    }

    [TestCase("\"hostedZoneId\":\"Z0123456789ABCDEFGHIJ\"", "hostedZoneId is set")]
    [TestCase("\"certificateArn\":\"arn:aws:acm:us-west-2:123456789012:certificate/1\"", "certificateArn is set")]
    public void What_belongs_to_a_domain_needs_one(string members, string because)
    {
        var fault = Fault(members);
        Assert.That(fault.Key, Is.EqualTo("infra:seePlusPlus.domainName"));
        Assert.That(fault.Allowed, Does.EndWith($"it is required because {because}"));
    }

    [TestCase(Named + ",\"certificateArn\":\"" + Certificate + "\"", "certificateArn")]
    [TestCase(Named + ",\"codeRunnerImageUri\":\"" + Runner + "\"", "codeRunnerImageUri")]
    public void What_lies_in_another_region_is_refused(string members, string setting)
    {
        var fault = Fault(members.Replace("REGION", "us-east-1", StringComparison.Ordinal));
        Assert.Multiple(() =>
        {
            Assert.That(fault.Key, Is.EqualTo($"infra:seePlusPlus.{setting}"));
            Assert.That(fault.Got, Does.EndWith("which is in us-east-1"));
            Assert.That(fault.Fix, Does.Contain("us-west-2"));
            Assert.That(() => Settings(members.Replace("REGION", "us-west-2", StringComparison.Ordinal)), Throws.Nothing);
        });
    }

    [Test]
    public void Two_images_of_the_code_runner_are_refused() => Assert.That(
        Fault($"{Named},\"codeRunnerImageTag\":\"test\",\"codeRunnerImageUri\":\"{Runner.Replace("REGION", "us-west-2", StringComparison.Ordinal)}\"").Got,
        Is.EqualTo("test while codeRunnerImageUri is set"));

    [TestCase("docker.io/runner:1")]
    [TestCase("public.ecr.aws/lambda/python:3.12")]
    public void The_code_runner_takes_images_of_private_repositories_alone(string image) =>
        Assert.That(Fault($"\"codeRunnerImageUri\":\"{image}\"").Key, Is.EqualTo("infra:seePlusPlus.codeRunnerImageUri"));

    [TestCase("\"codeRunnerMemory\":10241", "codeRunnerMemory")]
    [TestCase("\"codeRunnerTimeout\":291", "codeRunnerTimeout")]
    [TestCase("\"natGateways\":0", "natGateways")]
    [TestCase("\"vpcCidr\":\"10.0.0.0/23\"", "vpcCidr")]
    [TestCase("\"alarmEmail\":\"operations\"", "alarmEmail")]
    [TestCase("\"logRetentionDays\":31", "logRetentionDays")]
    [TestCase("\"hostedZoneId\":\"/hostedzone/Z1\"", "hostedZoneId")]
    [TestCase("\"cpuTarget\":95", "cpuTarget")]
    [TestCase("\"minTasks\":11", "minTasks")]
    [TestCase("\"ecrReplicationRegion\":\"us-west-2\"", "ecrReplicationRegion")]
    [TestCase("\"ecrReplicationRegion\":\"us-east-1\",\"createCodeRunnerRepository\":false", "ecrReplicationRegion")]
    public void What_cannot_work_is_refused(string members, string setting) =>
        Assert.That(Fault(members).Key, Is.EqualTo($"infra:seePlusPlus.{setting}"));

    [TestCase("lower")]
    [TestCase("1ST")]
    [TestCase("WITH-HYPHEN")]
    public void A_secret_is_named_like_a_variable(string name) =>
        Assert.That(Fault($"\"backendSecrets\":{{\"{name}\":\"x\",\"GOOD\":\"x\"}}", encrypted: true).Key, Is.EqualTo($"infra:seePlusPlus.backendSecrets.{name}"));

    [Test]
    public void A_secret_does_not_replace_what_the_program_sets() => Assert.That(
        Fault("\"backendSecrets\":{\"PORT\":\"x\",\"EXEC_MODE\":\"x\",\"KEY\":\"x\"}", encrypted: true).Got,
        Is.EqualTo("the keys EXEC_MODE, PORT"));

    [Test]
    public void A_missing_domain_is_warned_of() => Assert.That(Warned(""), Is.EqualTo(new[] { "domainName" }));

    [TestCase("", "dev")]
    [TestCase("\"backendImage\":\"example.com/api:1\",\"maxTasks\":4,\"alarmEmail\":\"a@b.de\"", "prod")]
    public void Sound_settings_are_not_warned_of(string members, string environment) =>
        Assert.That(Warned($"{Named}{(members.Length > 0 ? "," : "")}{members}", environment), Is.Empty);

    [TestCase("\"backendImage\":\"example.com/api:latest\"", "prod", "backendImage")]
    [TestCase("\"frontendImage\":\"example.com/web\"", "dev", "frontendImage")]
    [TestCase("\"frontendLegacyImage\":\"example.com/web\"", "dev", "frontendLegacyImage")]
    [TestCase("\"frontendImage\":\"example.com/web:1\",\"deployBetaFrontend\":false", "dev", "frontendImage")]
    [TestCase("\"minTasks\":1", "dev", "minTasks")]
    [TestCase("\"maxTasks\":10", "staging", "maxTasks")]
    [TestCase("\"cpuTarget\":60", "dev", "cpuTarget")]
    [TestCase("\"alarmEmail\":\"a@b.de\"", "dev", "alarmEmail")]
    [TestCase("\"ecrReplicationRegion\":\"us-east-1\"", "dev", "ecrReplicationRegion")]
    [TestCase("\"protectData\":false", "prod", "protectData")]
    public void What_is_doubtful_is_warned_of(string members, string environment, string setting) =>
        Assert.That(Warned($"{Named},{members}", environment), Is.EqualTo(new[] { setting }));

    private static ConfigurationSource Source(string members, string environment = "dev", bool encrypted = false) =>
        Of(("infra:environment", environment), ("infra:systems", """["seePlusPlus"]"""), ("infra:seePlusPlus", $"{{{members}}}")) with
        {
            SecretKeys = encrypted ? new HashSet<string> { "infra:seePlusPlus" } : [],
        };

    private static SeePlusPlusSettings Settings(string members, string environment = "dev") =>
        (SeePlusPlusSettings)Read(Source(members, environment)).Systems.Single().Settings;

    private static SettingFault Fault(string members, bool encrypted = false) => OnlyFault(Source(members, encrypted: encrypted));

    private static List<string> Warned(string members, string environment = "dev") =>
        [.. Read(Source(members, environment)).Warnings.Select(warning => warning.Key["infra:seePlusPlus.".Length..])];
}
