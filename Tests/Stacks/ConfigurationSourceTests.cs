using Infra.Stacks.Settings.Reading;
using NUnit.Framework;

namespace Infra.Tests.Stacks;

internal sealed class ConfigurationSourceTests
{
    [Test]
    public void Both_documents_of_the_engine_are_read()
    {
        var source = ConfigurationSource.Parse("""{"infra:environment":"dev","aws:region":"us-east-1"}""", """["infra:hyperp"]""", "dev");
        Assert.That(source.Values, Is.EquivalentTo(new Dictionary<string, string> { ["infra:environment"] = "dev", ["aws:region"] = "us-east-1" }));
        Assert.That(source.SecretKeys, Is.EqualTo(new[] { "infra:hyperp" }));
    }

    [Test]
    public void Old_form_of_a_key_means_the_same()
    {
        var source = ConfigurationSource.Parse("""{"infra:config:environment":"dev"}""", """["infra:config:environment"]""", "dev");
        Assert.That(source.Values.Keys, Is.EqualTo(new[] { "infra:environment" }));
        Assert.That(source.SecretKeys, Is.EqualTo(new[] { "infra:environment" }));
    }

    [TestCase(null)]
    [TestCase("")]
    public void Nothing_is_an_empty_configuration(string? text)
    {
        var source = ConfigurationSource.Parse(text, text, "dev");
        Assert.That(source.Values, Is.Empty);
        Assert.That(source.SecretKeys, Is.Empty);
    }

    [Test]
    public void Keys_of_other_namespaces_are_left_alone()
    {
        var source = Configuration.OfHyperp(Configuration.Section(""));
        var values = new Dictionary<string, string>(source.Values) { ["aws:region"] = "eu-west-1", ["other:thing"] = "{" };
        Assert.That(() => Configuration.Read(source with { Values = values }), Throws.Nothing);
    }
}
