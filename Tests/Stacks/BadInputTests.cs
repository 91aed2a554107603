using Infra.Stacks.Settings.Reading;
using NUnit.Framework;
using static Infra.Tests.Stacks.Configuration;

namespace Infra.Tests.Stacks;

/// <summary>What operators get wrong, and the exact words they read.</summary>
internal sealed class BadInputTests
{
    private const string HyperpNames =
        "githubAppId, githubAppWebhookSecret, githubAppPrivateKey, code, lambdaRuntime, downloadableCreatorImage, usageCalculatorImage, "
        + "fargateVcpuPricePerHour, fargateGbPricePerHour, vpcCidr, azCount, subnetPrefixLength, excludedZoneIds, logRetentionDays, ecrImagesToKeep, "
        + "protectData, keepLostEvents, region, allowedAccountIds, tags";

    [Test]
    public void Misspelt_setting_is_refused_with_the_nearest_name() => Expect(
        OfHyperp(Section("\"vpcCdir\":\"10.0.0.0/16\"")),
        "infra:hyperp.vpcCdir",
        "the unknown setting \"vpcCdir\"",
        HyperpNames,
        "did you mean vpcCidr? Rename it in the stack file");

    [Test]
    public void Setting_like_no_other_is_refused_with_the_command_that_removes_it() => Expect(
        OfHyperp(Section("\"bananas\":1")),
        "infra:hyperp.bananas",
        "the unknown setting \"bananas\"",
        HyperpNames,
        "pulumi config rm --path infra:hyperp.bananas");

    [Test]
    public void Wrong_type_is_refused() => Expect(
        OfHyperp(Section("\"azCount\":\"three\"")),
        "infra:hyperp.azCount",
        "\"three\"",
        "a whole number, from 2 to 5",
        "pulumi config set --path infra:hyperp.azCount 3");

    [Test]
    public void Value_out_of_range_is_refused() => Expect(
        OfHyperp(Section("\"azCount\":9")),
        "infra:hyperp.azCount",
        "9",
        "a whole number, from 2 to 5",
        "pulumi config set --path infra:hyperp.azCount 3");

    [Test]
    public void Value_outside_a_set_is_refused_with_the_nearest() => Expect(
        OfHyperp(Section("\"lambdaRuntime\":\"nodejs20.x\"")),
        "infra:hyperp.lambdaRuntime",
        "\"nodejs20.x\"",
        "a text, one of nodejs22.x, nodejs24.x",
        "pulumi config set --path infra:hyperp.lambdaRuntime nodejs22.x");

    [Test]
    public void Missing_required_setting_is_refused() => Expect(
        OfHyperp("{}"),
        "infra:hyperp.githubAppId",
        "nothing",
        "a text, 1 to 18 digits; it is required",
        "pulumi config set --path infra:hyperp.githubAppId 123456");

    [Test]
    public void Missing_section_with_a_required_setting_is_refused() => Expect(
        Of(("infra:environment", "dev"), ("infra:systems", """["hyperp"]""")),
        "infra:hyperp.githubAppId",
        "nothing",
        "a text, 1 to 18 digits; it is required",
        "pulumi config set --path infra:hyperp.githubAppId 123456");

    [Test]
    public void Unknown_system_is_refused_with_the_nearest() => Expect(
        Of(("infra:environment", "dev"), ("infra:systems", """["hyprep"]"""), ("infra:hyperp", Section(""))),
        "infra:systems[0]",
        "\"hyprep\"",
        "hyperp",
        "did you mean hyperp? pulumi config set --path 'infra:systems[0]' hyperp");

    [Test]
    public void System_named_twice_is_refused() => Expect(
        Of(("infra:environment", "dev"), ("infra:systems", """["hyperp","hyperp"]"""), ("infra:hyperp", Section(""))),
        "infra:systems[1]",
        "\"hyperp\", as in infra:systems[0]",
        "each system once",
        "pulumi config rm --path 'infra:systems[1]'");

    [Test]
    public void Empty_list_of_systems_is_refused() => Expect(
        Of(("infra:environment", "dev"), ("infra:systems", "[]")),
        "infra:systems",
        "a list of 0 elements",
        "a list of at least one of hyperp",
        "pulumi config rm infra:systems, then: pulumi config set --path 'infra:systems[0]' hyperp");

