using Infra.Preview.Model;

namespace Infra.Preview.Diff.Values;

/// <summary>Which lists are sets, and by which member the objects of a list are told apart.</summary>
internal static class SetProperties
{
    // In JSON, which no schema describes: lists of policies and container definitions that AWS reads as sets.
    private static readonly HashSet<string> JsonSets = new(StringComparer.Ordinal)
    {
        "Action", "NotAction", "Resource", "NotResource", "AWS", "Service", "Federated", "CanonicalUser",
        "environment", "secrets", "environmentFiles", "dependsOn", "systemControls", "mountPoints",
    };

    private static readonly string[] Keys = ["name", "Name", "Sid", "sid", "key", "containerName"];

    private static readonly Lazy<HashSet<string>> Declared = new(() => [.. EmbeddedTable.Lines("sets.txt")]);

    public static bool IsSet(string type, IReadOnlyList<PathStep> path)
    {
        var last = path.LastOrDefault(step => step.Key is not null).Key;
        return last is not null
            && (JsonSets.Contains(last) || InCondition(path) || Declared.Value.Contains($"{type} {PathStep.Generic(path)}"));
    }

    /// <summary>The member that names every element of both lists uniquely; null when there is none.</summary>
    public static string? KeyOf(ListValue before, ListValue after) =>
        before.Count + after.Count == 0 ? null : Keys.FirstOrDefault(key => IsKey(before, key) && IsKey(after, key));

    private static bool IsKey(ListValue list, string key)
    {
        var names = list.Items.Select(item => item is MapValue map && map.Find(key) is TextValue text ? text.Value : null).ToList();
        return !names.Contains(null) && names.Distinct(StringComparer.Ordinal).Count() == names.Count;
    }

    // Statement[].Condition.StringEquals.<key>: any of the values will do.
    private static bool InCondition(IReadOnlyList<PathStep> path) =>
        path.Count >= 3 && path[^3].Key == "Condition" && path[^1].Key is not null;
}
