using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Infra.Preview.Findings;

/// <summary>
/// Writes findings in the Static Analysis Results Interchange Format 2.1.0. A resource is a logical location, its URN the fully
/// qualified name; the physical one is the stack file, because viewers drop results without a file.
/// </summary>
internal static class FindingsSarif
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The document; both files are paths relative to the repository, with `/`.</summary>
    public static byte[] Write(FindingReport report, PreviewResult preview, string stackFile, string suppressionFile)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            writer.WriteStartObject();
            writer.WriteString("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
            writer.WriteString("version", "2.1.0");
            writer.WriteStartArray("runs");
            writer.WriteStartObject();
            Tool(writer, report);
            writer.WriteStartObject("automationDetails");
            writer.WriteString("id", $"{preview.Project}/{preview.Stack}/");
            writer.WriteEndObject();
            writer.WriteStartArray("results");
            foreach (var finding in report.Findings)
            {
                Result(writer, report, finding, null, stackFile, suppressionFile);
            }

            foreach (var (finding, suppression) in report.Suppressed)
            {
                Result(writer, report, finding, suppression, stackFile, suppressionFile);
            }

            foreach (var check in report.Undecided)
            {
                Open(writer, report, check, stackFile);
            }

            writer.WriteEndArray();
            writer.WriteString("columnKind", "utf16CodeUnits");
            writer.WriteEndObject();
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return [.. buffer.WrittenSpan, (byte)'\n'];
    }

    private static void Tool(Utf8JsonWriter writer, FindingReport report)
    {
        writer.WriteStartObject("tool");
        writer.WriteStartObject("driver");
        writer.WriteString("name", "infra-check");
        writer.WriteStartArray("rules");
        foreach (var rule in report.Rules)
        {
            writer.WriteStartObject();
            writer.WriteString("id", rule.Id);
            writer.WriteString("name", rule.Id);
            Message(writer, "shortDescription", rule.Title);
            Message(writer, "fullDescription", rule.Reason);
            writer.WriteString("helpUri", rule.HelpUri.AbsoluteUri);
            Message(writer, "help", rule.Fix);
            writer.WriteStartObject("defaultConfiguration");
            writer.WriteString("level", Level(rule.Severity));
            writer.WriteEndObject();
            writer.WriteStartObject("properties");
            writer.WriteString("security-severity", Score(rule.Severity));
            writer.WriteStartArray("tags");
            writer.WriteStringValue("security");
            foreach (var reference in rule.References)
            {
                writer.WriteStringValue($"{reference.Framework} {reference.Control}");
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void Result(
        Utf8JsonWriter writer, FindingReport report, Finding finding, Suppression? suppression, string stackFile, string suppressionFile)
    {
        writer.WriteStartObject();
        Rule(writer, report, finding.Rule);
        writer.WriteString("kind", "fail");
        writer.WriteString("level", Level(finding.Severity));
        Message(writer, "message", finding.Resource is null ? finding.Message : $"{finding.Path}{(finding.Part.Length == 0 ? "" : $" ({finding.Part})")}: {finding.Message}");
        if (finding.Resource is { } resource)
        {
            Location(writer, stackFile, 1, resource.Name, resource.Urn);
        }
        else
        {
            Location(writer, suppressionFile, finding.SuppressionLine ?? 1, null, null);
        }

        Fingerprint(writer, finding.Rule.Id, finding.Resource is null ? finding.Message : finding.Urn, finding.Part);
        if (suppression is not null)
        {
            writer.WriteStartArray("suppressions");
            writer.WriteStartObject();
            writer.WriteString("kind", "external");
            writer.WriteString("status", "accepted");
            writer.WriteString("justification", suppression.Reason);
            Place(writer, "location", suppressionFile, suppression.Line, null, null);
            writer.WriteEndObject();
            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    // "open" is the format's word for what could not be evaluated to an end.
    private static void Open(Utf8JsonWriter writer, FindingReport report, UndecidedCheck check, string stackFile)
    {
        writer.WriteStartObject();
        Rule(writer, report, check.Rule);
        writer.WriteString("kind", "open");
        writer.WriteString("level", "none");
        Message(writer, "message", $"{ResourcePath.Of(check.Resource)}{(check.Part.Length == 0 ? "" : $" ({check.Part})")}: depends on values that only a deployment knows");
        Location(writer, stackFile, 1, check.Resource.Name, check.Resource.Urn);
        Fingerprint(writer, check.Rule.Id, check.Resource.Urn, check.Part);
        writer.WriteEndObject();
    }

    private static void Rule(Utf8JsonWriter writer, FindingReport report, RuleInfo rule)
    {
        writer.WriteString("ruleId", rule.Id);
        for (var index = 0; index < report.Rules.Count; index++)
        {
            if (report.Rules[index].Id == rule.Id)
            {
                writer.WriteNumber("ruleIndex", index);
            }
        }
    }

    private static void Location(Utf8JsonWriter writer, string file, int line, string? name, string? urn)
    {
        writer.WriteStartArray("locations");
        Place(writer, null, file, line, name, urn);
        writer.WriteEndArray();
    }

    private static void Place(Utf8JsonWriter writer, string? property, string file, int line, string? name, string? urn)
    {
        if (property is null)
        {
            writer.WriteStartObject();
        }
        else
        {
            writer.WriteStartObject(property);
        }

        writer.WriteStartObject("physicalLocation");
        writer.WriteStartObject("artifactLocation");
        writer.WriteString("uri", Uri.EscapeDataString(file).Replace("%2F", "/", StringComparison.Ordinal));
        writer.WriteEndObject();
        writer.WriteStartObject("region");
        writer.WriteNumber("startLine", line);
        writer.WriteEndObject();
        writer.WriteEndObject();
        if (urn is not null)
        {
            writer.WriteStartArray("logicalLocations");
            writer.WriteStartObject();
            writer.WriteString("name", name);
            writer.WriteString("fullyQualifiedName", urn);
            writer.WriteString("kind", "resource");
            writer.WriteEndObject();
            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    // The same violation keeps its fingerprint when messages are reworded.
    private static void Fingerprint(Utf8JsonWriter writer, string rule, string place, string part)
    {
        writer.WriteStartObject("partialFingerprints");
        writer.WriteString("violation/v1", Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{rule}\n{place}\n{part}"))));
        writer.WriteEndObject();
    }

    private static void Message(Utf8JsonWriter writer, string property, string text)
    {
        writer.WriteStartObject(property);
        writer.WriteString("text", text);
        writer.WriteEndObject();
    }

    private static string Level(FindingSeverity severity) => severity switch
    {
        FindingSeverity.Critical or FindingSeverity.High => "error",
        FindingSeverity.Medium => "warning",
        _ => "note",
    };

    // GitHub reads over 9.0 as critical, 7.0 to 8.9 as high, 4.0 to 6.9 as medium and the rest as low.
    private static string Score(FindingSeverity severity) => severity switch
    {
        FindingSeverity.Critical => "9.5",
        FindingSeverity.High => "8.0",
        FindingSeverity.Medium => "5.0",
        _ => "2.0",
    };
}
