using System.Collections.Immutable;
using System.Text.Json;
using NUnit.Framework;
using Pulumi;
using Pulumi.Serialization;

namespace Infra.Tests.Sdks.Pulumi.Values;

[Parallelizable(ParallelScope.All)]
internal sealed class SerializerTests
{
    private const string Sig = "4dabf18193072939515e22adb298388d";

    private static IEnumerable<TestCaseData> Values()
    {
        yield return Case("null", null, "null");
        yield return Case("bool", true, "true");
        yield return Case("int", 3, "3");
        yield return Case("double", 1.5, "1.5");
        yield return Case("string", "s", "\"s\"");
        yield return Case("input", (Input<string>)"s", "\"s\"");
        yield return Case("input of null", (Input<string?>)(null as string), "null");
        yield return Case("output", Output.Create(3), "3");
        yield return Case("unknown", Outputs.Unknown<int>(), "\"04da6b54-80e4-46f7-96ec-b56ff0331ba9\"");
        yield return Case("unknown secret", Outputs.Unknown<int>(secret: true), "\"04da6b54-80e4-46f7-96ec-b56ff0331ba9\"");
        yield return Case(
            "secret",
            Output.CreateSecret("s"),
            $$"""{ "{{Sig}}": "1b47061264138c4ac30d75fd1eb44270", "value": "s" }""");
        yield return Case(
            "secret null",
            Output.CreateSecret<string?>(null as string),
            $$"""{ "{{Sig}}": "1b47061264138c4ac30d75fd1eb44270", "value": null }""");
        yield return Case("output in output", Output.Create<object>(Output.Create("x")), "\"x\"");
        yield return Case("union", Union<string, int>.FromT1(4), "4");
        yield return Case("input union", (InputUnion<string, int>)"u", "\"u\"");
        yield return Case("list keeps null", new List<object?> { 1, null, "a" }, """[ 1, null, "a" ]""");
        yield return Case("array", ImmutableArray.Create("a"), """[ "a" ]""");
        yield return Case("default array", default(ImmutableArray<string>), "[ ]");
        yield return Case(
            "input list with unknown",
            new InputList<string> { "a", Outputs.Unknown<string>() },
            """[ "a", "04da6b54-80e4-46f7-96ec-b56ff0331ba9" ]""");
        yield return Case(
            "input list with secret",
            new InputList<string> { "a", Output.CreateSecret("b") },
            $$"""[ "a", { "{{Sig}}": "1b47061264138c4ac30d75fd1eb44270", "value": "b" } ]""");
        yield return Case(
            "dictionary drops null",
            new Dictionary<string, object?> { ["b"] = 1, ["n"] = null, ["a"] = 2 },
            """{ "a": 2, "b": 1 }""");
        yield return Case(
            "input map",
            new InputMap<int> { { "k", 1 }, { "l", Outputs.Unknown<int>() } },
            """{ "k": 1, "l": "04da6b54-80e4-46f7-96ec-b56ff0331ba9" }""");
        yield return Case("args", new Samples.SubArgs { Value = "v" }, """{ "value": "v" }""");
        yield return Case("input of args", (Input<Samples.SubArgs>)new Samples.SubArgs { List = ["a"] }, """{ "list": [ "a" ] }""");
        yield return Case("enum", Samples.Level.High, "2");
        yield return Case("string enum", Samples.Color.Red, "\"red\"");
        yield return Case("default string enum", default(Samples.Color), "null");
        yield return Case("number enum", Samples.Ratio.Half, "0.5");
        yield return Case("value tuple", default(ValueTuple), "null");
        yield return Case(
            "output type keeps null",
            Samples.Endpoint.Create("h", 80),
            """{ "host": "h", "note": null, "peers": [ ], "port": 80 }""");
        yield return Case(
            "json element",
            JsonElement.Parse("""{"b":[1,"x",true,null],"a":1}"""),
            """{ "a": 1, "b": [ 1, "x", true, null ] }""");
        yield return Case("undefined json element", new InputJson(), "null");
        yield return Case("file asset", new FileAsset("p"), $$"""{ "{{Sig}}": "c44067f5952c0a294b673a41bacd8c17", "path": "p" }""");
        yield return Case("string asset", new StringAsset("t"), $$"""{ "{{Sig}}": "c44067f5952c0a294b673a41bacd8c17", "text": "t" }""");
        yield return Case("remote asset", new RemoteAsset("u"), $$"""{ "{{Sig}}": "c44067f5952c0a294b673a41bacd8c17", "uri": "u" }""");
        yield return Case("file archive", new FileArchive("p"), $$"""{ "{{Sig}}": "0def7320c3a5731c473e5ecbe6d01bc7", "path": "p" }""");
        yield return Case("remote archive", new RemoteArchive("u"), $$"""{ "{{Sig}}": "0def7320c3a5731c473e5ecbe6d01bc7", "uri": "u" }""");
        yield return Case(
            "asset archive",
            new AssetArchive(new Dictionary<string, AssetOrArchive> { ["f"] = new StringAsset("t") }),
            $$"""
            { "{{Sig}}": "0def7320c3a5731c473e5ecbe6d01bc7",
              "assets": { "f": { "{{Sig}}": "c44067f5952c0a294b673a41bacd8c17", "text": "t" } } }
            """);
    }

    [TestCaseSource(nameof(Values))]
    public async Task Value_is_sent_as(object? value, string json)
    {
        var serialized = await new Serializer(false).SerializeAsync("ctx", value, keepResources: true);

        Assert.That(Serializer.CreateValue(serialized), Is.EqualTo(Google.Protobuf.WellKnownTypes.Value.Parser.ParseJson(json)));
    }

