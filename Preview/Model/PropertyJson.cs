using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Infra.Preview.Model;

/// <summary>Writes property values as JSON the way `pulumi preview --json` does: special values as objects with a signature.</summary>
internal static class PropertyJson
{
    public const string Withheld = "[secret]";

    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Text(PropertyValue value, bool showSecrets)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Compact))
        {
            Write(writer, value, showSecrets);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    public static void Write(Utf8JsonWriter writer, PropertyValue value, bool showSecrets)
    {
        switch (value)
        {
            case NullValue:
                writer.WriteNullValue();
                break;
            case BoolValue flag:
                writer.WriteBooleanValue(flag.Value);
                break;
            case NumberValue number:
                WriteNumber(writer, number.Value);
                break;
            case TextValue text:
                writer.WriteStringValue(text.Value);
                break;
            case UnknownValue unknown:
                writer.WriteStringValue(unknown.Sentinel);
                break;
            case ListValue list:
                writer.WriteStartArray();
                foreach (var item in list.Items)
                {
                    Write(writer, item, showSecrets);
                }

                writer.WriteEndArray();
                break;
            case MapValue map:
                writer.WriteStartObject();
                WriteMembers(writer, map, showSecrets);
                writer.WriteEndObject();
                break;
            default:
                writer.WriteStartObject();
                WriteSigned(writer, value, showSecrets);
                writer.WriteEndObject();
                break;
        }
    }

    public static void WriteMembers(Utf8JsonWriter writer, MapValue map, bool showSecrets)
    {
        foreach (var (key, member) in map)
        {
            writer.WritePropertyName(key);
            Write(writer, member, showSecrets);
        }
    }

    private static void WriteSigned(Utf8JsonWriter writer, PropertyValue value, bool showSecrets)
    {
        switch (value)
        {
            case SecretValue secret:
                WriteSecret(writer, secret.Inner, showSecrets);
                break;
            // The dependencies of an output stand in propertyDependencies; reports show the value it carries.
            case OutputValue output:
                writer.WriteString(Signatures.Key, Signatures.Output);
                WriteOutput(writer, output, showSecrets);
                break;
            case AssetValue asset:
                writer.WriteString(Signatures.Key, Signatures.Asset);
                writer.WriteString(asset.Source.WireName(), asset.Content);
                break;
            case ArchiveValue { Members: { } members }:
                writer.WriteString(Signatures.Key, Signatures.Archive);
                writer.WritePropertyName("assets");
                Write(writer, members, showSecrets);
                break;
            case ArchiveValue archive:
                writer.WriteString(Signatures.Key, Signatures.Archive);
                writer.WriteString(archive.Source.WireName(), archive.Content);
                break;
            case ReferenceValue reference:
                writer.WriteString(Signatures.Key, Signatures.Reference);
                if (reference.Id is { } id)
                {
                    writer.WriteString("id", id.Length == 0 ? Signatures.UnknownText : id);
                }

                writer.WriteString("urn", reference.Urn);
                break;
            default:
                throw new InvalidOperationException($"No JSON form is defined for {value.GetType().Name}.");
        }
    }

    private static void WriteSecret(Utf8JsonWriter writer, PropertyValue inner, bool showSecrets)
    {
        writer.WriteString(Signatures.Key, Signatures.Secret);
        if (showSecrets)
        {
            // As in the engine's state, the plain text of a secret is JSON inside a string.
            writer.WriteString("plaintext", Text(inner, showSecrets));
        }
        else
        {
            writer.WriteString("ciphertext", Withheld);
        }
    }

    private static void WriteOutput(Utf8JsonWriter writer, OutputValue output, bool showSecrets)
    {
        if (output.Dependencies.Count > 0)
        {
            writer.WriteStartArray("dependencies");
            foreach (var urn in output.Dependencies)
            {
                writer.WriteStringValue(urn);
            }

            writer.WriteEndArray();
        }

        if (output.Secret)
        {
            writer.WriteBoolean("secret", true);
        }

        if (output.Value is { } value)
        {
            writer.WritePropertyName("value");
            if (output.Secret && !showSecrets)
            {
                writer.WriteStringValue(Withheld);
            }
            else
            {
                Write(writer, value, showSecrets);
            }
        }
    }

    private static void WriteNumber(Utf8JsonWriter writer, double value)
    {
        if (double.IsInteger(value) && Math.Abs(value) < 1e15)
        {
            writer.WriteNumberValue((long)value);
        }
        else if (double.IsFinite(value))
        {
            writer.WriteNumberValue(value);
        }
        else
        {
            writer.WriteStringValue(double.IsNaN(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity");
        }
    }
}
