using System.Collections.Immutable;
using System.Text.Json;
using NUnit.Framework;
using Pulumi;

namespace Infra.Tests.Sdks.Pulumi.Values;

[Parallelizable(ParallelScope.All)]
internal sealed class OutputJsonTests
{
    [Test]
    public async Task Plain_values_serialize_as_json()
    {
        Assert.That(await Output.JsonSerialize(Output.Create(1)).ValueAsync(), Is.EqualTo("1"));
        Assert.That(await Output.JsonSerialize(Output.Create("a")).ValueAsync(), Is.EqualTo("\"a\""));
        Assert.That(await Output.JsonSerialize(Output.Create<string?>(null as string)).ValueAsync(), Is.EqualTo("null"));
    }

    [Test]
    public async Task Nested_outputs_inputs_lists_and_maps_serialize_as_their_values()
    {
        var value = new Dictionary<string, object?>
        {
            ["output"] = Outputs.Later("o"),
            ["input"] = (Input<int>)2,
            ["list"] = new InputList<string> { "a", Outputs.Later("b") },
            ["map"] = new InputMap<int> { { "k", Outputs.Later(3) } },
            ["deep"] = Outputs.Later(new object[] { Outputs.Later("inner") }),
            ["none"] = null,
        };

        var text = await Output.JsonSerialize(Output.Create(value)).ValueAsync();

        Assert.That(
            text,
            Is.EqualTo("""{"output":"o","input":2,"list":["a","b"],"map":{"k":3},"deep":["inner"],"none":null}"""));
    }

    [Test]
    public async Task Nested_facts_reach_the_text([Values] bool known, [Values] bool secret, [Values] bool later)
    {
        var outer = Outputs.Resource("outer");
        var nested = Outputs.Resource("nested");
        var inner = later ? Outputs.Later(1, known, secret, nested) : Outputs.Of(1, known, secret, nested);

        var data = await Output.JsonSerialize(Outputs.Of(new[] { inner }, true, false, outer)).DataAsync();

        Assert.That(data.IsKnown, Is.EqualTo(known));
        Assert.That(data.IsSecret, Is.EqualTo(secret));
        Assert.That(data.Value, Is.EqualTo(known ? "[1]" : null));
        Assert.That(data.Resources, Is.EquivalentTo(new[] { outer, nested }));
    }

    [Test]
    public async Task Unknown_source_gives_unknown_text([Values] bool secret)
    {
        var data = await Output.JsonSerialize(Outputs.Unknown<int>(secret)).DataAsync();

        Assert.That(data.IsKnown, Is.False);
        Assert.That(data.IsSecret, Is.EqualTo(secret));
    }

    [Test]
    public async Task Secret_source_gives_secret_text()
        => Assert.That((await Output.JsonSerialize(Output.CreateSecret(1)).DataAsync()).IsSecret, Is.True);

    [Test]
    public async Task Options_apply_and_stay_as_they_are()
    {
        var options = new JsonSerializerOptions { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

        var text = await Output.JsonSerialize(Output.Create(new Sample(1, Output.Create("x"))), options).ValueAsync();

        Assert.That(text.ReplaceLineEndings("\n"), Is.EqualTo("{\n  \"number\": 1,\n  \"text\": \"x\"\n}"));
        Assert.That(options.Converters, Is.Empty);
    }

    [Test]
    public async Task Options_of_the_layout_apply()
    {
        var options = new JsonSerializerOptions { WriteIndented = true, IndentCharacter = '\t', IndentSize = 1, NewLine = "\n" };

        var text = await Output.JsonSerialize(Output.Create(new[] { Outputs.Later(1) }), options).ValueAsync();

        Assert.That(text, Is.EqualTo("[\n\t1\n]"));
    }

    [Test]
    public void Fault_of_a_nested_output_faults_the_text([Values] bool later)
    {
        var inner = later
            ? Outputs.Later(1).Apply(int (_) => throw new InvalidOperationException("boom"))
            : Outputs.Faulted<int>("boom");

        Assert.That(
            async () => await Output.JsonSerialize(Output.Create(new[] { inner })).DataTask,
            Throws.Exception.With.Message.EqualTo("boom"));
    }

    [Test]
    public async Task Text_reads_as_a_value_with_the_facts_of_the_text([Values] bool secret)
    {
        var resource = Outputs.Resource("a");

        var data = await Output.JsonDeserialize<Sample>(Outputs.Of("""{"Number":1,"Text":"x"}""", true, secret, resource)).DataAsync();
        var inner = await data.Value.Text.DataAsync();

        Assert.That(data.Value.Number, Is.EqualTo(1));
        Assert.That(data.IsSecret, Is.EqualTo(secret));
        Assert.That(data.Resources, Is.EquivalentTo(new[] { resource }));
        Assert.That(inner.Value, Is.EqualTo("x"));
        Assert.That(inner.IsSecret, Is.EqualTo(secret));
        Assert.That(inner.Resources, Is.EquivalentTo(new[] { resource }));
    }

    [Test]
    public async Task Unknown_text_reads_as_unknown()
        => Assert.That((await Output.JsonDeserialize<Sample>(Outputs.Unknown<string>()).DataAsync()).IsKnown, Is.False);

    [Test]
    public void Text_that_does_not_fit_faults()
        => Assert.That(async () => await Output.JsonDeserialize<int>(Output.Create("{")).DataTask, Throws.InstanceOf<JsonException>());

    [Test]
    public async Task Null_reads_as_an_output_of_null()
    {
        var value = await Output.JsonDeserialize<ImmutableArray<Output<string?>>>(Output.Create("[null]")).ValueAsync();

        Assert.That(await value[0].ValueAsync(), Is.Null);
    }

    public sealed record Sample(int Number, Output<string> Text);
}
