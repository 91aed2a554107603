using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Infra.Preview.Diff.Versions;
using Infra.Preview.Model;

namespace Infra.Preview.Diff.Rendering;

/// <summary>Writes a difference as JSON. Secrets are withheld.</summary>
internal static class DiffJson
{
    private const int Version = 1;

    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Write(GraphDifference difference, string stack, Baseline baseline, bool all)
    {
        var secrets = new SecretTexts(difference);
        var buffer = new ArrayBufferWriter<byte>(16 << 10);
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            writer.WriteStartObject();
            writer.WriteNumber("version", Version);
            writer.WriteString("stack", stack);
            writer.WriteString("against", baseline.Name);
            Text(writer, "note", baseline.Note);
            writer.WriteStartObject("summary");
            foreach (var kind in Enum.GetValues<ChangeKind>())
            {
                writer.WriteNumber(Name(kind), difference.Count(kind));
            }

            writer.WriteEndObject();
            writer.WriteBoolean("dataLoss", difference.LosesData);
            writer.WriteStartArray("changes");
            foreach (var change in difference.Changes.Where(change => all || change.Kind != ChangeKind.Same))
            {
                Change(writer, change, secrets);
            }

            writer.WriteEndArray();
            Properties(writer, "outputs", difference.Outputs, secrets);
            writer.WriteEndObject();
        }

        buffer.Write("\n"u8);
        return buffer.WrittenSpan.ToArray();
    }

    private static void Change(Utf8JsonWriter writer, ResourceChange change, SecretTexts secrets)
    {
        writer.WriteStartObject();
        writer.WriteString("kind", Name(change.Kind));
        writer.WriteString("urn", change.Node.Urn);
        if (change.Before is { } before && before.Urn != change.Node.Urn)
        {
            writer.WriteString("previousUrn", before.Urn);
        }

        writer.WriteString("type", change.Node.Type);
        writer.WriteString("name", change.Node.Name);
        writer.WriteString("component", change.Component);
        Text(writer, "dataLoss", change.DataLoss);
        Text(writer, "possibleDataLoss", change.PossibleDataLoss);
        Text(writer, "refused", change.Refused);
        Text(writer, "missingAlias", change.MissingAlias);
        List(writer, "forcedBy", change.ForcedBy);
        if (change.Access.Count > 0)
        {
            writer.WriteStartArray("access");
            foreach (var access in change.Access)
            {
                writer.WriteStartObject();
                writer.WriteString("direction", access.Direction.ToString().ToLowerInvariant());
                writer.WriteString("text", secrets.Withhold(access.Text));
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        Properties(writer, "properties", change.Properties, secrets);
        List(writer, "uncompared", change.Uncompared);
        List(writer, "notes", change.Notes);
        writer.WriteEndObject();
    }

    private static void Properties(Utf8JsonWriter writer, string name, IReadOnlyList<PropertyChange> properties, SecretTexts secrets)
    {
        if (properties.Count == 0)
        {
            return;
        }

        writer.WriteStartArray(name);
        foreach (var property in properties)
        {
            writer.WriteStartObject();
            writer.WriteString("path", property.Path);
            if (!property.Hidden)
            {
                Value(writer, "before", property.Before, secrets);
                Value(writer, "after", property.After, secrets);
            }

            writer.WriteString("replaces", property.Effect switch { ReplaceEffect.Replaces => "yes", ReplaceEffect.InPlace => "no", _ => "unknown" });
            Text(writer, "reason", property.Reason);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void Value(Utf8JsonWriter writer, string name, PropertyValue? value, SecretTexts secrets)
    {
        if (value is not null)
        {
            writer.WritePropertyName(name);
            PropertyJson.Write(writer, secrets.Withhold(value), showSecrets: false);
        }
    }

    private static string Name(ChangeKind kind) => kind.ToString().ToLowerInvariant();

    private static void Text(Utf8JsonWriter writer, string name, string? text)
    {
        if (text is not null)
        {
            writer.WriteString(name, text);
        }
    }

    private static void List(Utf8JsonWriter writer, string name, IReadOnlyList<string> items)
    {
        if (items.Count == 0)
        {
            return;
        }

        writer.WriteStartArray(name);
        foreach (var item in items)
        {
            writer.WriteStringValue(item);
        }

        writer.WriteEndArray();
    }
}
