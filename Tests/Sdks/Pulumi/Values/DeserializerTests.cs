using System.Collections.Immutable;
using Google.Protobuf.WellKnownTypes;
using NUnit.Framework;
using Pulumi;
using Pulumi.Serialization;

namespace Infra.Tests.Sdks.Pulumi.Values;

[Parallelizable(ParallelScope.All)]
internal sealed class DeserializerTests
{
    private const string Sig = "4dabf18193072939515e22adb298388d";

    [Test]
    public void Plain_values_become_their_clr_counterparts()
    {
        Assert.That(Read("null").Value, Is.Null);
        Assert.That(Read("true").Value, Is.True);
        Assert.That(Read("3").Value, Is.EqualTo(3.0));
        Assert.That(Read("\"s\"").Value, Is.EqualTo("s"));
        Assert.That(Read("[1, null]").Value, Is.EqualTo(ImmutableArray.Create<object?>(1.0, null)));
        Assert.That(
            Read("""{"a": 1, "__defaults": [], "n": null}""").Value,
            Is.EquivalentTo(new Dictionary<string, object?> { ["a"] = 1.0, ["n"] = null }));
        Assert.That(Read("null").IsKnown, Is.True);
        Assert.That(Deserializer.Deserialize(new Value()).Value, Is.Null, "A value of no kind is null.");
    }

    [TestCase("04da6b54-80e4-46f7-96ec-b56ff0331ba9")]
    [TestCase("1c4a061d-8072-4f0a-a4cb-0ff528b18fe7")]
    [TestCase("3eeb2bf0-c639-47a8-9e75-3b44932eb421")]
    [TestCase("6a19a0b0-7e62-4c92-b797-7f8e31da9cc2")]
    [TestCase("030794c1-ac77-496b-92df-f27374a8bd58")]
    [TestCase("e48ece36-62e2-4504-bad9-02848725956a")]
    [TestCase("dd056dcd-154b-4c76-9bd3-c8f88648b5ff")]
    public void Every_sentinel_is_unknown_wherever_it_is(string sentinel)
    {
        foreach (var json in new[] { $"\"{sentinel}\"", $"[1, \"{sentinel}\"]", $$"""{"a": {"b": ["{{sentinel}}"] } }""" })
        {
            var data = Read(json);
            Assert.That(data.IsKnown, Is.False);
            Assert.That(data.Value, Is.Null);
            Assert.That(data.IsSecret, Is.False);
        }
    }

    [Test]
    public void Secrets_unwrap_wherever_they_are_and_however_deep()
    {
        Assert.That(Read(Secret(Secret("1"))), Is.EqualTo(OutputData.Known<object?>(1.0, isSecret: true)));
        Assert.That(Read($"[{Secret("1")}]").IsSecret, Is.True);
        Assert.That(Read($"[{Secret("1")}]").Value, Is.EqualTo(ImmutableArray.Create<object?>(1.0)));
        Assert.That(Read($$"""{"a": {{Secret("null")}}}""").IsSecret, Is.True);
        Assert.That(Read(Secret("\"04da6b54-80e4-46f7-96ec-b56ff0331ba9\"")), Is.EqualTo(new OutputData<object?>([], null, false, true)));
    }

    [Test]
    public void Secret_without_a_value_is_refused()
        => Assert.That(() => Read($$"""{"{{Sig}}": "1b47061264138c4ac30d75fd1eb44270"}"""), Throws.InvalidOperationException);

    [Test]
    public void Assets_prefer_path_then_address_then_text()
    {
        const string asset = "c44067f5952c0a294b673a41bacd8c17";
        Assert.That(Content<FileAsset>($$"""{"{{Sig}}": "{{asset}}", "path": "p", "uri": "u", "text": "t"}"""), Is.EqualTo("p"));
        Assert.That(Content<RemoteAsset>($$"""{"{{Sig}}": "{{asset}}", "uri": "u", "text": "t"}"""), Is.EqualTo("u"));
        Assert.That(Content<StringAsset>($$"""{"{{Sig}}": "{{asset}}", "text": ""}"""), Is.EqualTo(""));
        Assert.That(() => Read($$"""{"{{Sig}}": "{{asset}}", "hash": "h"}"""), Throws.InvalidOperationException);
    }

