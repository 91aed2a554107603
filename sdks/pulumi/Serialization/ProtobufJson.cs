using System.Globalization;
using System.Text;
using Google.Protobuf.WellKnownTypes;

namespace Pulumi.Serialization;

/// <summary>
/// Writes a value as <see cref="Google.Protobuf.JsonFormatter"/> does. That one describes every message type to itself before it writes the
/// first character, which costs more than all the rest of starting a program.
/// </summary>
internal static class ProtobufJson
{
    public static string Format(Value value)
    {
        var text = new StringBuilder();
        Write(text, value);
        return text.ToString();
    }

    private static void Write(StringBuilder text, Value value)
    {
        switch (value.KindCase)
        {
            case Value.KindOneofCase.BoolValue:
                text.Append(value.BoolValue ? "true" : "false");
                break;
            case Value.KindOneofCase.NumberValue:
                WriteNumber(text, value.NumberValue);
                break;
            case Value.KindOneofCase.StringValue:
                WriteString(text, value.StringValue);
                break;
            case Value.KindOneofCase.ListValue:
                WriteItems(text, '[', value.ListValue.Values, Write, ']');
                break;
            case Value.KindOneofCase.StructValue:
                WriteItems(text, '{', value.StructValue.Fields, WriteField, '}');
                break;
            default:
                text.Append("null");
                break;
        }
    }

    private static void WriteItems<T>(StringBuilder text, char open, IEnumerable<T> items, Action<StringBuilder, T> write, char close)
    {
        text.Append(open);
        var separator = " ";
        foreach (var item in items)
        {
            text.Append(separator);
            write(text, item);
            separator = ", ";
        }

        text.Append(' ').Append(close);
    }

    private static void WriteField(StringBuilder text, KeyValuePair<string, Value> field)
    {
        WriteString(text, field.Key);
        text.Append(": ");
        Write(text, field.Value);
    }

    // JSON has no such numbers; protobuf writes them as strings.
    private static void WriteNumber(StringBuilder text, double number)
    {
        var digits = number.ToString("r", CultureInfo.InvariantCulture);
        text.Append(double.IsFinite(number) ? digits : $"\"{digits}\"");
    }

    private static void WriteString(StringBuilder text, string content)
    {
        text.Append('"');
        foreach (var character in content)
        {
            switch (character)
            {
                case '"' or '\\':
                    text.Append('\\').Append(character);
                    break;
                case '\b':
                    text.Append("\\b");
                    break;
                case '\f':
                    text.Append("\\f");
                    break;
                case '\n':
                    text.Append("\\n");
                    break;
                case '\r':
                    text.Append("\\r");
                    break;
                case '\t':
                    text.Append("\\t");
                    break;
                default:
                    WriteCharacter(text, character);
                    break;
            }
        }

        text.Append('"');
    }

    private static void WriteCharacter(StringBuilder text, char character)
    {
        if (IsEscaped(character))
        {
            text.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}");
        }
        else
        {
            text.Append(character);
        }
    }

    // Control characters, the two that are special in HTML, what is invisible or ends a line in JavaScript, and the halves of
    // characters beyond the basic plane.
    private static bool IsEscaped(char character) => character switch
    {
        < ' ' or '<' or '>' => true,
        >= '\u007f' and < '\u00a0' => true,
        '\u00ad' or '\u06dd' or '\u070f' or '\u17b4' or '\u17b5' or '\ufeff' => true,
        >= '\u0600' and <= '\u0603' => true,
        >= '\u200b' and <= '\u200f' => true,
        >= '\u2028' and <= '\u202e' => true,
        >= '\u2060' and <= '\u2064' => true,
        >= '\u206a' and <= '\u206f' => true,
        >= '\ud800' and <= '\udfff' => true,
        >= '\ufff9' and <= '\ufffb' => true,
        _ => false,
    };
}
