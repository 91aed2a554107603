using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Infra.Tests.Stacks;

/// <summary>
/// Validates JSON against a schema of draft 7, as far as the schema of stack files goes: a keyword that it does not know fails the test,
/// so that no part of the schema is passed over in silence.
/// </summary>
internal sealed class JsonSchemaValidator
{
    private readonly List<string> _problems = [];

    private JsonSchemaValidator()
    {
    }

    /// <summary>What is wrong, each with its path; empty for a valid document.</summary>
    public static IReadOnlyList<string> Validate(JsonNode schema, JsonNode? document)
    {
        var validator = new JsonSchemaValidator();
        validator.Check(schema, document, "$");
        return validator._problems;
    }

    private static bool IsValid(JsonNode schema, JsonNode? document) => Validate(schema, document).Count == 0;

    private void Check(JsonNode schema, JsonNode? value, string path)
    {
        if (schema is JsonValue flag)
        {
            Require(flag.GetValue<bool>(), path, "stands where nothing may");
            return;
        }

        var keywords = schema.AsObject();
        foreach (var (keyword, argument) in keywords)
        {
            CheckKeyword(keywords, keyword, argument!, value, path);
        }
    }

    private void CheckKeyword(JsonObject schema, string keyword, JsonNode argument, JsonNode? value, string path)
    {
        switch (keyword)
        {
            case "$schema" or "title" or "description" or "default" or "examples":
            case "properties" or "patternProperties" when value is not JsonObject:
            case "then" or "else":
                break;
            case "type":
                var types = argument is JsonArray several ? several.Select(type => (string)type!).ToArray() : [(string)argument!];
                Require(types.Any(type => HasType(value, type)), path, $"is no {string.Join(" or ", types)}");
                break;
            case "enum":
                Require(argument.AsArray().Any(choice => JsonNode.DeepEquals(choice, value)), path, $"is none of {argument.ToJsonString()}");
                break;
            case "const":
                Require(JsonNode.DeepEquals(argument, value), path, $"is not {argument.ToJsonString()}");
                break;
            case "pattern":
                Require(value is not JsonValue || !HasType(value, "string") || Regex.IsMatch((string)value!, (string)argument!), path, $"does not match {argument}");
                break;
            case "minimum":
                Require(!HasType(value, "number") || (decimal)value! >= (decimal)argument!, path, $"is less than {argument}");
                break;
            case "maximum":
                Require(!HasType(value, "number") || (decimal)value! <= (decimal)argument!, path, $"is more than {argument}");
                break;
            case "minLength":
                Require(!HasType(value, "string") || ((string)value!).Length >= (int)argument!, path, $"is shorter than {argument}");
                break;
            case "maxLength":
                Require(!HasType(value, "string") || ((string)value!).Length <= (int)argument!, path, $"is longer than {argument}");
                break;
            case "if":
                if (schema[IsValid(argument, value) ? "then" : "else"] is { } branch)
                {
                    Check(branch, value, path);
                }

                break;
            case "allOf":
                foreach (var part in argument.AsArray())
                {
                    Check(part!, value, path);
                }

                break;
            default:
                CheckContent(schema, keyword, argument, value, path);
                break;
        }
    }

    private void CheckContent(JsonObject schema, string keyword, JsonNode argument, JsonNode? value, string path)
    {
        switch (keyword, value)
        {
            case ("required", JsonObject members):
                foreach (var name in argument.AsArray().Select(name => (string)name!))
                {
                    Require(members.ContainsKey(name), path, $"lacks {name}");
                }

                break;
            case ("properties", JsonObject members):
                foreach (var (name, property) in argument.AsObject().Where(property => members.ContainsKey(property.Key)))
                {
                    Check(property!, members[name], $"{path}.{name}");
                }

                break;
            case ("patternProperties", JsonObject members):
                foreach (var (pattern, property) in argument.AsObject())
                {
                    foreach (var (name, member) in members.Where(member => Regex.IsMatch(member.Key, pattern)))
                    {
                        Check(property!, member, $"{path}.{name}");
                    }
                }

                break;
            case ("additionalProperties", JsonObject members):
                var known = schema["properties"]?.AsObject();
                var patterns = schema["patternProperties"]?.AsObject().Select(pattern => pattern.Key).ToArray() ?? [];
                foreach (var (name, member) in members.Where(member => known?.ContainsKey(member.Key) != true && !patterns.Any(pattern => Regex.IsMatch(member.Key, pattern))))
                {
                    Check(argument, member, $"{path}.{name}");
                }

                break;
            case ("propertyNames", JsonObject members):
                foreach (var (name, _) in members)
                {
                    Check(argument, JsonValue.Create(name), $"{path}.{name}");
                }

                break;
            case ("maxProperties", JsonObject members):
                Require(members.Count <= (int)argument!, path, $"has more than {argument} members");
                break;
            case ("minProperties", JsonObject members):
                Require(members.Count >= (int)argument!, path, $"has fewer than {argument} members");
                break;
            case ("items", JsonArray items):
                for (var index = 0; index < items.Count; index++)
                {
                    Check(argument, items[index], $"{path}[{index}]");
                }

                break;
            case ("contains", JsonArray items):
                Require(items.Any(item => IsValid(argument, item)), path, $"holds nothing that matches {argument.ToJsonString()}");
                break;
            case ("minItems", JsonArray items):
                Require(items.Count >= (int)argument!, path, $"has fewer than {argument} elements");
                break;
            case ("maxItems", JsonArray items):
                Require(items.Count <= (int)argument!, path, $"has more than {argument} elements");
                break;
            case ("uniqueItems", JsonArray items):
                Require(items.Select(item => item?.ToJsonString()).Distinct().Count() == items.Count, path, "repeats an element");
                break;
            case ("required" or "additionalProperties" or "propertyNames" or "maxProperties" or "minProperties", not JsonObject):
            case ("items" or "contains" or "minItems" or "maxItems" or "uniqueItems", not JsonArray):
                break;
            default:
                throw new NotSupportedException($"The keyword {keyword} at {path} is not known to this validator.");
        }
    }

    private static bool HasType(JsonNode? value, string type) => (type, value?.GetValueKind()) switch
    {
        ("object", System.Text.Json.JsonValueKind.Object) => true,
        ("array", System.Text.Json.JsonValueKind.Array) => true,
        ("string", System.Text.Json.JsonValueKind.String) => true,
        ("boolean", System.Text.Json.JsonValueKind.True or System.Text.Json.JsonValueKind.False) => true,
        ("number", System.Text.Json.JsonValueKind.Number) => true,
        ("integer", System.Text.Json.JsonValueKind.Number) => decimal.IsInteger((decimal)value!),
        _ => false,
    };

    private void Require(bool holds, string path, string problem)
    {
        if (!holds)
        {
            _problems.Add($"{path} {problem}");
        }
    }
}