    [Test]
    public void Archives_prefer_path_then_address_then_members()
    {
        const string archive = "0def7320c3a5731c473e5ecbe6d01bc7";
        Assert.That(Content<FileArchive>($$"""{"{{Sig}}": "{{archive}}", "path": "p"}"""), Is.EqualTo("p"));
        Assert.That(Content<RemoteArchive>($$"""{"{{Sig}}": "{{archive}}", "uri": "u"}"""), Is.EqualTo("u"));
        const string member = $$"""{"{{Sig}}": "c44067f5952c0a294b673a41bacd8c17", "text": "t"}""";
        var assets = (AssetArchive)Read($$"""{"{{Sig}}": "{{archive}}", "assets": {"f": {{member}} } }""").Value!;
        Assert.That(assets.Members["f"], Is.TypeOf<StringAsset>());
        Assert.That(() => Read($$"""{"{{Sig}}": "{{archive}}"}"""), Throws.InvalidOperationException);
    }

    [Test]
    public async Task Reference_without_a_class_becomes_a_stand_in()
    {
        const string urn = "urn:pulumi:stack::project::a:b:Parent$no:such:Type::name";

        var data = Read($$"""{"{{Sig}}": "5cf8f73096256a8f31e491e813e4eb8e", "urn": "{{urn}}", "id": "", "packageVersion": ""}""");

        var resource = (Resource)data.Value!;
        Assert.That(await resource.Urn.ValueAsync(), Is.EqualTo(urn));
        Assert.That(data.IsKnown, Is.True);
    }

    [TestCase("\"not-a-urn\"")]
    [TestCase("1")]
    public void Reference_without_a_legal_urn_is_refused(string urn)
        => Assert.That(
            () => Read($$"""{"{{Sig}}": "5cf8f73096256a8f31e491e813e4eb8e", "urn": {{urn}}}"""),
            Throws.InvalidOperationException);

    [Test]
    public async Task Output_value_becomes_an_output_of_its_values_type([Values] bool secret, [Values] bool dependencies)
    {
        const string urn = "urn:pulumi:stack::project::a:b:C::name";

        var data = Read($$"""
            {"{{Sig}}": "d0e6a833031e9bbcd3f4e8bde6ca49a4", "value": "v"
            {{(secret ? ", \"secret\": true" : "")}}
            {{(dependencies ? $", \"dependencies\": [\"{urn}\"]" : "")}} }
            """);

        var output = await ((Output<string>)data.Value!).DataAsync();
        Assert.That(output.Value, Is.EqualTo("v"));
        Assert.That(output.IsSecret, Is.EqualTo(secret));
        Assert.That(await output.Resources.UrnsAsync(), Is.EqualTo(dependencies ? new[] { urn } : []));
        Assert.That((data.IsKnown, data.IsSecret), Is.EqualTo((true, false)), "The facts belong to the output inside.");
    }

    [Test]
    public async Task Output_value_without_a_value_is_an_unknown_output()
    {
        var data = Read($$"""{"{{Sig}}": "d0e6a833031e9bbcd3f4e8bde6ca49a4", "secret": true}""");

        var output = await ((Output<object?>)data.Value!).DataAsync();
        Assert.That((output.IsKnown, output.IsSecret), Is.EqualTo((false, true)));
    }

    [Test]
    public void Hundreds_of_levels_are_read()
    {
        var value = Value.ForNumber(1);
        for (var i = 0; i < 500; i++)
        {
            value = Value.ForList(value);
        }

        var read = Deserializer.Deserialize(value).Value;
        for (var i = 0; i < 500; i++)
        {
            read = ((ImmutableArray<object?>)read!)[0];
        }

        Assert.That(read, Is.EqualTo(1.0));
    }

    internal static string Secret(string json) => $$"""{"{{Sig}}": "1b47061264138c4ac30d75fd1eb44270", "value": {{json}} }""";

    private static OutputData<object?> Read(string json) => Deserializer.Deserialize(Value.Parser.ParseJson(json));

    private static object Content<T>(string json)
        where T : AssetOrArchive
        => ((T)Read(json).Value!).Content;
}
