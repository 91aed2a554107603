using System.Collections.Immutable;
using System.Text.Json;
using Google.Protobuf.WellKnownTypes;
using NUnit.Framework;
using Pulumi;
using Pulumi.Serialization;

namespace Infra.Tests.Sdks.Pulumi.Values;

[Parallelizable(ParallelScope.All)]
internal sealed class ConverterTests
{
    private const string Unknown = "\"04da6b54-80e4-46f7-96ec-b56ff0331ba9\"";

    [Test]
    public void Scalars_convert_exactly_and_numbers_truncate_to_integers()
    {
        Assert.That(Read<string>("\"s\""), Is.EqualTo("s"));
        Assert.That(Read<bool>("true"), Is.True);
        Assert.That(Read<double>("1.5"), Is.EqualTo(1.5));
        Assert.That(Read<int>("1.9"), Is.EqualTo(1));
        Assert.That(Read<int>("-1.9"), Is.EqualTo(-1));
        Assert.That(Read<int?>("2"), Is.EqualTo(2));
        Assert.That(Read<object>("2"), Is.EqualTo(2.0));
    }

    [Test]
    public void Null_is_null_for_references_and_nullables_and_the_default_for_other_structs()
    {
        Assert.That(Read<string?>("null"), Is.Null);
        Assert.That(Read<int?>("null"), Is.Null);
        Assert.That(Read<bool>("null"), Is.False);
        Assert.That(Read<ImmutableArray<string>>("null").IsDefault, Is.True);
        Assert.That(Read<ImmutableDictionary<string, string>?>("null"), Is.Null);
        Assert.That(Read<Samples.Endpoint?>("null"), Is.Null);
        Assert.That(Read<Samples.Color>("null"), Is.EqualTo(default(Samples.Color)));
        Assert.That(Read<Samples.Level>("null"), Is.EqualTo(default(Samples.Level)));
        Assert.That(Read<Union<string, int>>("null"), Is.EqualTo(default(Union<string, int>)));
        Assert.That(Read<JsonElement>("null").ValueKind, Is.EqualTo(JsonValueKind.Undefined));
        Assert.That(Read<Asset?>("null"), Is.Null);
    }

    [Test]
    public void Mismatch_warns_and_gives_the_default()
    {
        Warns<string?>("1", null, "Expected System.String but got System.Double deserializing ctx");
        Warns<bool>("\"x\"", false, "Expected System.Boolean but got System.String deserializing ctx");
        Warns<int>("\"x\"", 0, "Expected System.Double but got System.String deserializing ctx");
        Warns<int?>("\"x\"", null, "Expected System.Double but got System.String deserializing ctx");
        Warns<Samples.Color>("1", default, "Expected System.String but got System.Double deserializing ctx");
        Warns<Samples.Level>("true", default, "Expected System.Double but got System.Boolean deserializing ctx");
        Warns<Samples.Endpoint?>(
            "[]",
            null,
            $"Expected {typeof(Samples.Endpoint).FullName} but got {typeof(ImmutableArray<object>).FullName} deserializing ctx");
        Warns<ImmutableDictionary<string, int>?>(
            "1",
            null,
            $"Expected {typeof(ImmutableDictionary<string, int>).FullName} but got System.Double deserializing ctx");
        Warns<Resource?>("1", null, "Expected Pulumi.Resource but got System.Double deserializing ctx");
    }

    [Test]
    public void Mismatch_inside_a_structure_names_the_path_and_keeps_the_rest()
    {
        var warnings = new List<string>();

        var data = Convert<Samples.Endpoint>("""{"host": 1, "port": 80, "peers": [{"host": "p", "port": "x"}]}""", warnings);

        Assert.That(data.Value.Host, Is.Null);
        Assert.That(data.Value.Port, Is.EqualTo(80));
        Assert.That(data.Value.Peers[0].Host, Is.EqualTo("p"));
        Assert.That(warnings, Is.EqualTo(new[]
        {
            "Expected System.String but got System.Double deserializing ctx.host",
            "Expected System.Double but got System.String deserializing ctx.peers[0].port",
        }));
    }

    [Test]
    public void Array_mismatch_is_the_default_array()
    {
        var warnings = new List<string>();

        Assert.That(Convert<ImmutableArray<int>>("{}", warnings).Value.IsDefault, Is.True);
        Assert.That(warnings, Has.Count.EqualTo(1));
    }

    [Test]
    public void Assets_that_do_not_fit_become_placeholders()
    {
        var warnings = new List<string>();

        Assert.That(Convert<Asset>("1", warnings).Value, Is.TypeOf<InvalidAsset>());
        Assert.That(Convert<Archive>("1", warnings).Value, Is.TypeOf<InvalidArchive>());
        Assert.That(Convert<AssetOrArchive>("1", warnings).Value, Is.InstanceOf<AssetOrArchive>());
        Assert.That(warnings, Has.Count.EqualTo(3));
    }

    [Test]
    public void Collections_and_structures_convert_member_by_member()
    {
        Assert.That(Read<ImmutableArray<int>>("[1, 2]"), Is.EqualTo(new[] { 1, 2 }));
        Assert.That(Read<ImmutableArray<string>>("[]").IsDefault, Is.False);
        Assert.That(Read<ImmutableDictionary<string, int>>("""{"a": 1}"""), Is.EquivalentTo(new Dictionary<string, int> { ["a"] = 1 }));
        var endpoint = Read<Samples.Endpoint>("""{"host": "h", "port": 80, "peers": [{"host": "p", "port": 1}]}""");
        Assert.That((endpoint.Host, endpoint.Port, endpoint.Note, endpoint.Peers.Length), Is.EqualTo(("h", 80, default(string), 1)));
        Assert.That(endpoint.Peers[0].Peers.IsDefault, Is.True, "A missing list is the default array.");
        Assert.That(Read<Samples.PublicOnly>("""{"name": "n"}""").Name, Is.EqualTo("n"));
    }

