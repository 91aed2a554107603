using NUnit.Framework;
using Pulumi;
using Pulumi.Utilities;
using static Infra.Tests.Stacks.Configuration;

namespace Infra.Tests.Stacks.Hyperp;

/// <summary>Hyperp's defaults are the documented ones, and doubtful choices are said out loud.</summary>
internal sealed class HyperpSettingsTests
{
    [Test]
    public void Defaults_are_the_documented_values()
    {
        var settings = ReadHyperp("");
        Assert.Multiple(() =>
        {
            Assert.That(settings.GithubAppId, Is.EqualTo("1"));
            Assert.That(settings.GithubAppWebhookSecret, Is.Null);
            Assert.That(settings.GithubAppPrivateKey, Is.Null);
            Assert.That(settings.Region, Is.EqualTo("us-east-1"));
            Assert.That(settings.VpcCidr, Is.EqualTo("10.0.0.0/16"));
            Assert.That(settings.AzCount, Is.EqualTo(3));
            Assert.That(settings.SubnetPrefixLength, Is.EqualTo(20));
            Assert.That(settings.ExcludedZoneIds, Does.Contain("use1-az3"));
            Assert.That(settings.LogRetentionDays, Is.EqualTo(7));
            Assert.That(settings.EcrImagesToKeep, Is.EqualTo(1));
            Assert.That(settings.LambdaRuntime, Is.EqualTo("nodejs22.x"));
            Assert.That(settings.FargateVcpuPricePerHour, Is.EqualTo(0.04048m));
            Assert.That(settings.FargateGbPricePerHour, Is.EqualTo(0.004445m));
            Assert.That(settings.KeepLostEvents, Is.True);
        });
    }

    [TestCase("dev", false)]
    [TestCase("staging", false)]
    [TestCase("prod", true)]
    public void Data_is_protected_in_production_only(string environment, bool isProtected) =>
        Assert.That(ReadHyperp("", environment).ProtectData, Is.EqualTo(isProtected));

    [TestCase("dev", "true", true)]
    [TestCase("prod", "false", false)]
    public void Protection_that_is_set_goes_before_the_environment(string environment, string given, bool isProtected) =>
        Assert.That(ReadHyperp($"\"protectData\":{given}", environment).ProtectData, Is.EqualTo(isProtected));

    [Test]
    public async Task Secrets_become_secret_outputs()
    {
        var secret = ReadHyperp("\"githubAppWebhookSecret\":\"0123456789abcdef\"", encrypted: true).GithubAppWebhookSecret!;
        Assert.That(await Output.IsSecretAsync(secret), Is.True);
        Assert.That(await OutputUtilities.GetValueAsync(secret), Is.EqualTo("0123456789abcdef"));
    }

    [Test]
    public void Id_may_be_written_as_a_number()
    {
        var settings = (Infra.Stacks.Hyperp.HyperpSettings)Read(OfHyperp("""{"githubAppId":123456}""")).Systems.Single().Settings;
        Assert.That(settings.GithubAppId, Is.EqualTo("123456"));
    }

    [TestCase("12a")]
    [TestCase("")]
    [TestCase("-1")]
    public void Id_is_digits(string id) =>
        Assert.That(OnlyFault(OfHyperp($$"""{"githubAppId":"{{id}}"}""")).Allowed, Is.EqualTo("a text, 1 to 18 digits"));

    [TestCase("too-short")]
    [TestCase("with blanks in the middle")]
    public void Webhook_secret_is_long_and_free_of_blanks(string secret) => Assert.That(
        OnlyFault(OfHyperp(Section($"\"githubAppWebhookSecret\":\"{secret}\""), encrypted: true)).Allowed,
        Is.EqualTo("a text, 16 to 255 printable ASCII characters without spaces"));

    [Test]
    public void Private_key_is_pem()
    {
        const string Pem = "-----BEGIN PRIVATE KEY-----\\nMTIz\\n-----END PRIVATE KEY-----\\n";
        Assert.That(ReadHyperp($"\"githubAppPrivateKey\":\"{Pem}\"", encrypted: true).GithubAppPrivateKey, Is.Not.Null);
    }

    [Test]
    public void Public_key_is_no_private_key() => Assert.That(
        OnlyFault(OfHyperp(Section("\"githubAppPrivateKey\":\"-----BEGIN PUBLIC KEY-----\\nMTIz\\n-----END PUBLIC KEY-----\""), encrypted: true)).Key,
        Is.EqualTo("infra:hyperp.githubAppPrivateKey"));

