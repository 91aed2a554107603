using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Infra.Components;
using Infra.Stacks.Settings.Constraints;
using Infra.Stacks.Settings.Reading;
using Infra.Stacks.Settings.Shapes;

namespace Infra.Stacks.Settings.Reference;

/// <summary>Writes the JSON schema of stack files, for editors and for the placeholders of encrypted values.</summary>
internal static class SettingsSchema
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The schema as text, ending in a line break.</summary>
    public static string Write(IReadOnlyList<SystemDefinition> catalog) => Schema(catalog).ToJsonString(Readable) + "\n";

    private static JsonObject Schema(IReadOnlyList<SystemDefinition> catalog) => new()
    {
        ["$schema"] = "http://json-schema.org/draft-07/schema#",
        ["title"] = "A stack of Infra",
        ["description"] = "Written from the settings records in Stacks/. Change those, not this file.",
        ["type"] = "object",
        ["required"] = new JsonArray("config"),
        ["properties"] = new JsonObject { ["config"] = Config(catalog) },
    };

    private static JsonObject Config(IReadOnlyList<SystemDefinition> catalog)
    {
        var properties = new JsonObject
        {
            [Key("environment")] = new JsonObject
            {
                ["description"] = SettingsReference.EnvironmentMeaning,
                ["enum"] = new JsonArray([.. Enum.GetNames<DeploymentEnvironment>().Select(name => (JsonNode)Names.CamelCase(name))]),
            },
            [Key("systems")] = new JsonObject
            {
                ["description"] = SettingsReference.SystemsMeaning,
                ["type"] = "array",
                ["items"] = new JsonObject { ["enum"] = new JsonArray([.. catalog.Select(system => (JsonNode)system.Key)]) },
                ["minItems"] = 1,
                ["uniqueItems"] = true,
            },
        };
        foreach (var system in catalog)
        {
            var section = SettingsObject(new RecordShape(system.SettingsType));
            section["description"] = $"The settings of {system.Title}.";
            properties[Key(system.Key)] = section;
        }

        return new JsonObject
        {
            ["type"] = "object",
            ["required"] = new JsonArray(Key("environment"), Key("systems")),
            ["properties"] = properties,
            // Keys of other namespaces belong to providers.
            ["patternProperties"] = new JsonObject { [$"^(?!{ConfigurationSource.Namespace}:)[^:]+:.+$"] = true },
            ["additionalProperties"] = false,
            ["allOf"] = new JsonArray([.. catalog.Select(Selection)]),
        };
    }

    // A section stands where, and only where, its system is selected; it may be left out when nothing in it is required.
    private static JsonObject Selection(SystemDefinition system)
    {
        var selected = new JsonObject { ["contains"] = new JsonObject { ["const"] = system.Key } };
        var rule = new JsonObject
        {
            ["if"] = new JsonObject { ["properties"] = new JsonObject { [Key("systems")] = selected } },
            ["else"] = new JsonObject { ["properties"] = new JsonObject { [Key(system.Key)] = false } },
        };
        if (new RecordShape(system.SettingsType).Settings.Any(setting => setting.IsRequired))
        {
            rule["then"] = new JsonObject { ["required"] = new JsonArray(Key(system.Key)) };
        }

        return rule;
    }

    private static JsonObject SettingsObject(RecordShape shape)
    {
        var schema = new JsonObject { ["type"] = "object" };
        if (shape.Settings.Where(setting => setting.IsRequired).Select(setting => (JsonNode)setting.Name).ToArray() is { Length: > 0 } required)
        {
            schema["required"] = new JsonArray(required);
        }

        schema["properties"] = new JsonObject(shape.Settings.Select(setting => KeyValuePair.Create(setting.Name, (JsonNode?)Setting(setting))));
        schema["additionalProperties"] = false;
        return schema;
    }

    private static JsonObject Setting(SettingInfo setting)
    {
        var schema = new JsonObject { ["description"] = Description(setting) };
        foreach (var (key, value) in Value(setting.Shape))
        {
            schema[key] = value?.DeepClone();
        }

        if (!HasDefaultInWords(setting) && Literal(setting.Default) is { } literal)
        {
            schema["default"] = literal;
        }

        return schema;
    }

    // `default` takes a single plain value.
    private static bool HasDefaultInWords(SettingInfo setting) => setting.EnvironmentDefaults.Count > 0 || setting.DefaultText is not null;

    private static string Description(SettingInfo setting) => HasDefaultInWords(setting)
        ? $"{SettingsReference.Meaning(setting)} Default: {SettingsReference.Default(setting).Replace("`", "", StringComparison.Ordinal)}."
        : SettingsReference.Meaning(setting);

    private static JsonObject Value(ValueShape shape) => shape switch
    {
        TextShape text => Constrained("string", text),
        IntegerShape number => Constrained("integer", number),
        NumberShape number => Constrained("number", number),
        FlagShape => new JsonObject { ["type"] = "boolean" },
        ChoiceShape choice => new JsonObject { ["enum"] = new JsonArray([.. choice.Choices.Select(name => (JsonNode)name)]) },
        SecretShape secret => Secret(secret),
        ListShape list => Counted(new JsonObject { ["type"] = "array", ["items"] = Value(list.Item), ["uniqueItems"] = true }, list.Count, "Items"),
        MapShape map => Map(map),
        ObjectShape inner => SettingsObject(inner.Record),
        _ => throw new NotSupportedException($"No schema is defined for {shape.GetType().Name}."),
    };

    private static JsonObject Constrained(string type, ScalarShape shape)
    {
        var schema = new JsonObject { ["type"] = type };
        foreach (var constraint in shape.Constraints)
        {
            constraint.Describe(schema);
        }

        return schema;
    }

    // What `pulumi config set --secret` writes. The example is the plain form, which previews put in its place.
    private static JsonObject Secret(SecretShape secret) => new()
    {
        ["type"] = "object",
        ["required"] = new JsonArray("secure"),
        ["properties"] = new JsonObject { ["secure"] = new JsonObject { ["type"] = "string" } },
        ["additionalProperties"] = false,
        ["examples"] = new JsonArray(secret.Placeholder),
    };

    private static JsonObject Map(MapShape map)
    {
        var schema = new JsonObject { ["type"] = "object", ["additionalProperties"] = Value(map.Value) };
        if (map.Keys is { } keys)
        {
            schema["propertyNames"] = new JsonObject { ["pattern"] = keys.Pattern };
        }

        return Counted(schema, map.Count, "Properties");
    }

    private static JsonObject Counted(JsonObject schema, CountAttribute? count, string unit)
    {
        if (count is { Least: > 0 })
        {
            schema[$"min{unit}"] = count.Least;
        }

        if (count is { Most: < int.MaxValue })
        {
            schema[$"max{unit}"] = count.Most;
        }

        return schema;
    }

    private static JsonNode? Literal(object? value) => value switch
    {
        int number => number,
        decimal number => number,
        bool flag => flag,
        IReadOnlyList<string> texts => new JsonArray([.. texts.Select(text => (JsonNode)text)]),
        _ => Defaults.Text(value),
    };

    private static string Key(string name) => $"{ConfigurationSource.Namespace}:{name}";
}
