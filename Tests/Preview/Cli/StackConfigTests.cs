using Infra.Preview;
using Infra.Preview.Stacks;
using NUnit.Framework;

namespace Infra.Tests.Preview.Cli;

public sealed class StackConfigTests
{
    [Test]
    public void Values_reach_the_program_as_the_cli_gives_them()
    {
        var config = Read("""
            config:
              proj:text: hello
              proj:quoted: "true"
              proj:flag: true
              proj:port: 80
              proj:ratio: 1.50
              proj:account: 012345678901
              proj:empty:
              short: belongs to the project
              aws:config:region: eu-west-1
              proj:object: { b: [1, two, { c: false }], a: "3" }
            """);

        Assert.That(config.Values, Is.EqualTo(new Dictionary<string, string>
        {
            ["proj:text"] = "hello",
            ["proj:quoted"] = "true",
            ["proj:flag"] = "true",
            ["proj:port"] = "80",
            ["proj:ratio"] = "1.5",
            ["proj:account"] = "012345678901",
            ["proj:empty"] = "",
            ["proj:short"] = "belongs to the project",
            ["aws:region"] = "eu-west-1",
            ["proj:object"] = """{"a":"3","b":[1,"two",{"c":false}]}""",
        }));
        Assert.That(config.SecretKeys, Is.Empty);
    }

    [Test]
    public void Encrypted_values_become_secrets_with_a_placeholder_at_any_depth()
    {
        var config = Read("""
            config:
              proj:key:
                secure: AAABAKc=
              proj:nested: { user: u, keys: [ { secure: v1:x } ] }
            """);

        Assert.That(config.SecretKeys, Is.EqualTo(new[] { "proj:key", "proj:nested" }));
        Assert.That(config.Values["proj:key"], Is.EqualTo(SecretPlaceholders.Default));
        Assert.That(config.Values["proj:nested"], Is.EqualTo($$"""{"keys":["{{SecretPlaceholders.Default}}"],"user":"u"}"""));
    }

    [Test]
    public void A_placeholder_takes_the_format_of_the_schemas_example()
    {
        using var project = new TemporaryProject();
        project.Write("schema/config.json", """
            { "properties": { "config": { "properties": { "proj:db": { "$ref": "#/$defs/Db" } } } },
              "$defs": { "Db": { "properties": { "password": { "type": "string", "examples": ["Aa1!aaaaaaaa"] } } } } }
            """);
        var stack = project.Write("Pulumi.dev.yaml", """
            # yaml-language-server: $schema=schema/config.json
            config:
              proj:db: { password: { secure: AAAA }, other: { secure: AAAA } }
            """);

        var config = StackConfig.Read(ProjectFile.Read(project.Directory), YamlFile.Read(stack), []);

        Assert.That(config.Values["proj:db"], Is.EqualTo($$"""{"other":"{{SecretPlaceholders.Default}}","password":"Aa1!aaaaaaaa"}"""));
    }

    [Test]
    public void Project_defaults_fill_what_the_stack_leaves_out()
    {
        const string Project = """
            name: proj
            runtime: dotnet
            config:
              size: { type: integer, default: 3 }
              aws:region: { value: us-east-1 }
              plain: text
              token: { type: string, secret: true, default: t }
            """;

        var config = Read("config:\n  proj:size: 5\n", project: Project);

        Assert.That(config.Values, Is.EqualTo(new Dictionary<string, string>
        {
            ["proj:size"] = "5",
            ["aws:region"] = "us-east-1",
            ["proj:plain"] = "text",
            ["proj:token"] = "t",
        }));
        Assert.That(config.SecretKeys, Is.EqualTo(new[] { "proj:token" }));
    }

    [Test]
    public void Declared_settings_without_a_default_must_be_set()
    {
        const string Project = "name: proj\nruntime: dotnet\nconfig:\n  size: { type: integer }\n";

        Assert.That(() => Read("config: {}\n", project: Project), Throws.TypeOf<PreviewException>().With.Message.Contains("proj:size"));
        Assert.That(Read("config: {}\n", ["size=4"], Project).Values["proj:size"], Is.EqualTo("4"));
    }

    [TestCase("proj:a=1", "proj:a", "1")]
    [TestCase("a=x=y", "proj:a", "x=y")]
    [TestCase("a=", "proj:a", "")]
    [TestCase("proj:o.n=7", "proj:o", """{"l":["x"],"n":7}""")]
    [TestCase("proj:o.new=true", "proj:o", """{"l":["x"],"n":1,"new":true}""")]
    [TestCase("proj:o.n=007", "proj:o", """{"l":["x"],"n":"007"}""")]
    [TestCase("proj:o.l[0]=y", "proj:o", """{"l":["y"],"n":1}""")]
    [TestCase("proj:o.l[1]=y", "proj:o", """{"l":["x","y"],"n":1}""")]
    [TestCase("""proj:o["a.b"]=y""", "proj:o", """{"a.b":"y","l":["x"],"n":1}""")]
    [TestCase("proj:fresh.a.b[0]=1", "proj:fresh", """{"a":{"b":[1]}}""")]
    public void Overrides_use_the_path_syntax_of_the_cli(string set, string key, string expected) =>
        Assert.That(Read("config:\n  proj:o: { n: 1, l: [x] }\n", [set]).Values[key], Is.EqualTo(expected));

    [TestCase("nothing", "it has no KEY")]
    [TestCase("=1", "it has no KEY")]
    [TestCase("proj:=1", "is not a configuration key")]
    [TestCase("proj:o.l[x]=1", "neither an index")]
    [TestCase("proj:o.l[0=1", "has no ']'")]
    [TestCase("proj:o..n=1", "where a name is expected")]
    [TestCase("proj:o.l[2]=1", "the next free index is 1")]
    [TestCase("proj:o.n.x=1", "inside a single value")]
    [TestCase("proj:o[0]=1", "inside a mapping")]
    public void A_faulty_override_is_refused(string set, string says) =>
        Assert.That(() => Read("config:\n  proj:o: { n: 1, l: [x] }\n", [set]), Throws.TypeOf<PreviewException>().With.Message.Contains(says));

    [TestCase("config:\n  a: b\n c: d\n", "(3,2): not valid YAML")]
    [TestCase("config:\n  a: b\n  a: c\n", "(3): the key 'a' is given twice")]
    [TestCase("config: [1]\n", "(1): `config` is a list")]
    [TestCase("- a\n", "(1): the file holds a list")]
    [TestCase("config:\n  a:b:c:d: 1\n", "'a:b:c:d' is not a configuration key")]
    [TestCase("config:\n  a: *nowhere\n", "(2): the alias *nowhere")]
    [TestCase("a: 1\n---\nb: 2\n", "more than one document")]
    public void A_faulty_stack_file_is_refused_with_file_and_line(string text, string says) =>
        Assert.That(() => Read(text), Throws.TypeOf<PreviewException>().With.Message.Contains(says).And.Message.Contains("Pulumi.dev.yaml("));

    [TestCase("")]
    [TestCase("# only a comment\n")]
    [TestCase("config:\n")]
    public void A_stack_without_configuration_is_legal(string text) => Assert.That(Read(text).Values, Is.Empty);

    private static StackConfig Read(string stack, IReadOnlyList<string>? overrides = null, string project = "name: proj\nruntime: dotnet\n")
    {
        using var folder = new TemporaryProject(project);
        return StackConfig.Read(ProjectFile.Read(folder.Directory), YamlFile.Read(folder.Write("Pulumi.dev.yaml", stack)), overrides ?? []);
    }
}
