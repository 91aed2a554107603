using Google.Protobuf;
using Infra.Preview.Model;
using NUnit.Framework;
using static Infra.Preview.Model.ProtobufConversion;

namespace Infra.Tests.Preview.Model;

public sealed class PropertyValueTests
{
    private static readonly string[] Sentinels =
    [
        "04da6b54-80e4-46f7-96ec-b56ff0331ba9", "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7", "3eeb2bf0-c639-47a8-9e75-3b44932eb421",
        "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2", "030794c1-ac77-496b-92df-f27374a8bd58", "e48ece36-62e2-4504-bad9-02848725956a",
        "dd056dcd-154b-4c76-9bd3-c8f88648b5ff",
    ];

    private static readonly PropertyValue[] Values =
    [
        PropertyValue.Null,
        true,
        false,
        0,
        -1.5,
        "",
        "text",
        ListValue.Empty,
        ListValue.Of(1, PropertyValue.Null, "x"),
        MapValue.Empty,
        MapValue.Of(("b", 1), ("a", ListValue.Of(false))),
        new SecretValue("s"),
        new SecretValue(PropertyValue.Null),
        new SecretValue(MapValue.Of(("k", PropertyValue.Unknown))),
        new AssetValue(AssetSource.Path, "a.txt"),
        new AssetValue(AssetSource.Text, "content"),
        new AssetValue(AssetSource.Uri, "https://example.com/a"),
        new ArchiveValue(AssetSource.Path, "dir"),
        new ArchiveValue(AssetSource.Path, "", MapValue.Of(("x", new AssetValue(AssetSource.Text, "t")))),
        new ReferenceValue("urn:pulumi:s::p::t:m:T::n"),
        new ReferenceValue("urn:pulumi:s::p::t:m:T::n", ""),
        new ReferenceValue("urn:pulumi:s::p::t:m:T::n", "i-1"),
    ];

    [TestCaseSource(nameof(Values))]
    public void Every_case_survives_the_wire(PropertyValue value) =>
        Assert.That(ToMap(Google.Protobuf.WellKnownTypes.Struct.Parser.ParseFrom(ToStruct(MapValue.Of(("v", value))).ToByteArray())), Is.EqualTo(MapValue.Of(("v", value))));

    [TestCaseSource(nameof(Sentinels))]
    public void Every_unknown_sentinel_is_read_and_kept(string sentinel)
    {
        var value = ToValue(Google.Protobuf.WellKnownTypes.Value.ForString(sentinel));

        Assert.That(value, Is.EqualTo(new UnknownValue(sentinel)));
        Assert.That(ListValue.Of("a", value).ContainsUnknowns);
    }

    [Test]
    public void Output_values_carry_value_secrecy_and_sorted_dependencies()
    {
        var wire = ToStruct(MapValue.Of(
            ("known", MapValue.Of((Signatures.Key, Signatures.Output), ("value", 1), ("secret", true), ("dependencies", ListValue.Of("b", "a")))),
            ("unknown", MapValue.Of((Signatures.Key, Signatures.Output)))));

        var map = ToMap(wire);

        Assert.That(map["known"].AsNumber, Is.EqualTo(1));
        Assert.That(map.Find("known"), Is.EqualTo(new OutputValue(1, true, ["a", "b"])));
        Assert.That(map.Find("unknown"), Is.EqualTo(new OutputValue(null, false, [])));
        Assert.That(map.ContainsUnknowns && map.ContainsSecrets);
    }

    [Test]
    public void A_program_that_takes_no_secrets_or_references_gets_plain_values()
    {
        var map = MapValue.Of(("s", new SecretValue("x")), ("r", new ReferenceValue("urn", "i-1")), ("c", new ReferenceValue("urn")));

        Assert.That(ToMap(ToStruct(map, acceptSecrets: false, acceptResources: false)), Is.EqualTo(MapValue.Of(("s", "x"), ("r", "i-1"), ("c", "urn"))));
    }

    [Test]
    public void Lookups_go_through_wrappers_and_end_in_null()
    {
        PropertyValue value = new SecretValue(MapValue.Of(("list", new OutputValue(ListValue.Of("a", MapValue.Of(("b", true))), false, []))));

        Assert.That(value["list"][1]["b"].AsBool, Is.True);
        Assert.That(value["list"][2]["b"].IsNull);
        Assert.That(value["none"][0]["x"].AsText, Is.Null);
    }

    [Test]
    public void Text_form_withholds_secrets() =>
        Assert.That($"{MapValue.Of(("a", new SecretValue("hidden")), ("b", 2))}", Is.EqualTo(
            $$"""{"a":{"{{Signatures.Key}}":"{{Signatures.Secret}}","ciphertext":"[secret]"},"b":2}"""));

    [Test]
    public void Maps_are_ordered_ordinally_and_equal_by_content()
    {
        var map = MapValue.Of(("b", 1), ("B", 2), ("a", 3));

        Assert.That(map.Keys, Is.EqualTo(new[] { "B", "a", "b" }));
        Assert.That(map, Is.EqualTo(MapValue.Of(("a", 3), ("b", 1), ("B", 2))));
        Assert.That(map.With("a", 4), Is.Not.EqualTo(map));
    }
}
