using Infra.Preview.Diff.Values;

namespace Infra.Preview.Diff.Forecast;

/// <summary>
/// What is recorded about the properties whose change replaces a resource: the table `replacing.txt`, which says in its head where each
/// row comes from. What it does not name is unknown, never "in place".
/// </summary>
internal static class ReplacingProperties
{
    private static readonly Lazy<Dictionary<string, Dictionary<string, ReplaceEffect>>> Table = new(Read);

    /// <summary>The types that the table knows.</summary>
    public static IEnumerable<string> Types => Table.Value.Keys;

    public static ReplaceEffect Of(string type, IReadOnlyList<PathStep> path)
    {
        if (!Table.Value.TryGetValue(type, out var rows))
        {
            return ReplaceEffect.Unknown;
        }

        var names = path.Select(step => step.Key).OfType<string>().ToList();
        for (var length = names.Count; length > 0; length--)
        {
            var row = string.Join('.', names.Take(length));
            if (rows.TryGetValue(row, out var effect))
            {
                return effect;
            }

            // A row for the object itself says nothing about its members, unless it replaces.
            if (rows.TryGetValue(row + Object, out var whole) && (length == names.Count || whole == ReplaceEffect.Replaces))
            {
                return whole;
            }
        }

        return rows.GetValueOrDefault("*", ReplaceEffect.Unknown);
    }

    private const string Object = "{}";

    // Rows are `type`, then indented `effect path path …`.
    private static Dictionary<string, Dictionary<string, ReplaceEffect>> Read()
    {
        var table = new Dictionary<string, Dictionary<string, ReplaceEffect>>(StringComparer.Ordinal);
        Dictionary<string, ReplaceEffect>? rows = null;
        foreach (var line in EmbeddedTable.Lines("replacing.txt"))
        {
            if (line[0] != ' ')
            {
                rows = table[line.Split(' ')[0]] = new(StringComparer.Ordinal);
                continue;
            }

            var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var effect = words[0] switch
            {
                "replaces" => ReplaceEffect.Replaces,
                "in-place" => ReplaceEffect.InPlace,
                _ => throw new FormatException($"replacing.txt: '{words[0]}' is no effect; expected replaces or in-place."),
            };
            foreach (var path in words.Skip(1))
            {
                (rows ?? throw new FormatException("replacing.txt: a row stands before the first type.")).Add(path, effect);
            }
        }

        return table;
    }
}
