using Infra.Stacks;
using Infra.Stacks.Settings.Reading;
using NUnit.Framework;
using Pulumi.Utilities;

namespace Infra.Tests.Stacks;

/// <summary>Every shape of setting, read from the JSON that Pulumi hands over.</summary>
internal sealed class SettingsReadingTests
{
    private static readonly IReadOnlyList<SystemDefinition> Catalog = [Configuration.System<SampleSettings>("sample")];

    [Test]
    public void Absent_section_gives_the_defaults()
    {
        var settings = Read(null);
        Assert.That(settings.Compute, Is.EqualTo(SampleCompute.Ecs));
        Assert.That(settings.Capacity, Is.Null);
        Assert.That(settings.Blocks, Is.Empty);
        Assert.That(settings.Region, Is.EqualTo("us-west-2"));
    }

    [Test]
    public void Empty_object_gives_the_defaults() => Assert.That(Read("{}").Count, Is.EqualTo(1));

    [TestCase("dev", 1)]
    [TestCase("staging", 2)]
    [TestCase("prod", 3)]
    public void Environment_has_defaults_of_its_own(string environment, int count) => Assert.That(Read("{}", environment).Count, Is.EqualTo(count));

    [Test]
    public void Number_default_of_an_environment_becomes_decimal() => Assert.That(Read("{}", "prod").Capacity, Is.EqualTo(0.5m));

    [Test]
    public void Environment_default_reaches_nested_settings()
    {
        Assert.That(Read("""{"rule":{"port":1}}""").Rule, Is.EqualTo(new SampleRule { Port = 1, Open = true }));
        Assert.That(Read("{}").Rule.Open, Is.True);
        Assert.That(Read("{}", "prod").Rule.Open, Is.False);
    }

    [Test]
    public void Given_value_goes_before_the_environments_default() => Assert.That(Read("""{"count":5}""", "prod").Count, Is.EqualTo(5));

    [Test]
    public void Choice_is_written_in_camel_case() =>
        Assert.That(Read("""{"compute":"ultraCostOptimized"}""").Compute, Is.EqualTo(SampleCompute.UltraCostOptimized));

    [Test]
    public void Choice_with_other_case_is_refused() => Assert.That(Fault("""{"compute":"ECS"}"""), Is.EqualTo(new SettingFault(
        "infra:sample.compute", "\"ECS\"", "ecs, eks or ultraCostOptimized", "pulumi config set --path infra:sample.compute ecs")));

    [Test]
    public void Choice_by_number_is_refused() => Assert.That(Fault("""{"compute":0}""").Got, Is.EqualTo("0"));

    [Test]
    public void Lists_keep_their_order() =>
        Assert.That(Read("""{"blocks":["10.1.0.0/16","10.0.0.0/16"]}""").Blocks, Is.EqualTo(new[] { "10.1.0.0/16", "10.0.0.0/16" }));

    [Test]
    public void Faulty_element_is_named_by_its_index() =>
        Assert.That(Fault("""{"blocks":["10.0.0.0/16","x"]}""").Key, Is.EqualTo("infra:sample.blocks[1]"));

    [Test]
    public void Too_long_list_is_refused() => Assert.That(
        Fault("""{"blocks":["10.0.0.0/16","10.1.0.0/16","10.2.0.0/16","10.3.0.0/16"]}""").Allowed,
        Does.StartWith("a list of at most 3, each a text, an IPv4 block"));

    [Test]
    public void Objects_in_lists_are_read() => Assert.That(
        Read("""{"rules":[{"port":22},{"port":443,"open":false}]}""").Rules.Select(rule => (rule.Port, rule.Open)),
        Is.EqualTo(new[] { (22, true), (443, false) }));

    [Test]
    public void Missing_setting_in_a_listed_object_is_named_by_its_path() =>
        Assert.That(Fault("""{"rules":[{"open":true}]}""").Key, Is.EqualTo("infra:sample.rules[0].port"));

    [Test]
    public async Task Secrets_by_name_are_read_as_secrets()
    {
        var source = Source("""{"secrets":{"key":"value"}}""") with { SecretKeys = new HashSet<string> { "infra:sample" } };
        var secret = ((SampleSettings)StackSettings.Read(source, Catalog).Systems.Single().Settings).Secrets["key"];
        Assert.That(await global::Pulumi.Output.IsSecretAsync(secret), Is.True);
        Assert.That(await OutputUtilities.GetValueAsync(secret), Is.EqualTo("value"));
    }

    [Test]
    public void Setting_required_by_another_is_refused_with_the_reason() => Assert.That(
        Fault("""{"compute":"eks"}""").Allowed,
        Does.EndWith("; it is required because compute is eks"));

    [Test]
    public void Rule_over_a_faulty_setting_is_not_judged() =>
        Assert.That(Fault("""{"compute":"eks","certificateArn":"x"}""").Key, Is.EqualTo("infra:sample.certificateArn"));

    [TestCase("arn:aws:acm:us-east-1:123456789012:certificate/abc", true)]
    [TestCase("arn:aws-cn:acm:cn-north-1:123456789012:certificate/abc", true)]
    [TestCase("arn:aws:iam::123456789012:role/abc", false)]
    [TestCase("arn:aws:acm:us-east-1:12345:certificate/abc", false)]
    [TestCase("arn:aws:acm:us-east-1:123456789012:certificate/", false)]
    [TestCase("certificate/abc", false)]
    public void Arns_name_service_account_and_resource(string arn, bool legal) =>
        Assert.That(IsLegal($$"""{"certificateArn":"{{arn}}"}"""), Is.EqualTo(legal));

    [TestCase("https://example.com/path", true)]
    [TestCase("http://example.com", false)]
    [TestCase("https://user@example.com", false)]
    [TestCase("example.com", false)]
    public void Addresses_are_absolute_and_name_no_user(string address, bool legal) =>
        Assert.That(IsLegal($$"""{"address":"{{address}}"}"""), Is.EqualTo(legal));

    [Test]
    public void Warnings_do_not_refuse() => Assert.That(
        StackSettings.Read(Source("""{"address":"https://example.com"}"""), Catalog).Warnings,
        Is.EqualTo(new[] { new SettingWarning("infra:sample.address", "Is not read.") }));

    [Test]
    public void Text_that_is_no_object_is_refused() => Assert.That(Fault("{not json").Got, Is.EqualTo("\"{not json\""));

    private static SampleSettings Read(string? section, string environment = "dev") =>
        (SampleSettings)StackSettings.Read(Source(section, environment), Catalog).Systems.Single().Settings;

    private static SettingFault Fault(string section) => Configuration.Refusal(Source(section), Catalog).Faults.Single();

    private static bool IsLegal(string section)
    {
        try
        {
            Read(section);
            return true;
        }
        catch (ConfigurationException)
        {
            return false;
        }
    }

    private static ConfigurationSource Source(string? section, string environment = "dev")
    {
        (string, string)[] values = [("infra:environment", environment), ("infra:systems", """["sample"]""")];
        return Configuration.Of(section is null ? values : [.. values, ("infra:sample", section)]);
    }
}
