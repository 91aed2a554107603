using System.Globalization;
using System.Text.Json;

namespace Infra.Preview.Stacks;

/// <summary>What unquoted scalars mean, and how nodes become configuration texts, as the Pulumi CLI has it.</summary>
internal static class YamlScalars
{
    /// <summary>The text that a program gets for a scalar: `true`, `80`, `1.5` or the text itself.</summary>
    public static string Text(YamlScalar scalar) => Meaning(scalar) switch
    {
        null => "",
        bool flag => flag ? "true" : "false",
        long number => number.ToString(CultureInfo.InvariantCulture),
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        var text => (string)text,
    };

    /// <summary>The scalar as null, bool, long, double or string.</summary>
    public static object? Meaning(YamlScalar scalar)
    {
        var text = scalar.Text;
        if (scalar.Quoted)
        {
            return text;
        }

        switch (text)
        {
            case "" or "~" or "null" or "Null" or "NULL":
                return null;
            case "true" or "True" or "TRUE":
                return true;
            case "false" or "False" or "FALSE":
                return false;
            default:
                break;
        }

        if (text[0] is (< '0' or > '9') and not ('-' or '+' or '.'))
        {
            return text;
        }

        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var integer) && !HasLeadingZero(text))
        {
            return integer;
        }

        if (text.StartsWith("0x", StringComparison.Ordinal)
            && long.TryParse(text.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var hexadecimal))
        {
            return hexadecimal;
        }

        const NumberStyles Float = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        return !HasLeadingZero(text) && double.TryParse(text, Float, CultureInfo.InvariantCulture, out var number) ? number : text;
    }

    /// <summary>Writes a node as JSON: scalars as what they mean, members sorted by key.</summary>
    public static void WriteJson(Utf8JsonWriter writer, YamlNode node)
    {
        switch (node)
        {
            case YamlMapping mapping:
                writer.WriteStartObject();
                foreach (var (key, value) in mapping.Members.OrderBy(member => member.Key, StringComparer.Ordinal))
                {
                    writer.WritePropertyName(key);
                    WriteJson(writer, value);
                }

                writer.WriteEndObject();
                break;
            case YamlSequence sequence:
                writer.WriteStartArray();
                foreach (var item in sequence.Items)
                {
                    WriteJson(writer, item);
                }

                writer.WriteEndArray();
                break;
            case YamlScalar scalar:
                WriteScalar(writer, Meaning(scalar));
                break;
            default:
                throw new InvalidOperationException($"No JSON form is defined for {node.GetType().Name}.");
        }
    }

    private static void WriteScalar(Utf8JsonWriter writer, object? meaning)
    {
        switch (meaning)
        {
            case null:
                writer.WriteNullValue();
                break;
            case bool flag:
                writer.WriteBooleanValue(flag);
                break;
            case long number:
                writer.WriteNumberValue(number);
                break;
            case double number:
                writer.WriteNumberValue(number);
                break;
            default:
                writer.WriteStringValue((string)meaning);
                break;
        }
    }

    // `007` and an account id such as 012345678901 are texts to whoever writes them.
    private static bool HasLeadingZero(string text)
    {
        var digits = text.AsSpan().TrimStart("+-");
        return digits.Length > 1 && digits[0] == '0' && char.IsAsciiDigit(digits[1]);
    }
}
