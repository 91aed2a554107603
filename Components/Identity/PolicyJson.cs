using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Infra.Components.Identity;

/// <summary>Writes policies as JSON. The same statements always give the same text, so that a preview shows a difference only where there is one.</summary>
internal static class PolicyJson
{
    private const string PolicyLanguageVersion = "2012-10-17";

    // Readable where the text is shown: policies are never put into a web page.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(IEnumerable<ResolvedStatement> statements)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            writer.WriteStartObject();
            writer.WriteStartArray("Statement");
            foreach (var statement in statements)
            {
                Write(writer, statement);
            }

            writer.WriteEndArray();
            writer.WriteString("Version", PolicyLanguageVersion);
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static void Write(Utf8JsonWriter writer, ResolvedStatement statement)
    {
        writer.WriteStartObject();
        WriteList(writer, "Action", statement.Actions);
        WriteConditions(writer, statement.Conditions);
        writer.WriteString("Effect", statement.Effect.ToString());
        WritePrincipal(writer, statement.Principal);
        if (!statement.Resources.IsDefaultOrEmpty)
        {
            WriteList(writer, "Resource", statement.Resources);
        }

        writer.WriteString("Sid", statement.Sid);
        writer.WriteEndObject();
    }

    private static void WriteConditions(Utf8JsonWriter writer, IReadOnlyCollection<ResolvedCondition> conditions)
    {
        if (conditions.Count == 0)
        {
            return;
        }

        writer.WriteStartObject("Condition");
        foreach (var comparison in conditions.GroupBy(condition => condition.Comparison).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            writer.WriteStartObject(comparison.Key);
            foreach (var key in comparison.GroupBy(condition => condition.Key).OrderBy(group => group.Key, StringComparer.Ordinal))
            {
                WriteList(writer, key.Key, key.SelectMany(condition => condition.Values));
            }

            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    private static void WritePrincipal(Utf8JsonWriter writer, ResolvedPrincipal? principal)
    {
        if (principal is null)
        {
            return;
        }

        if (principal.Type is null)
        {
            writer.WriteString("Principal", "*");
            return;
        }

        writer.WriteStartObject("Principal");
        WriteList(writer, principal.Type, principal.Identifiers);
        writer.WriteEndObject();
    }

    // One value is written bare, as IAM gives it back: a list of one would look like a change to whoever compares the two.
    private static void WriteList(Utf8JsonWriter writer, string name, IEnumerable<string> values)
    {
        var list = values.ToList();
        if (list.Count == 1)
        {
            writer.WriteString(name, list[0]);
            return;
        }

        writer.WriteStartArray(name);
        foreach (var value in list)
        {
            writer.WriteStringValue(value);
        }

        writer.WriteEndArray();
    }
}
