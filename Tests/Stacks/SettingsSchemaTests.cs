using System.Text.Json.Nodes;
using Infra.Preview.Stacks;
using Infra.Stacks;
using Infra.Stacks.Settings.Reference;
using Infra.Tests.Support;
using NUnit.Framework;

namespace Infra.Tests.Stacks;

/// <summary>The schema of stack files and the reference say what the reader does.</summary>
internal sealed class SettingsSchemaTests
{
    private static readonly JsonNode Schema = JsonNode.Parse(SettingsSchema.Write(SystemCatalog.All))!;

    private static IEnumerable<string> Files => StackFileNode.All;

    [Test]
    public void Schema_is_current() => RecordedFile.AssertCurrent("Stacks/config.schema.json", SettingsSchema.Write(SystemCatalog.All));

    [Test]
    public void Reference_is_current() => RecordedFile.AssertCurrent("docs/configuration.md", SettingsReference.Write(SystemCatalog.All));

    [TestCaseSource(nameof(Files))]
    public void Shipped_stack_file_validates_in_an_editor(string file) =>
        Assert.That(JsonSchemaValidator.Validate(Schema, StackFileNode.Read(file)), Is.Empty);

    [TestCaseSource(nameof(Files))]
    public void Shipped_stack_file_points_at_the_schema(string file)
    {
        var path = StackFileNode.FullPath(file);
        Assert.That(File.ReadLines(path).First(), Does.StartWith("# yaml-language-server: $schema="));
        var schema = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, File.ReadLines(path).First()["# yaml-language-server: $schema=".Length..]));
        Assert.That(schema, Is.EqualTo(Path.Combine(Scenario.RepositoryDirectory, "Stacks", "config.schema.json")));
    }

    [TestCaseSource(nameof(Files))]
    public void Shipped_stack_file_is_read_without_a_fault(string file)
    {
        var project = ProjectFile.Read(Scenario.RepositoryDirectory);
        var config = StackConfig.Read(project, YamlFile.Read(StackFileNode.FullPath(file)), []);
        var source = Configuration.Of() with { Values = config.Values, SecretKeys = config.SecretKeys };
        Assert.That(() => Configuration.Read(source), Throws.Nothing);
    }

    [Test]
    public void Full_example_sets_every_setting()
    {
        var section = StackFileNode.Read("Stacks/Examples/Pulumi.hyperp-full.yaml")["config"]!["infra:hyperp"]!.AsObject();
        var all = Schema["properties"]!["config"]!["properties"]!["infra:hyperp"]!["properties"]!.AsObject();
        Assert.That(section.Select(setting => setting.Key), Is.EquivalentTo(all.Select(setting => setting.Key)));
    }

    [TestCase("\"vpcCdir\":\"10.0.0.0/16\"")]
    [TestCase("\"azCount\":\"three\"")]
    [TestCase("\"azCount\":9")]
    [TestCase("\"azCount\":2.5")]
    [TestCase("\"lambdaRuntime\":\"nodejs20.x\"")]
    [TestCase("\"vpcCidr\":null")]
    [TestCase("\"vpcCidr\":\"10.0.0.0/33\"")]
    [TestCase("\"vpcCidr\":\"10.0.0.256/16\"")]
    [TestCase("\"code\":[]")]
    [TestCase("\"code\":{\"webhook\":\"x\"}")]
    [TestCase("\"logRetentionDays\":8")]
    [TestCase("\"allowedAccountIds\":[\"1\"]")]
    [TestCase("\"allowedAccountIds\":[\"123456789012\",\"123456789012\"]")]
    [TestCase("\"tags\":{\"aws:x\":\"y\"}")]
    [TestCase("\"githubAppWebhookSecret\":\"plain-plain-plain-plain\"")]
    [TestCase("\"region\":\"nowhere\"")]
    public void What_the_reader_refuses_an_editor_marks(string members)
    {
        Configuration.Refusal(Configuration.OfHyperp(Configuration.Section(members)));
        Assert.That(JsonSchemaValidator.Validate(Schema, StackOf(Configuration.Section(members))), Is.Not.Empty);
    }

    [TestCase("\"azCount\":2")]
    [TestCase("\"fargateGbPricePerHour\":0.005")]
    [TestCase("\"vpcCidr\":\"192.168.128.0/20\",\"subnetPrefixLength\":24")]
    [TestCase("\"allowedAccountIds\":[123456789012]")]
    [TestCase("\"tags\":{\"Team Name\":\"a b\"}")]
    public void What_the_reader_accepts_an_editor_does_too(string members)
    {
        Assert.That(() => Configuration.ReadHyperp(members), Throws.Nothing);
        Assert.That(JsonSchemaValidator.Validate(Schema, StackOf(Configuration.Section(members))), Is.Empty);
    }

    [Test]
    public void Encrypted_value_is_allowed_on_secrets_only()
    {
        const string Encrypted = "{\"secure\":\"v1:abc\"}";
        Assert.That(JsonSchemaValidator.Validate(Schema, StackOf(Configuration.Section($"\"githubAppWebhookSecret\":{Encrypted}"))), Is.Empty);
        Assert.That(JsonSchemaValidator.Validate(Schema, StackOf(Configuration.Section($"\"vpcCidr\":{Encrypted}"))), Is.Not.Empty);
    }

    [TestCase("""{"infra:environment":"dev","infra:systems":[],"infra:hyperp":{"githubAppId":"1"}}""")]
    [TestCase("""{"infra:environment":"dev","infra:systems":["hyperp"]}""")]
    [TestCase("""{"infra:environment":"test","infra:systems":["hyperp"],"infra:hyperp":{"githubAppId":"1"}}""")]
    [TestCase("""{"infra:environment":"dev","infra:systems":["hyperp"],"infra:hyperp":{"githubAppId":"1"},"infra:hyprep":{}}""")]
    [TestCase("""{"infra:systems":["hyperp"],"infra:hyperp":{"githubAppId":"1"}}""")]
    public void Faulty_selection_is_marked(string config) =>
        Assert.That(JsonSchemaValidator.Validate(Schema, new JsonObject { ["config"] = JsonNode.Parse(config) }), Is.Not.Empty);

    [Test]
    public void Section_of_an_unselected_system_is_marked()
    {
        var schema = JsonNode.Parse(SettingsSchema.Write([Configuration.System<SampleSettings>("one"), Configuration.System<SampleSettings>("two")]))!;
        var config = JsonNode.Parse("""{"infra:environment":"dev","infra:systems":["one"],"infra:two":{}}""");
        Assert.That(
            JsonSchemaValidator.Validate(schema, new JsonObject { ["config"] = config }),
            Is.EqualTo(new[] { "$.config.infra:two stands where nothing may" }));
    }

    [Test]
    public void Other_namespaces_are_left_alone()
    {
        var stack = StackOf(Configuration.Section(""));
        stack["config"]!["aws:region"] = "eu-west-1";
        Assert.That(JsonSchemaValidator.Validate(Schema, stack), Is.Empty);
    }

    private static JsonObject StackOf(string section) => new()
    {
        ["config"] = new JsonObject
        {
            ["infra:environment"] = "dev",
            ["infra:systems"] = new JsonArray("hyperp"),
            ["infra:hyperp"] = JsonNode.Parse(section),
        },
    };
}
