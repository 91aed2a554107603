using System.Globalization;

namespace Infra.Preview.Stacks;

/// <summary>Applies `--set key=value` to configuration values, with the meaning of `pulumi config set --path`.</summary>
internal static class ConfigOverride
{
    private const string Form = "--set takes KEY=VALUE, e.g. --set infra:hyperp.ecrImagesToKeep=100";

    /// <summary>Sets one value. A faulty key, or a path through a value that has no members, throws <see cref="PreviewException"/>.</summary>
    public static void Apply(SortedDictionary<string, YamlNode> config, string assignment, string project)
    {
        var equals = assignment.IndexOf('=', StringComparison.Ordinal);
        if (equals <= 0)
        {
            // Not shown: the text may be a secret.
            throw new PreviewException($"A text of {assignment.Length} characters sets nothing: it has no KEY before a '='. {Form}");
        }

        ConfigPath path;
        try
        {
            path = ConfigPath.Parse(assignment[..equals], project);
        }
        catch (FormatException fault)
        {
            throw new PreviewException($"'{assignment[..equals]}' is not a configuration key: {fault.Message}. {Form}", fault);
        }

        var text = assignment[(equals + 1)..];
        config[path.Key] = path.Segments.Count == 0
            ? new YamlScalar(text, Quoted: true, 0)
            : Set(config.GetValueOrDefault(path.Key), path.Segments, text, assignment[..equals]);
    }

    private static YamlNode Set(YamlNode? node, IReadOnlyList<object> segments, string text, string key)
    {
        if (segments.Count == 0)
        {
            // Inside an object the CLI makes whole numbers and booleans what they look like, and leaves all else a text.
            return new YamlScalar(text, Quoted: text is not ("true" or "false") && !IsInteger(text), 0);
        }

        var rest = segments.Skip(1).ToList();
        if (node is YamlScalar { Text: "", Quoted: false })
        {
            node = null;
        }

        switch (segments[0])
        {
            case string name when node is null or YamlMapping:
                var mapping = node is YamlMapping members ? members with { Members = [.. members.Members] } : new YamlMapping([], 0);
                mapping.Set(name, Set(mapping.Find(name), rest, text, key));
                return mapping;
            case int index when node is null or YamlSequence:
                var items = node is YamlSequence sequence ? [.. sequence.Items] : new List<YamlNode>();
                if (index > items.Count)
                {
                    throw new PreviewException($"'{key}' sets element {index} of a list of {items.Count}; the next free index is {items.Count}.");
                }

                var value = Set(index < items.Count ? items[index] : null, rest, text, key);
                if (index == items.Count)
                {
                    items.Add(value);
                }
                else
                {
                    items[index] = value;
                }

                return new YamlSequence(items, 0);
            default:
                throw new PreviewException(
                    $"'{key}' looks for {(segments[0] is int ? $"element [{segments[0]}]" : $"member '{segments[0]}'")} inside {YamlFile.Describe(node!)}; "
                    + $"only {(segments[0] is int ? "a list has elements" : "a mapping has members")}. Set the whole value, or correct the path.");
        }
    }

    private static bool IsInteger(string text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
        && number.ToString(CultureInfo.InvariantCulture) == text;
}
