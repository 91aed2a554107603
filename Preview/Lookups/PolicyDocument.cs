using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Infra.Preview.Model;
using Infra.Preview.Synthesis;

namespace Infra.Preview.Lookups;

/// <summary>`aws:iam/getPolicyDocument`: statements to the JSON that IAM reads. A list of one is written as its element, as the provider does.</summary>
internal static class PolicyDocument
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonSerializerOptions Minified = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static MapValue Answer(LookupCall call)
    {
        var document = new SortedDictionary<string, object>(StringComparer.Ordinal)
        {
            ["Version"] = call.Text("version") is { Length: > 0 } version ? version : "2012-10-17",
            ["Statement"] = Statements(call),
        };
        if (call.Text("policyId") is { Length: > 0 } id)
        {
            document["Id"] = id;
        }

        var json = JsonSerializer.Serialize(document, Indented);
        return MapValue.Of(
            ("id", Digest.Digits(json, 10)),
            ("json", json),
            ("minifiedJson", JsonSerializer.Serialize(document, Minified)));
    }

    // Source documents first, then the statements, then overrides; a later statement with the same Sid replaces an earlier one.
    private static List<object> Statements(LookupCall call)
    {
        var statements = new List<(string Sid, object Statement)>();
        foreach (var source in Documents(call, "sourcePolicyDocuments"))
        {
            Add(source);
        }

        foreach (var statement in call.Args["statements"].AsList ?? ListValue.Empty)
        {
            Add((statement["sid"].AsText ?? "", Statement(statement)));
        }

        foreach (var replacement in Documents(call, "overridePolicyDocuments"))
        {
            Add(replacement);
        }

        return [.. statements.Select(entry => entry.Statement)];

        void Add((string Sid, object Statement) entry)
        {
            var place = entry.Sid.Length == 0 ? -1 : statements.FindIndex(other => other.Sid == entry.Sid);
            if (place >= 0)
            {
                statements[place] = entry;
            }
            else
            {
                statements.Add(entry);
            }
        }
    }

    private static IEnumerable<(string Sid, object Statement)> Documents(LookupCall call, string argument) =>
        (call.Args[argument].AsList?.Texts ?? []).SelectMany(text =>
        {
            using var document = JsonDocument.Parse(text);
            var statement = document.RootElement.GetProperty("Statement").Clone();
            var all = statement.ValueKind == JsonValueKind.Array ? statement.EnumerateArray().ToList() : [statement];
            return all.Select(one => (one.TryGetProperty("Sid", out var sid) ? sid.GetString() ?? "" : "", (object)one));
        });

    private static SortedDictionary<string, object> Statement(PropertyValue statement)
    {
        var written = new SortedDictionary<string, object>(StringComparer.Ordinal) { ["Effect"] = statement["effect"].AsText ?? "Allow" };
        if (statement["sid"].AsText is { Length: > 0 } sid)
        {
            written["Sid"] = sid;
        }

        Add(written, "Action", statement["actions"]);
        Add(written, "NotAction", statement["notActions"]);
        Add(written, "Resource", statement["resources"]);
        Add(written, "NotResource", statement["notResources"]);
        Principals(written, "Principal", statement["principals"]);
        Principals(written, "NotPrincipal", statement["notPrincipals"]);
        if (statement["conditions"].AsList is { Count: > 0 } conditions)
        {
            written["Condition"] = Conditions(conditions);
        }

        return written;
    }

    private static void Add(SortedDictionary<string, object> written, string key, PropertyValue values)
    {
        if (values.AsList is { Count: > 0 } list)
        {
            written[key] = OneOrMany(list.Texts);
        }
    }

    private static void Principals(SortedDictionary<string, object> written, string key, PropertyValue principals)
    {
        if (principals.AsList is not { Count: > 0 } list)
        {
            return;
        }

        var byType = new SortedDictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var principal in list)
        {
            var type = principal["type"].AsText ?? "";
            byType.TryAdd(type, []);
            byType[type].AddRange(principal["identifiers"].AsList?.Texts ?? []);
        }

        written[key] = byType is { Count: 1 } && byType.TryGetValue("*", out var anyone) && anyone is ["*"]
            ? "*"
            : new SortedDictionary<string, object>(byType.ToDictionary(entry => entry.Key, entry => OneOrMany(entry.Value)), StringComparer.Ordinal);
    }

    private static SortedDictionary<string, SortedDictionary<string, object>> Conditions(ListValue conditions)
    {
        var written = new SortedDictionary<string, SortedDictionary<string, object>>(StringComparer.Ordinal);
        foreach (var condition in conditions)
        {
            var test = condition["test"].AsText ?? "";
            written.TryAdd(test, new SortedDictionary<string, object>(StringComparer.Ordinal));
            written[test][condition["variable"].AsText ?? ""] =
                OneOrMany((condition["values"].AsList ?? ListValue.Empty).Select(value => value.AsText ?? value.AsNumber?.ToString(CultureInfo.InvariantCulture) ?? ""));
        }

        return written;
    }

    // The provider sorts the values of a list, so that the document does not change with their order.
    private static object OneOrMany(IEnumerable<string> values)
    {
        var all = values.Order(StringComparer.Ordinal).ToList();
        return all.Count == 1 ? all[0] : all;
    }
}