    private static IEnumerable<TestCaseData> Unsupported()
    {
        yield return new TestCaseData(1L).SetArgDisplayNames("long");
        yield return new TestCaseData(1.0f).SetArgDisplayNames("float");
        yield return new TestCaseData(1.0m).SetArgDisplayNames("decimal");
        yield return new TestCaseData(DateTime.UnixEpoch).SetArgDisplayNames("DateTime");
        yield return new TestCaseData(new HashSet<string>()).SetArgDisplayNames("HashSet");
        yield return new TestCaseData(Samples.WideLevel.Low).SetArgDisplayNames("enum of long");
        yield return new TestCaseData(new object()).SetArgDisplayNames("object");
    }

    [TestCaseSource(nameof(Unsupported))]
    public void Other_types_are_refused_by_name_and_path(object value)
        => Assert.That(
            async () => await SendAsync(new Dictionary<string, object?> { ["a"] = new[] { value } }),
            Throws.InvalidOperationException.With.Message.EqualTo(
                $"{value.GetType().FullName} is not a supported argument type.\n\tctx.a[0]"));

    [Test]
    public void Tasks_are_refused_with_advice()
        => Assert.That(
            async () => await SendAsync(Task.FromResult(1)),
            Throws.InvalidOperationException.With.Message.EqualTo(
                "Tasks are not allowed inside ResourceArgs. Please wrap your Task in an Output:\n\tctx"));

    [Test]
    public void Dictionaries_need_string_keys()
        => Assert.That(
            async () => await SendAsync(new Dictionary<int, string> { [1] = "a" }),
            Throws.InvalidOperationException.With.Message.EqualTo("Dictionaries are only supported with string keys:\n\tctx"));

    [Test]
    public void Fault_of_an_output_is_passed_on()
        => Assert.That(
            async () => await SendAsync(new[] { Outputs.Faulted<int>("boom") }),
            Throws.InvalidOperationException.With.Message.EqualTo("boom"));

    [Test]
    public async Task Resources_of_all_outputs_are_collected_unknown_and_nested_ones_too()
    {
        var (a, b, c) = (Outputs.Resource("a"), Outputs.Resource("b"), Outputs.Resource("c"));
        var serializer = new Serializer(false);
        var value = new Dictionary<string, object?>
        {
            ["x"] = Outputs.Of<object>(new[] { Outputs.Of(1, true, false, b) }, true, false, a),
            ["y"] = Outputs.Unknown<int>(false, c),
        };

        await serializer.SerializeAsync("ctx", value, keepResources: true);

        Assert.That(serializer.DependentResources, Is.EquivalentTo(new[] { a, b, c }));
    }

    [Test]
    public async Task Custom_resource_is_sent_as_a_reference_or_as_its_id([Values] bool keepResources, [Values] bool knownId)
    {
        const string urn = "urn:pulumi:stack::project::pulumi:providers:aws::p";
        Resource resource = new DependencyResource(urn);
        if (knownId)
        {
            typeof(CustomResource).GetProperty(nameof(CustomResource.Id))!.SetValue(resource, Output.Create("the-id"));
        }

        var serializer = new Serializer(false);

        var serialized = await serializer.SerializeAsync("ctx", resource, keepResources);

        Assert.That(serialized, keepResources
            ? Is.EquivalentTo(new Dictionary<string, object?>
            {
                [Sig] = "5cf8f73096256a8f31e491e813e4eb8e",
                ["urn"] = urn,
                ["id"] = knownId ? "the-id" : "",
            })
            : Is.EqualTo(knownId ? "the-id" : "04da6b54-80e4-46f7-96ec-b56ff0331ba9"));
        Assert.That(serializer.DependentResources, Is.EquivalentTo(new[] { resource }));
    }

    [Test]
    public async Task References_add_no_dependency_when_told_so()
    {
        var serializer = new Serializer(excludeResourceReferencesFromDependencies: true);

        await serializer.SerializeAsync("ctx", Outputs.Resource("a"), keepResources: true);

        Assert.That(serializer.DependentResources, Is.Empty);
    }

    [Test]
    public void Golden_value_encodes_as_the_engine_expects()
    {
        var value = Serializer.CreateValue(new Dictionary<string, object?>
        {
            ["k"] = "v",
            ["n"] = 1,
            ["t"] = false,
            ["z"] = null,
            ["l"] = new List<object?> { 2.0 },
        });

        var members = value.StructValue.Fields;
        Assert.That(members.Keys, Is.EqualTo(new[] { "k", "l", "n", "t", "z" }));
        Assert.That(
            Google.Protobuf.MessageExtensions.ToByteArray(members["t"]),
            Is.EqualTo(Convert.FromHexString("2000")),
            "A value that is false is written.");
        Assert.That(
            Google.Protobuf.MessageExtensions.ToByteArray(members["z"]),
            Is.EqualTo(Convert.FromHexString("0800")),
            "A value that is null is written.");
        Assert.That(
            Google.Protobuf.MessageExtensions.ToByteArray(members["l"]),
            Is.EqualTo(Convert.FromHexString("320B0A09110000000000000040")));
    }

    private static Task<object?> SendAsync(object value) => new Serializer(false).SerializeAsync("ctx", value, keepResources: true);

    private static TestCaseData Case(string name, object? value, string json) => new TestCaseData(value, json).SetArgDisplayNames(name);
}
