using Google.Protobuf.WellKnownTypes;

namespace Infra.Preview.Model;

/// <summary>Converts property values from and to the protocol's struct form.</summary>
internal static class ProtobufConversion
{
    /// <summary>Decodes a struct; a missing one is an empty map. A signature that no value has throws <see cref="MalformedValueException"/>.</summary>
    public static MapValue ToMap(Struct? value) => value is null ? MapValue.Empty : Members(value, "");

    /// <summary>Decodes one value. A signature that no value has throws <see cref="MalformedValueException"/>.</summary>
    public static PropertyValue ToValue(Value value, string path = "") => value.KindCase switch
    {
        Value.KindOneofCase.BoolValue => value.BoolValue,
        Value.KindOneofCase.NumberValue => value.NumberValue,
        Value.KindOneofCase.StringValue => Text(value.StringValue),
        Value.KindOneofCase.ListValue => new ListValue(value.ListValue.Values.Select((item, index) => ToValue(item, $"{path}[{index}]"))),
        Value.KindOneofCase.StructValue => Object(value.StructValue, path),
        _ => PropertyValue.Null,
    };

    /// <summary>Encodes a map. Without <paramref name="acceptSecrets"/> secrets lose their wrapper, without <paramref name="acceptResources"/> references become ids or URNs.</summary>
    public static Struct ToStruct(MapValue map, bool acceptSecrets = true, bool acceptResources = true)
    {
        var result = new Struct();
        foreach (var (key, member) in map)
        {
            result.Fields.Add(key, FromValue(member, acceptSecrets, acceptResources));
        }

        return result;
    }

    private static Value FromValue(PropertyValue value, bool acceptSecrets, bool acceptResources) => value switch
    {
        NullValue => Value.ForNull(),
        BoolValue flag => Value.ForBool(flag.Value),
        NumberValue number => Value.ForNumber(number.Value),
        TextValue text => Value.ForString(text.Value),
        UnknownValue unknown => Value.ForString(unknown.Sentinel),
        ListValue list => Value.ForList([.. list.Items.Select(item => FromValue(item, acceptSecrets, acceptResources))]),
        MapValue map => Value.ForStruct(ToStruct(map, acceptSecrets, acceptResources)),
        SecretValue secret when !acceptSecrets => FromValue(secret.Inner, acceptSecrets, acceptResources),
        SecretValue secret => Signed(Signatures.Secret, ("value", FromValue(secret.Inner, acceptSecrets, acceptResources))),
        OutputValue output => FromValue(output.WithoutDependencies, acceptSecrets, acceptResources),
        AssetValue asset => Signed(Signatures.Asset, (asset.Source.WireName(), Value.ForString(asset.Content))),
        ArchiveValue { Members: { } members } =>
            Signed(Signatures.Archive, ("assets", Value.ForStruct(ToStruct(members, acceptSecrets, acceptResources)))),
        ArchiveValue archive => Signed(Signatures.Archive, (archive.Source.WireName(), Value.ForString(archive.Content))),
        ReferenceValue reference when !acceptResources => Value.ForString(
            reference.Id is { } id ? id.Length > 0 ? id : Signatures.UnknownText : reference.Urn),
        ReferenceValue { Id: { } id } reference =>
            Signed(Signatures.Reference, ("urn", Value.ForString(reference.Urn)), ("id", Value.ForString(id))),
        ReferenceValue reference => Signed(Signatures.Reference, ("urn", Value.ForString(reference.Urn))),
        _ => throw new InvalidOperationException($"No wire form is defined for {value.GetType().Name}."),
    };

    private static MapValue Members(Struct value, string path) =>
        new(value.Fields.Select(field => KeyValuePair.Create(field.Key, ToValue(field.Value, path.Length == 0 ? field.Key : $"{path}.{field.Key}"))));

    private static PropertyValue Text(string text) => Signatures.IsUnknown(text) ? new UnknownValue(text) : new TextValue(text);

    private static PropertyValue Object(Struct value, string path)
    {
        if (!value.Fields.TryGetValue(Signatures.Key, out var signature))
        {
            return Members(value, path);
        }

        return signature.StringValue switch
        {
            Signatures.Secret => new SecretValue(ToValue(Required(value, "value", path, "secret"), path)),
            Signatures.Asset => Asset(value, path),
            Signatures.Archive => Archive(value, path),
            Signatures.Reference => new ReferenceValue(
                Required(value, "urn", path, "resource reference").StringValue,
                value.Fields.TryGetValue("id", out var id) ? id.StringValue : null),
            Signatures.Output => new OutputValue(
                value.Fields.TryGetValue("value", out var known) ? ToValue(known, path) : null,
                value.Fields.TryGetValue("secret", out var secret) && secret.BoolValue,
                value.Fields.TryGetValue("dependencies", out var urns)
                    ? [.. urns.ListValue.Values.Select(urn => urn.StringValue).Order(StringComparer.Ordinal)]
                    : []),
            _ => throw new MalformedValueException($"unrecognized signature '{signature.StringValue}' in property '{path}'"),
        };
    }

    private static AssetValue Asset(Struct value, string path)
    {
        var (source, content) = Source(value)
            ?? throw new MalformedValueException($"asset in property '{path}' has none of path, uri and text");
        return new AssetValue(source, content);
    }

    private static ArchiveValue Archive(Struct value, string path)
    {
        if (value.Fields.TryGetValue("assets", out var assets) && assets.StructValue is { } members)
        {
            return new ArchiveValue(AssetSource.Path, "", Members(members, path));
        }

        var (source, content) = Source(value)
            ?? throw new MalformedValueException($"archive in property '{path}' has none of path, uri and assets");
        return new ArchiveValue(source, content);
    }

    // The order in which the protocol's readers prefer the three.
    private static (AssetSource Source, string Content)? Source(Struct value)
    {
        foreach (var source in (ReadOnlySpan<AssetSource>)[AssetSource.Path, AssetSource.Uri, AssetSource.Text])
        {
            if (value.Fields.TryGetValue(source.WireName(), out var content) && content.KindCase == Value.KindOneofCase.StringValue)
            {
                return (source, content.StringValue);
            }
        }

        return null;
    }

    private static Value Required(Struct value, string key, string path, string what) =>
        value.Fields.TryGetValue(key, out var member)
            ? member
            : throw new MalformedValueException($"{what} in property '{path}' has no '{key}'");

    private static Value Signed(string signature, params ReadOnlySpan<(string Key, Value Value)> members)
    {
        var result = new Struct();
        result.Fields.Add(Signatures.Key, Value.ForString(signature));
        foreach (var (key, value) in members)
        {
            result.Fields.Add(key, value);
        }

        return Value.ForStruct(result);
    }
}

/// <summary>A value on the wire that the protocol does not allow.</summary>
internal sealed class MalformedValueException(string message) : Exception(message);