    [Test]
    public void Text_in_place_of_the_list_of_systems_is_refused() => Expect(
        Of(("infra:environment", "dev"), ("infra:systems", "hyperp"), ("infra:hyperp", Section(""))),
        "infra:systems",
        "\"hyperp\"",
        "a list of at least one of hyperp",
        "pulumi config rm infra:systems, then: pulumi config set --path 'infra:systems[0]' hyperp");

    [Test]
    public void Section_of_an_unselected_system_is_refused()
    {
        var fault = Refusal(
            Of(("infra:environment", "dev"), ("infra:systems", """["one"]"""), ("infra:two", "{}")),
            [System<SampleSettings>("one", "One"), System<SampleSettings>("two", "Two")]).Faults.Single();
        Assert.That(fault, Is.EqualTo(new SettingFault(
            "infra:two",
            "settings of Two, which infra:systems does not select",
            "sections of selected systems: one",
            "add two to infra:systems, or: pulumi config rm infra:two")));
    }

    [Test]
    public void List_in_place_of_an_object_is_refused() => Expect(
        OfHyperp("""["githubAppId"]"""),
        "infra:hyperp",
        "a list of 1 element",
        $"an object of settings: {HyperpNames}",
        "pulumi config rm --path infra:hyperp, then set its settings one by one, such as: pulumi config set --path infra:hyperp.githubAppId 123456");

    [Test]
    public void List_in_place_of_a_nested_object_is_refused() => Expect(
        OfHyperp(Section("\"code\":[]")),
        "infra:hyperp.code",
        "a list of 0 elements",
        "an object of settings: webhookHandler, taskStateChangeHandler, efsController, cliRestApi",
        "pulumi config rm --path infra:hyperp.code, then set its settings one by one, such as: "
        + "pulumi config set --path infra:hyperp.code.webhookHandler Components/Functions/Placeholder");

    [Test]
    public void Empty_section_is_refused() => Expect(
        OfHyperp(""),
        "infra:hyperp",
        "an empty section",
        $"an object of settings: {HyperpNames}",
        "pulumi config rm infra:hyperp to take every default, or set one of its settings");

    [Test]
    public void Null_is_refused() => Expect(
        OfHyperp(Section("\"vpcCidr\":null")),
        "infra:hyperp.vpcCidr",
        "nothing (null)",
        "a text, an IPv4 block from /16 to /28 that starts at its first address, such as 10.0.0.0/16",
        "remove the line to leave the setting unset, or: pulumi config set --path infra:hyperp.vpcCidr 10.0.0.0/16");

    [Test]
    public void Unencrypted_secret_is_refused_without_its_value() => Expect(
        OfHyperp(Section("\"githubAppWebhookSecret\":\"tell-nobody-of-this-secret\"")),
        "infra:hyperp.githubAppWebhookSecret",
        "a value that is not encrypted (not shown)",
        "an encrypted value",
        "pulumi config set --secret --path infra:hyperp.githubAppWebhookSecret (it asks for the value), "
        + "and use a new one: the stack file's history keeps the old");

    [Test]
    public void Encrypted_value_on_a_plain_setting_is_refused() => Expect(
        OfHyperp(Section("\"vpcCidr\":\"10.0.0.0/16\""), encrypted: true),
        "infra:hyperp",
        "an encrypted value on a setting that is not secret",
        "encrypted values on secret settings only: githubAppWebhookSecret, githubAppPrivateKey",
        "find `secure:` under infra:hyperp in the stack file, and set that setting with --plaintext");

    [Test]
    public void Faulty_secret_is_refused_without_its_value() => Expect(
        OfHyperp(Section("\"githubAppPrivateKey\":\"tell-nobody-of-this-key\""), encrypted: true),
        "infra:hyperp.githubAppPrivateKey",
        "a secret value (not shown)",
        "a text, a private key in PEM form: all lines of the .pem file, from -----BEGIN … PRIVATE KEY----- to -----END … PRIVATE KEY-----",
        "pulumi config set --secret --path infra:hyperp.githubAppPrivateKey");

    [TestCase("10.0.0.0/33")]
    [TestCase("10.0.0.0/8")]
    [TestCase("10.0.0.1/16")]
    [TestCase("10.0.0.0")]
    public void Address_block_that_is_none_is_refused(string block) => Expect(
        OfHyperp(Section($"\"vpcCidr\":\"{block}\"")),
        "infra:hyperp.vpcCidr",
        $"\"{block}\"",
        "a text, an IPv4 block from /16 to /28 that starts at its first address, such as 10.0.0.0/16",
        "pulumi config set --path infra:hyperp.vpcCidr 10.0.0.0/16");

