using System.Text.Json;
using Infra.Preview.Model;

namespace Infra.Preview.Diff.Values;

/// <summary>Reads JSON as property values.</summary>
internal static class JsonTexts
{
    /// <summary>The object or list that a text holds; null when it is no JSON, or a single value.</summary>
    public static PropertyValue? Parse(string text)
    {
        var start = text.AsSpan().TrimStart();
        if (start.Length == 0 || start[0] is not ('{' or '['))
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(text);
            return Value(document.RootElement);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>A JSON element as it stands, signatures not understood.</summary>
    public static PropertyValue Value(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => new MapValue(element.EnumerateObject().Select(member => KeyValuePair.Create(member.Name, Value(member.Value)))),
        JsonValueKind.Array => new ListValue(element.EnumerateArray().Select(Value)),
        JsonValueKind.String => element.GetString(),
        JsonValueKind.Number => element.GetDouble(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => PropertyValue.Null,
    };
}