    [Test]
    public void Enums_convert_from_their_wire_values()
    {
        Assert.That(Read<Samples.Level>("2"), Is.EqualTo(Samples.Level.High));
        Assert.That(Read<Samples.Color>("\"red\""), Is.EqualTo(Samples.Color.Red));
        Assert.That(Read<Samples.Ratio>("0.5"), Is.EqualTo(Samples.Ratio.Half));
        Assert.That(Read<Samples.Level?>("2"), Is.EqualTo(Samples.Level.High));
    }

    [Test]
    public void Unions_take_the_first_case_that_fits()
    {
        Assert.That(Read<Union<string, int>>("\"a\"").AsT0, Is.EqualTo("a"));
        Assert.That(Read<Union<string, int>>("1").AsT1, Is.EqualTo(1));
        Assert.That(Read<Union<int, double>>("1.5").AsT0, Is.EqualTo(1));
        Warns<Union<string, int>>(
            "true",
            default,
            $"Expected {typeof(Union<string, int>).FullName} but got System.Boolean deserializing ctx");
    }

    [Test]
    public void Discriminated_unions_take_the_case_that_the_value_names()
    {
        Assert.That(Read<Samples.IShape>("""{"kind": "circle", "radius": 2}"""), Is.TypeOf<Samples.Circle>());
        Assert.That(Read<Samples.IShape>("""{"kind": "square", "side": 2}"""), Is.TypeOf<Samples.Square>());
        Warns<Samples.IShape?>(
            """{"kind": "blob"}""",
            null,
            "Expected 'kind' to be one of circle, square but got 'blob' deserializing ctx");
    }

    [Test]
    public void Json_elements_are_encoded_again()
    {
        Assert.That(Read<JsonElement>("""{"a": [1, "x", null, true]}""").GetRawText(), Is.EqualTo("""{"a":[1,"x",null,true]}"""));
        var warnings = new List<string>();
        Convert<JsonElement>("""[{"4dabf18193072939515e22adb298388d": "c44067f5952c0a294b673a41bacd8c17", "text": "t"}]""", warnings);
        Assert.That(warnings, Has.Count.EqualTo(1), "An asset is not JSON.");
    }

    [Test]
    public async Task Outputs_inside_convert_element_by_element()
    {
        var list = Read<ImmutableArray<Output<int>>>("[1, 2]");

        Assert.That(await list[1].ValueAsync(), Is.EqualTo(2));
    }

    [Test]
    public void Unknown_or_secret_part_speaks_for_the_whole()
    {
        var unknown = Convert<ImmutableArray<string>>($"[\"a\", {Unknown}]", []);
        Assert.That(unknown.IsKnown, Is.False);
        Assert.That(unknown.Value.IsDefault, Is.True);

        var secret = Convert<Samples.Endpoint>($$"""{"host": {{DeserializerTests.Secret("\"h\"")}}, "port": 1}""", []);
        Assert.That(secret.IsSecret, Is.True);
        Assert.That(secret.Value.Host, Is.EqualTo("h"));
    }

    [Test]
    public void Resources_given_are_those_of_the_result()
    {
        var resource = Outputs.Resource("a");

        var data = Converter.ConvertValue<int>(Fail, "ctx", Value.ForNumber(1), Outputs.Set(resource));

        Assert.That(data.Resources, Is.EquivalentTo(new[] { resource }));
        Assert.That(Converter.ConvertValue<int>(Fail, "ctx", Value.ForNumber(1)).Resources, Is.Empty);
    }

    [TestCase(typeof(long))]
    [TestCase(typeof(DateTime))]
    [TestCase(typeof(List<string>))]
    [TestCase(typeof(ImmutableDictionary<int, string>))]
    [TestCase(typeof(ImmutableArray<long>))]
    [TestCase(typeof(Samples.WideLevel))]
    [TestCase(typeof(Samples.SubArgs))]
    [TestCase(typeof(Samples.Ambiguous))]
    public void Types_that_no_value_can_become_are_refused(System.Type type)
        => Assert.That(
            () => Converter.CheckTargetType("Thing.Prop", type),
            Throws.InvalidOperationException.With.Message.StartWith("Thing.Prop has the type"));

    [TestCase(typeof(Samples.Endpoint))]
    [TestCase(typeof(ImmutableDictionary<string, ImmutableArray<Samples.IShape>>))]
    [TestCase(typeof(Union<Samples.Color, Samples.Level?>))]
    [TestCase(typeof(Output<CustomResource>))]
    [TestCase(typeof(JsonElement))]
    [TestCase(typeof(AssetOrArchive))]
    public void Types_of_bindings_are_allowed(System.Type type)
        => Assert.That(() => Converter.CheckTargetType("ctx", type), Throws.Nothing);

    private static T Read<T>(string json) => Converter.ConvertValue<T>(Fail, "ctx", Value.Parser.ParseJson(json)).Value;

    private static OutputData<T> Convert<T>(string json, List<string> warnings)
        => Converter.ConvertValue<T>(warnings.Add, "ctx", Value.Parser.ParseJson(json));

    private static void Warns<T>(string json, T expected, string warning)
    {
        var warnings = new List<string>();

        var data = Convert<T>(json, warnings);

        Assert.That(data.Value, Is.EqualTo(expected));
        Assert.That(data.IsKnown, Is.True);
        Assert.That(warnings, Is.EqualTo(new[] { warning }));
    }

    private static void Fail(string warning) => Assert.Fail(warning);
}