    [Test]
    public void Subnets_that_do_not_fit_into_the_block_are_refused() => Expect(
        OfHyperp(Section("\"vpcCidr\":\"10.0.0.0/20\"")),
        "infra:hyperp.subnetPrefixLength",
        "/20, of which 10.0.0.0/20 holds 1 while azCount is 3",
        "a whole number from 22 to 28, or a larger vpcCidr",
        "pulumi config set --path infra:hyperp.subnetPrefixLength 22");

    [Test]
    public void Block_too_small_for_any_subnets_is_refused() => Expect(
        OfHyperp(Section("\"vpcCidr\":\"10.0.0.0/28\"")),
        "infra:hyperp.subnetPrefixLength",
        "/20, of which 10.0.0.0/28 holds 0 while azCount is 3",
        "a larger vpcCidr: no legal subnet fits 3 times into 10.0.0.0/28",
        "pulumi config set --path infra:hyperp.vpcCidr 10.0.0.0/16");

    [Test]
    public void Unknown_environment_is_refused_with_the_nearest() => Expect(
        OfHyperp(Section(""), environment: "prd"),
        "infra:environment",
        "\"prd\"",
        "dev, staging or prod",
        "pulumi config set infra:environment prod");

    [Test]
    public void Missing_environment_is_refused() => Expect(
        Of(("infra:systems", """["hyperp"]"""), ("infra:hyperp", Section(""))),
        "infra:environment",
        "nothing",
        "dev, staging or prod; it is required",
        "pulumi config set infra:environment dev");

    [Test]
    public void Encrypted_environment_is_refused() => Expect(
        OfHyperp(Section("")) with { SecretKeys = new HashSet<string> { "infra:environment" } },
        "infra:environment",
        "a secret value (not shown)",
        "dev, staging or prod, not encrypted",
        "pulumi config set --plaintext infra:environment dev");

    [Test]
    public void Unknown_key_is_refused_with_the_nearest() => Expect(
        Of(("infra:enviroment", "dev"), ("infra:environment", "dev"), ("infra:systems", """["hyperp"]"""), ("infra:hyperp", Section(""))),
        "infra:enviroment",
        "the unknown key \"enviroment\"",
        "infra:environment, infra:systems, infra:hyperp",
        "did you mean infra:environment? Rename it in the stack file");

    [Test]
    public void Repeated_setting_is_refused() => Expect(
        OfHyperp("""{"githubAppId":"1","githubAppId":"2"}"""),
        "infra:hyperp.githubAppId",
        "the setting githubAppId more than once",
        "each setting once",
        "keep one of the entries in the stack file");

    [Test]
    public void Repeated_element_is_refused() => Expect(
        OfHyperp(Section("\"allowedAccountIds\":[\"123456789012\",\"123456789012\"]")),
        "infra:hyperp.allowedAccountIds[1]",
        "\"123456789012\", as in infra:hyperp.allowedAccountIds[0]",
        "each element once",
        "pulumi config rm --path 'infra:hyperp.allowedAccountIds[1]'");

    [Test]
    public void Code_that_does_not_exist_is_refused() => Expect(
        OfHyperp(Section("\"code\":{\"cliRestApi\":\"no/such/folder\"}")),
        "infra:hyperp.code.cliRestApi",
        "\"no/such/folder\"",
        "a text, an existing folder or .zip file, relative to the folder of Pulumi.yaml",
        "pulumi config set --path infra:hyperp.code.cliRestApi Components/Functions/Placeholder");

    [Test]
    public void Reserved_tag_is_refused() => Expect(
        OfHyperp(Section("\"tags\":{\"aws:owner\":\"me\"}")),
        "infra:hyperp.tags[\"aws:owner\"]",
        "the key \"aws:owner\"",
        "a key of 1 to 128 letters, digits, spaces and _.:/=+@-, not starting with aws:",
        "pulumi config rm --path 'infra:hyperp.tags[\"aws:owner\"]'");

    private static void Expect(ConfigurationSource source, string key, string got, string allowed, string fix) =>
        Assert.That(OnlyFault(source, HyperpAlone), Is.EqualTo(new SettingFault(key, got, allowed, fix)));
}
