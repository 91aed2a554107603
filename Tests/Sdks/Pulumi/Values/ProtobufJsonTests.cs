using FsCheck.Fluent;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using NUnit.Framework;
using Pulumi.Serialization;

namespace Infra.Tests.Sdks.Pulumi.Values;

/// <summary>The library's own formatter is the reference: whatever it writes for a value is what a provider's configuration must say.</summary>
internal sealed class ProtobufJsonTests
{
    [Test]
    public void Every_character_outside_the_surrogates_is_written_as_the_library_writes_it()
    {
        foreach (var character in Enumerable.Range(0, 0x10000).Where(code => code is < 0xd800 or > 0xdfff).Select(code => (char)code))
        {
            var value = Value.ForString($"a{character}b");
            Assert.That(ProtobufJson.Format(value), Is.EqualTo(JsonFormatter.Default.Format(value)), $"U+{(int)character:x4}");
        }
    }

    [Test]
    public void Characters_beyond_the_basic_plane_are_written_as_the_library_writes_them()
    {
        var value = Value.ForString("\U0001f600 \U0001d173");
        Assert.That(ProtobufJson.Format(value), Is.EqualTo(JsonFormatter.Default.Format(value)));
    }

    [Test]
    public void Any_number_is_written_as_the_library_writes_it() => FsCheck.Check.QuickThrowOnFailure(
        Prop.ForAll(ArbMap.Default.ArbFor<double>(), number =>
            ProtobufJson.Format(Value.ForNumber(number)) == JsonFormatter.Default.Format(Value.ForNumber(number))));

    [Test]
    public void Lists_and_objects_are_written_with_the_librarys_spaces()
    {
        var value = Value.ForStruct(new Struct
        {
            Fields =
            {
                ["tags"] = Value.ForStruct(new Struct { Fields = { ["a"] = Value.ForString("b"), ["c"] = Value.ForNull() } }),
                ["list"] = Value.ForList(Value.ForString("x"), Value.ForNumber(1.5), Value.ForBool(true), Value.ForList()),
                ["none"] = Value.ForStruct(new Struct()),
            },
        });

        Assert.That(ProtobufJson.Format(value), Is.EqualTo(JsonFormatter.Default.Format(value)));
        Assert.That(
            ProtobufJson.Format(value),
            Is.EqualTo("""{ "tags": { "a": "b", "c": null }, "list": [ "x", 1.5, true, [ ] ], "none": { } }"""));
    }
}
