using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Infra.Preview.Engine;
using Infra.Preview.Model;

namespace Infra.Preview.Rendering;

/// <summary>Writes a preview as the document other tools read, in the form of `pulumi preview --json`.</summary>
internal static class PreviewJson
{
    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static byte[] Write(PreviewResult result, bool showSecrets)
    {
        var buffer = new ArrayBufferWriter<byte>(64 << 10);
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            writer.WriteStartObject();
            writer.WriteStartObject("config");
            foreach (var (key, value) in result.Config)
            {
                // Configuration is text on both sides of the protocol; a secret one has no signature.
                writer.WriteString(key, value is SecretValue && !showSecrets ? PropertyJson.Withheld : value.AsText);
            }

            writer.WriteEndObject();
            writer.WriteStartArray("steps");
            foreach (var node in result.Graph.Nodes)
            {
                Step(writer, node, showSecrets);
            }

            writer.WriteEndArray();
            Diagnostics(writer, result);
            ChangeSummary(writer, result);
            writer.WriteStartObject("outputs");
            PropertyJson.WriteMembers(writer, result.Outputs, showSecrets);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        buffer.Write("\n"u8);
        return buffer.WrittenSpan.ToArray();
    }

    private static void Step(Utf8JsonWriter writer, ResourceNode node, bool showSecrets)
    {
        writer.WriteStartObject();
        writer.WriteString("op", ResourceTree.Plan(node));
        writer.WriteString("urn", node.Urn);
        Text(writer, "provider", node.Provider);
        writer.WriteStartObject("newState");
        writer.WriteString("urn", node.Urn);
        writer.WriteString("type", node.Type);
        writer.WriteBoolean("custom", node.Custom);
        Flag(writer, "external", node.Operation == ResourceOperation.Read);
        Text(writer, "id", node.Id);
        Text(writer, "parent", node.Parent?.Urn);
        writer.WritePropertyName("inputs");
        PropertyJson.Write(writer, node.Inputs, showSecrets);
        writer.WritePropertyName("outputs");
        PropertyJson.Write(writer, node.Outputs, showSecrets);
        List(writer, "dependencies", node.Dependencies);
        PropertyDependencies(writer, node);
        Text(writer, "provider", node.Provider);
        Flag(writer, "protect", node.Protect);
        Flag(writer, "retainOnDelete", node.RetainOnDelete);
        Text(writer, "deletedWith", node.DeletedWith);
        List(writer, "replaceWith", node.ReplaceWith);
        List(writer, "ignoreChanges", node.IgnoreChanges);
        List(writer, "replaceOnChanges", node.ReplaceOnChanges);
        List(writer, "hideDiffs", node.HideDiffs);
        List(writer, "additionalSecretOutputs", node.AdditionalSecretOutputs);
        List(writer, "aliases", node.Aliases);
        Flag(writer, "deleteBeforeReplace", node.DeleteBeforeReplace ?? false);
        Text(writer, "importID", node.ImportId);
        Timeouts(writer, node.CustomTimeouts);
        if (node.ReplacementTrigger is { } trigger)
        {
            writer.WritePropertyName("replacementTrigger");
            PropertyJson.Write(writer, trigger, showSecrets);
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void PropertyDependencies(Utf8JsonWriter writer, ResourceNode node)
    {
        if (node.PropertyDependencies.Count == 0)
        {
            return;
        }

        writer.WriteStartObject("propertyDependencies");
        foreach (var (property, urns) in node.PropertyDependencies)
        {
            writer.WriteStartArray(property);
            foreach (var urn in urns)
            {
                writer.WriteStringValue(urn);
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    private static void Timeouts(Utf8JsonWriter writer, ResourceTimeouts? timeouts)
    {
        if (timeouts is null)
        {
            return;
        }

        writer.WriteStartObject("customTimeouts");
        foreach (var (name, text) in (ReadOnlySpan<(string, string)>)[("create", timeouts.Create), ("update", timeouts.Update), ("delete", timeouts.Delete)])
        {
            if (GoDuration.Seconds(text) is { } seconds)
            {
                writer.WriteNumber(name, seconds);
            }
        }

        writer.WriteEndObject();
    }

    private static void Diagnostics(Utf8JsonWriter writer, PreviewResult result)
    {
        writer.WriteStartArray("diagnostics");
        foreach (var diagnostic in result.Diagnostics)
        {
            Message(writer, Name(diagnostic.Severity), diagnostic.Message, diagnostic.Urn);
        }

        foreach (var line in result.ProgramOutput)
        {
            Message(writer, "info", line, result.Graph.Stack?.Urn ?? "");
        }

        writer.WriteEndArray();
    }

    private static void Message(Utf8JsonWriter writer, string severity, string message, string urn)
    {
        writer.WriteStartObject();
        writer.WriteString("severity", severity);
        writer.WriteString("message", message);
        Text(writer, "urn", urn);
        writer.WriteEndObject();
    }

    private static void ChangeSummary(Utf8JsonWriter writer, PreviewResult result)
    {
        writer.WriteStartObject("changeSummary");
        foreach (var group in result.Graph.Nodes.Where(node => !ResourceTree.IsHidden(node)).GroupBy(node => node.Operation).OrderBy(group => group.Key))
        {
            writer.WriteNumber(ResourceTree.Plan(group.First()), group.Count());
        }

        writer.WriteEndObject();
    }

    private static string Name(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        Severity.Info => "info",
        _ => "debug",
    };

    private static void Text(Utf8JsonWriter writer, string name, string? text)
    {
        if (!string.IsNullOrEmpty(text))
        {
            writer.WriteString(name, text);
        }
    }

    private static void Flag(Utf8JsonWriter writer, string name, bool flag)
    {
        if (flag)
        {
            writer.WriteBoolean(name, flag);
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
