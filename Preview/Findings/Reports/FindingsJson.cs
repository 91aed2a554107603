using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Infra.Preview.Findings;

/// <summary>Writes findings as one JSON document.</summary>
internal static class FindingsJson
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Write(FindingReport report, PreviewResult preview, FindingSeverity threshold)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            writer.WriteStartObject();
            writer.WriteString("project", preview.Project);
            writer.WriteString("stack", preview.Stack);
            writer.WriteString("today", Day(report.Today));
            Summary(writer, report, threshold);
            List(writer, "findings", report.Findings, Finding);
            List(writer, "accepted", report.Suppressed, Accepted);
            List(writer, "undecided", report.Undecided, Undecided);
            List(writer, "rules", report.Rules, Rule);
            writer.WriteEndObject();
        }

        return [.. buffer.WrittenSpan, (byte)'\n'];
    }

    private static void Summary(Utf8JsonWriter writer, FindingReport report, FindingSeverity threshold)
    {
        writer.WriteStartObject("summary");
        foreach (var severity in Enum.GetValues<FindingSeverity>().OrderDescending())
        {
            writer.WriteNumber(Name(severity), report.Count(severity));
        }

        writer.WriteNumber("accepted", report.Suppressed.Count);
        writer.WriteNumber("undecided", report.Undecided.Count);
        writer.WriteNumber("passed", report.PassCount);
        writer.WriteNumber("resources", report.ResourceCount);
        writer.WriteString("failOn", Name(threshold));
        writer.WriteNumber("failing", report.AtOrAbove(threshold).Count);
        writer.WriteEndObject();
    }

    private static void Finding(Utf8JsonWriter writer, Finding finding)
    {
        writer.WriteString("rule", finding.Rule.Id);
        writer.WriteString("severity", Name(finding.Severity));
        Place(writer, finding);
        writer.WriteString("message", finding.Message);
    }

    private static void Place(Utf8JsonWriter writer, Finding finding)
    {
        if (finding.Resource is { } resource)
        {
            writer.WriteString("urn", finding.Urn);
            writer.WriteString("type", resource.Type);
            writer.WriteString("path", finding.Path);
        }
        else
        {
            writer.WriteNumber("suppressionLine", finding.SuppressionLine ?? 0);
        }

        if (finding.Part.Length > 0)
        {
            writer.WriteString("part", finding.Part);
        }
    }

    private static void Accepted(Utf8JsonWriter writer, SuppressedFinding entry)
    {
        Finding(writer, entry.Finding);
        writer.WriteString("reason", entry.Suppression.Reason);
        writer.WriteString("expires", Day(entry.Suppression.Expires));
    }

    private static void Undecided(Utf8JsonWriter writer, UndecidedCheck check)
    {
        writer.WriteString("rule", check.Rule.Id);
        writer.WriteString("urn", check.Resource.Urn);
        writer.WriteString("path", ResourcePath.Of(check.Resource));
        if (check.Part.Length > 0)
        {
            writer.WriteString("part", check.Part);
        }
    }

    private static void Rule(Utf8JsonWriter writer, RuleInfo rule)
    {
        writer.WriteString("id", rule.Id);
        writer.WriteString("severity", Name(rule.Severity));
        writer.WriteString("title", rule.Title);
        writer.WriteString("reason", rule.Reason);
        writer.WriteString("fix", rule.Fix);
        writer.WriteStartArray("references");
        foreach (var reference in rule.References)
        {
            writer.WriteStartObject();
            writer.WriteString("framework", reference.Framework);
            writer.WriteString("control", reference.Control);
            writer.WriteString("page", reference.Page.AbsoluteUri);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void List<T>(Utf8JsonWriter writer, string name, IEnumerable<T> items, Action<Utf8JsonWriter, T> write)
    {
        writer.WriteStartArray(name);
        foreach (var item in items)
        {
            writer.WriteStartObject();
            write(writer, item);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static string Name(FindingSeverity severity) => severity.ToString().ToLowerInvariant();

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
