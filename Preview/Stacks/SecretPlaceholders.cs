using System.Text.Json;

namespace Infra.Preview.Stacks;

/// <summary>
/// Stands in for encrypted values, which only the stack's secrets provider can read. When the stack file names a JSON schema,
/// the first of the setting's examples is used, so that the placeholder has the setting's format.
/// </summary>
internal sealed class SecretPlaceholders(YamlFile file)
{
    public const string Default = "placeholder-of-a-secret";

    private JsonDocument? _schema;
    private bool _read;

    /// <summary>The placeholder for the value at that path of the file's `config`.</summary>
    public string For(IReadOnlyList<string> path)
    {
        if (Schema() is not { } schema)
        {
            return Default;
        }

        var node = Resolve(schema, schema);
        foreach (var name in path.Prepend("config"))
        {
            if (Member(schema, node, name) is not { } member)
            {
                return Default;
            }

            node = member;
        }

        return node.ValueKind == JsonValueKind.Object && node.TryGetProperty("examples", out var examples)
            && examples.ValueKind == JsonValueKind.Array && examples.GetArrayLength() > 0
            ? examples[0].ValueKind == JsonValueKind.String ? examples[0].GetString()! : examples[0].GetRawText()
            : Default;
    }

    private JsonElement? Schema()
    {
        if (!_read)
        {
            _read = true;
            if (file.SchemaReference is { } reference && !reference.Contains("://", StringComparison.Ordinal))
            {
                var path = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(file.Path))!, reference);
                try
                {
                    _schema = JsonDocument.Parse(File.ReadAllBytes(path));
                }
                catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException)
                {
                    throw new PreviewException($"{file.Path}: the schema it points at, {path}, cannot be read: {exception.Message}", exception);
                }
            }
        }

        return _schema?.RootElement;
    }

    private static JsonElement? Member(JsonElement root, JsonElement node, string name)
    {
        if (node.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        if (node.TryGetProperty("properties", out var properties) && properties.TryGetProperty(name, out var property))
        {
            return Resolve(root, property);
        }

        foreach (var open in (ReadOnlySpan<string>)["items", "additionalProperties"])
        {
            if (node.TryGetProperty(open, out var any) && any.ValueKind == JsonValueKind.Object)
            {
                return Resolve(root, any);
            }
        }

        foreach (var choice in (ReadOnlySpan<string>)["anyOf", "oneOf", "allOf"])
        {
            if (node.TryGetProperty(choice, out var choices))
            {
                foreach (var one in choices.EnumerateArray())
                {
                    if (Member(root, Resolve(root, one), name) is { } found)
                    {
                        return found;
                    }
                }
            }
        }

        return null;
    }

    private static JsonElement Resolve(JsonElement root, JsonElement node)
    {
        // A reference to a reference is legal; a circle of them is not worth an endless loop.
        for (var depth = 0; depth < 16 && node.ValueKind == JsonValueKind.Object && node.TryGetProperty("$ref", out var reference); depth++)
        {
            // A `$ref` may stand beside examples of its own, which are closer to the setting.
            if (node.TryGetProperty("examples", out _))
            {
                return node;
            }

            var target = root;
            foreach (var part in (reference.GetString() ?? "").TrimStart('#').Split('/', StringSplitOptions.RemoveEmptyEntries))
            {
                if (target.ValueKind != JsonValueKind.Object || !target.TryGetProperty(part, out target))
                {
                    return node;
                }
            }

            node = target;
        }

        return node;
    }
}
