using Infra.Sdks.Generator;
using NUnit.Framework;

namespace Infra.Tests.Sdks.Generator;

[TestFixture]
public sealed class GenerationTests
{
    [Test]
    public void A_token_that_the_schema_lacks_is_named()
        => Assert.That(
            () => Generate(("acme", ["acme:vm/machine:Machine", "acme:vm/robot:Robot"])),
            Throws.TypeOf<GeneratorException>().With.Message.Contains("acme:vm/robot:Robot").And.Message.Not.Contains("Machine,"));

    [Test]
    public void What_another_package_does_not_generate_is_named()
        => Assert.That(
            () => Generate(("acme", ["acme:vm/owner:Owner"]), ("acmex", ["acmex:farm:Farm"])),
            Throws.TypeOf<GeneratorException>().With.Message.Contains("acme:vm/machine:Machine").And.Message.Contains("token list"));

    [Test]
    public void A_reference_to_a_package_without_a_schema_is_refused()
        => Assert.That(
            () => Generate(("acmex", ["acmex:farm:Farm"])),
            Throws.TypeOf<GeneratorException>().With.Message.Contains("package 'acme'"));

    [Test]
    public void Only_what_the_tokens_need_is_written()
    {
        var files = Generate(("acme", ["acme:index/getZones:getZones"])).Write("acme");

        Assert.That(
            files.Keys,
            Is.EquivalentTo(new[] { "Config.cs", "GetZones.cs", "Inputs.cs", "Provider.cs", "Utilities.cs", "pulumi-plugin.json", "version.txt" }));
    }

    [Test]
    public void A_property_left_out_takes_its_types_with_it()
    {
        var whole = Generate(("acme", ["acme:vm/machine:Machine", "acme:vm/owner:Owner"])).Write("acme");
        var partial = Generate(("acme", ["acme:vm/machine:Machine -odd", "acme:vm/owner:Owner"])).Write("acme");

        Assert.That(whole["Machines/Machine.cs"], Does.Contain("\"odd\""));
        Assert.That(whole["Machines/Outputs.cs"], Does.Contain("class Odd"));
        Assert.That(partial["Machines/Machine.cs"], Does.Not.Contain("\"odd\""));
        Assert.That(partial["Machines/Outputs.cs"], Does.Not.Contain("class Odd"));
    }

    [TestCase("acme:vm/machine:Machine -wings", "no such property")]
    [TestCase("acme:vm/machine:Machine -size", "requires")]
    public void Only_an_optional_property_can_be_left_out(string line, string message)
        => Assert.That(() => Generate(("acme", [line])), Throws.TypeOf<GeneratorException>().With.Message.Contains(message));

    [Test]
    public void A_method_whose_function_is_absent_is_left_out_and_noted()
    {
        var schema = Schemas.Read("acme");
        schema.Functions.Remove("pulumi:providers:acme/describe");
        var generation = new Generation([(schema, TokenList.Parse(["acme:vm/owner:Owner"], "test"))]);

        Assert.That(generation.Write("acme")["Provider.cs"], Does.Not.Contain("Describe"));
        Assert.That(generation.Notes(), Has.One.Contains("describe"));
    }

    [Test]
    public void A_schema_without_a_version_is_refused()
    {
        var schema = Schemas.Read("acme");
        schema.Version = null;
        var generation = new Generation([(schema, TokenList.Parse(["acme:vm/owner:Owner"], "test"))]);

        Assert.That(() => generation.Write("acme"), Throws.TypeOf<GeneratorException>().With.Message.Contains("get-schema"));
    }

    private static Generation Generate(params (string Package, string[] Tokens)[] packages)
        => new(packages.Select(package => (Schemas.Read(package.Package), TokenList.Parse(package.Tokens, package.Package))));
}
