using System.Text;
using System.Text.Json;
using Infra.Sdks.Generator.Binding;
using Infra.Sdks.Generator.Naming;

namespace Infra.Sdks.Generator.Writing;

/// <summary>Writes values as C#.</summary>
public static class Literals
{
    /// <summary>Writes a text.</summary>
    /// <param name="text">The text.</param>
    /// <returns>A string literal.</returns>
    public static string Text(string text)
    {
        var literal = new StringBuilder("\"");
        foreach (var letter in text)
        {
            literal.Append(letter switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                < ' ' => $"\\u{(int)letter:x4}",
                _ => letter.ToString(),
            });
        }

        return literal.Append('"').ToString();
    }

    /// <summary>Writes a value of a schema.</summary>
    /// <param name="value">The value.</param>
    /// <returns>A literal.</returns>
    /// <exception cref="GeneratorException">The value is a list, an object or null.</exception>
    public static string Value(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        JsonValueKind.Number => value.GetRawText(),
        JsonValueKind.String => Text(value.GetString()!),
        _ => throw new GeneratorException(
            $"The value {value.GetRawText()} cannot be a default or a constant. Allowed are true, false, numbers and texts. Correct the schema."),
    };

    /// <summary>Writes the default of a property.</summary>
    /// <param name="property">The property.</param>
    /// <returns>An expression, or null when there is no default.</returns>
    public static string? Default(Property property)
    {
        var value = property.Spec.Default is { } given ? Typed(given, property.Value) : null;
        if (property.Spec.DefaultInfo?.Environment is not { Count: > 0 } environment)
        {
            return value;
        }

        var kind = (property.Value as PrimitiveType)?.Kind switch
        {
            PrimitiveKind.Boolean => "Boolean",
            PrimitiveKind.Integer => "Int32",
            PrimitiveKind.Number => "Double",
            _ => "",
        };
        var read = $"Utilities.GetEnv{kind}({string.Join(", ", environment.Select(Text))})";

        // A text that no variable gives stays null, which the wire form leaves out; its conversion to an input does not take a nullable one.
        return value is not null ? $"{read} ?? {value}" : kind.Length == 0 ? read + "!" : read;
    }

    private static string Typed(JsonElement value, SchemaType type)
    {
        if (type is not EnumType { Package: var package, Token: var token })
        {
            return Value(value);
        }

        var name = Names.OfToken(token);
        var member = package.Spec.Types[token].Enum!.Find(entry => JsonElement.DeepEquals(entry.Value, value))
            ?? throw new GeneratorException(
                $"The default {value.GetRawText()} is no value of enum {token}. A default is one of its values. Correct the schema.");
        return $"global::{package.Naming.Namespace(package.Naming.Module(token))}.{name}.{EnumWriter.MemberName(member, name)}";
    }
}
