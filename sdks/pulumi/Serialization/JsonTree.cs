using System.Collections.Immutable;
using System.Text.Json;

namespace Pulumi.Serialization;

/// <summary>Translates between JSON documents and trees of null, bool, double, string, lists and dictionaries.</summary>
internal static class JsonTree
{
    public static object? FromElement(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.String:
                return element.GetString();
            case JsonValueKind.Number:
                return element.GetDouble();
            case JsonValueKind.True:
                return true;
            case JsonValueKind.False:
                return false;
            case JsonValueKind.Array:
                var list = new List<object?>(element.GetArrayLength());
                foreach (var item in element.EnumerateArray())
                {
                    list.Add(FromElement(item));
                }

                return list;
            case JsonValueKind.Object:
                var members = new Dictionary<string, object?>();
                foreach (var property in element.EnumerateObject())
                {
                    members[property.Name] = FromElement(property.Value);
                }

                return members;
            default:
                return null;
        }
    }

    /// <summary>Makes an element of a deserialized tree; null when something in it, such as an asset, is not JSON.</summary>
    public static JsonElement? ToElement(object? tree)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            if (!TryWrite(writer, tree))
            {
                return null;
            }
        }

        return JsonElement.Parse(stream.GetBuffer().AsSpan(0, (int)stream.Length));
    }

    private static bool TryWrite(Utf8JsonWriter writer, object? tree)
    {
        switch (tree)
        {
            case null:
                writer.WriteNullValue();
                return true;
            case bool value:
                writer.WriteBooleanValue(value);
                return true;
            case double value when double.IsFinite(value):
                writer.WriteNumberValue(value);
                return true;
            case string value:
                writer.WriteStringValue(value);
                return true;
            case ImmutableArray<object?> list:
                return TryWriteList(writer, list);
            case ImmutableDictionary<string, object?> members:
                return TryWriteObject(writer, members);
            default:
                return false;
        }
    }

    private static bool TryWriteList(Utf8JsonWriter writer, ImmutableArray<object?> list)
    {
        writer.WriteStartArray();
        foreach (var item in list)
        {
            if (!TryWrite(writer, item))
            {
                writer.Reset();
                return false;
            }
        }

        writer.WriteEndArray();
        return true;
    }

    private static bool TryWriteObject(Utf8JsonWriter writer, ImmutableDictionary<string, object?> members)
    {
        writer.WriteStartObject();
        foreach (var (key, member) in members)
        {
            writer.WritePropertyName(key);
            if (!TryWrite(writer, member))
            {
                writer.Reset();
                return false;
            }
        }

        writer.WriteEndObject();
        return true;
    }
}