    [Test]
    public void One_image_is_warned_of_with_the_command_that_ends_it() => Assert.That(Warnings(""), Is.EqualTo(new[]
    {
        "infra:hyperp.ecrImagesToKeep: One image for the whole repository evicts the cached images of all other jobs within a day, and their next runs fail "
        + "to pull. 100 is recommended: pulumi config set --path infra:hyperp.ecrImagesToKeep 100",
    }));

    [Test]
    public void Hundred_images_are_not_warned_of() => Assert.That(Warnings("\"ecrImagesToKeep\":100"), Is.Empty);

    [Test]
    public void Other_region_is_warned_of() => Assert.That(Warnings("\"ecrImagesToKeep\":100,\"region\":\"eu-west-1\""), Is.EqualTo(new[]
    {
        "infra:hyperp.region: Hyperp's published functions read the GitHub App's private key with an S3 client pinned to us-east-1. "
        + "They cannot read it from a bucket in eu-west-1: deploy changed code, or use us-east-1.",
    }));

    [TestCase("nginx", true)]
    [TestCase("nginx:latest", true)]
    [TestCase("registry.example.com:5000/nginx", true)]
    [TestCase("nginx:1.27", false)]
    [TestCase("nginx@sha256:1111111111111111111111111111111111111111111111111111111111111111", false)]
    public void Image_that_moves_is_warned_of(string image, bool moves) =>
        Assert.That(Warnings($"\"ecrImagesToKeep\":100,\"usageCalculatorImage\":\"{image}\""), Has.Count.EqualTo(moves ? 1 : 0));

    [Test]
    public void Production_is_warned_of_the_default_images() => Assert.That(
        Read(OfHyperp(Section("\"ecrImagesToKeep\":100"), "prod")).Warnings.Select(warning => warning.Key),
        Is.EqualTo(new[] { "infra:hyperp.downloadableCreatorImage", "infra:hyperp.usageCalculatorImage" }));

    [Test]
    public void Unprotected_production_is_warned_of() => Assert.That(
        Read(OfHyperp(Section("\"protectData\":false"), "prod")).Warnings.Select(warning => warning.Key),
        Does.Contain("infra:hyperp.protectData"));

    private static List<string> Warnings(string members) => [.. Read(OfHyperp(Section(members))).Warnings.Select(warning => warning.ToString())];

    [TestCase("environment", "Environment and environment")]
    [TestCase("MANAGEDBY", "MANAGEDBY and ManagedBy")]
    public void Tag_that_differs_from_the_programs_in_case_alone_is_refused_as_IAM_refuses_it(string key, string got) => Assert.That(
        OnlyFault(OfHyperp(Section($"\"tags\":{{\"{key}\":\"x\"}}"))).Got,
        Is.EqualTo($"the keys {got}"));

    [Test]
    public void Tag_of_the_program_may_be_overridden() => Assert.That(ReadHyperp("\"tags\":{\"Product\":\"jobs\"}").Tags["Product"], Is.EqualTo("jobs"));

    [TestCase("R&D", "x")]
    [TestCase("Team", "R&D, Berlin")]
    public void Tag_with_characters_that_IAM_refuses_is_refused(string key, string value) => Assert.That(
        OnlyFault(OfHyperp(Section($"\"tags\":{{\"{key}\":\"{value}\"}}"))).Allowed,
        Does.Contain("letters, digits, spaces and _.:/=+@-"));

    [TestCase(7, true)]
    [TestCase(8, false)]
    public void Stored_private_key_leaves_room_for_seven_tags_as_an_S3_object_takes_ten(int count, bool legal)
    {
        const string Pem = "-----BEGIN PRIVATE KEY-----\\nMTIz\\n-----END PRIVATE KEY-----\\n";
        var tags = string.Join(',', Enumerable.Range(1, count).Select(number => $"\"Tag{number}\":\"x\""));
        var source = OfHyperp(Section($"\"githubAppPrivateKey\":\"{Pem}\",\"tags\":{{{tags}}}"), encrypted: true);
        if (legal)
        {
            Assert.That(() => Read(source), Throws.Nothing);
        }
        else
        {
            Assert.That(OnlyFault(source).Got, Is.EqualTo("8 tags while githubAppPrivateKey is set"));
        }
    }
}
