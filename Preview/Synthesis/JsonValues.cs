using System.Text.Json;
using Infra.Preview.Model;

namespace Infra.Preview.Synthesis;

/// <summary>Property values from JSON.</summary>
internal static class JsonValues
{
    /// <summary>The value of a JSON element.</summary>
    public static PropertyValue From(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => element.GetString(),
        JsonValueKind.Number => element.GetDouble(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Array => new ListValue(element.EnumerateArray().Select(From)),
        JsonValueKind.Object => new MapValue(element.EnumerateObject().Select(member => KeyValuePair.Create(member.Name, From(member.Value)))),
        _ => PropertyValue.Null,
    };

    /// <summary>The value of a JSON text; anything else throws <see cref="JsonException"/>.</summary>
    public static PropertyValue Parse(string text)
    {
        using var document = JsonDocument.Parse(text);
        return From(document.RootElement);
    }
}
