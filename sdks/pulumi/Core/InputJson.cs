using System.Text.Json;

namespace Pulumi;

/// <summary>A JSON document given to a resource: plain or an output.</summary>
public sealed class InputJson : Input<JsonElement>
{
    /// <summary>Makes an input of no document.</summary>
    public InputJson()
        : base(default(JsonElement))
    {
    }

    private InputJson(JsonElement value)
        : base(value)
    {
    }

    private InputJson(Output<JsonElement> value)
        : base(value)
    {
    }

    /// <summary>Makes an input of JSON text. Throws <see cref="JsonException"/> when the text is not JSON.</summary>
    public static implicit operator InputJson(string json) => new(Parse(json));

    /// <summary>Makes an input of a document.</summary>
    public static implicit operator InputJson(JsonDocument document) => new(document.RootElement);

    /// <summary>Makes an input of an element.</summary>
    public static implicit operator InputJson(JsonElement element) => new(element);

    /// <summary>Makes an input of an output of JSON text; faults with <see cref="JsonException"/> when the text is not JSON.</summary>
    public static implicit operator InputJson(Output<string> json) => new(json.Apply(Parse));

    /// <summary>Makes an input of an output of a document.</summary>
    public static implicit operator InputJson(Output<JsonDocument> document) => new(document.Apply(value => value.RootElement));

    /// <summary>Makes an input of an output of an element.</summary>
    public static implicit operator InputJson(Output<JsonElement> element) => new(element);

    private static JsonElement Parse(string json) => JsonElement.Parse(json);
}
