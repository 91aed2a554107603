using System.Text.Json;

namespace Infra.Tests.Systems;

/// <summary>Reads the JSON of IAM policies for assertions.</summary>
internal static class PolicyText
{
    public static IReadOnlyList<Statement> Parse(string? json)
    {
        using var document = JsonDocument.Parse(json ?? throw new InvalidOperationException("There is no policy."));
        return [.. document.RootElement.GetProperty("Statement").EnumerateArray().Select(Read)];
    }

    private static Statement Read(JsonElement statement) => new(
        statement.GetProperty("Sid").GetString()!,
        statement.GetProperty("Effect").GetString()!,
        Texts(statement, "Action"),
        Texts(statement, "Resource"),
        Principals(statement),
        Conditions(statement));

    private static List<string> Texts(JsonElement owner, string name) => owner.TryGetProperty(name, out var value) ? Texts(value) : [];

    private static List<string> Texts(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray().Select(item => item.GetString()!)] : [value.GetString()!];

    private static List<string> Principals(JsonElement statement)
    {
        if (!statement.TryGetProperty("Principal", out var principal))
        {
            return [];
        }

        return principal.ValueKind == JsonValueKind.String
            ? [principal.GetString()!]
            : [.. principal.EnumerateObject().SelectMany(kind => Texts(kind.Value).Select(value => $"{kind.Name}:{value}"))];
    }

    private static List<string> Conditions(JsonElement statement) => statement.TryGetProperty("Condition", out var conditions)
        ? [.. conditions.EnumerateObject().SelectMany(comparison => comparison.Value.EnumerateObject().Select(key =>
            $"{comparison.Name} {key.Name} {string.Join(',', Texts(key.Value))}"))]
        : [];

    /// <summary>One statement; principals as `Service:name` or `*`, conditions as `Operator key value,value`.</summary>
    internal sealed record Statement(
        string Sid,
        string Effect,
        IReadOnlyList<string> Actions,
        IReadOnlyList<string> Resources,
        IReadOnlyList<string> Principals,
        IReadOnlyList<string> Conditions);
}
