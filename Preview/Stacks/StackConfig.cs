using System.Text;
using System.Text.Json;

namespace Infra.Preview.Stacks;

/// <summary>The configuration that a program gets: values by full key, and which of them are secret.</summary>
internal sealed record StackConfig(SortedDictionary<string, string> Values, SortedSet<string> SecretKeys)
{
    /// <summary>Reads project defaults, stack file and overrides, later ones winning.</summary>
    public static StackConfig Read(ProjectFile project, YamlFile? stackFile, IEnumerable<string> overrides)
    {
        var nodes = new SortedDictionary<string, YamlNode>(StringComparer.Ordinal);
        foreach (var (key, value) in project.Defaults)
        {
            nodes[key] = value;
        }

        if (stackFile is not null)
        {
            ReadStackFile(project, stackFile, nodes);
        }

        foreach (var assignment in overrides)
        {
            ConfigOverride.Apply(nodes, assignment, project.Name);
        }

        RequireDeclared(project, nodes);
        var config = new StackConfig(new SortedDictionary<string, string>(StringComparer.Ordinal), new SortedSet<string>(project.SecretKeys, StringComparer.Ordinal));
        var placeholders = stackFile is null ? null : new SecretPlaceholders(stackFile);
        foreach (var (key, node) in nodes)
        {
            var open = Open(node, [key], placeholders, out var secret);
            if (secret)
            {
                config.SecretKeys.Add(key);
            }

            config.Values[key] = open is YamlScalar scalar ? YamlScalars.Text(scalar) : Json(open);
        }

        config.SecretKeys.IntersectWith(config.Values.Keys);
        return config;
    }

    private static void ReadStackFile(ProjectFile project, YamlFile file, SortedDictionary<string, YamlNode> nodes)
    {
        switch (file.Root.Find("config"))
        {
            case null or YamlScalar { Text: "", Quoted: false }:
                break;
            case YamlMapping config:
                foreach (var (key, value) in config.Members)
                {
                    nodes[FullKey(file, key, value.Line, project.Name)] = value;
                }

                break;
            case var other:
                throw file.Fault(other.Line, $"`config` is {YamlFile.Describe(other)}; expected a mapping of keys such as `{project.Name}:environment: dev`.");
        }
    }

    /// <summary>`name` means `project:name`, and `ns:config:name` means `ns:name`.</summary>
    internal static string FullKey(YamlFile file, string key, int line, string project) => key.Split(':') switch
    {
        [{ Length: > 0 } name] => $"{project}:{name}",
        [{ Length: > 0 } space, { Length: > 0 } name] => $"{space}:{name}",
        [{ Length: > 0 } space, "config", { Length: > 0 } name] => $"{space}:{name}",
        _ => throw file.Fault(line, $"'{key}' is not a configuration key; expected NAMESPACE:NAME, e.g. {project}:environment."),
    };

    // Replaces every `secure:` value, at any depth, by its placeholder.
    private static YamlNode Open(YamlNode node, IReadOnlyList<string> path, SecretPlaceholders? placeholders, out bool secret)
    {
        secret = false;
        switch (node)
        {
            case YamlMapping { Members: [{ Key: "secure", Value: YamlScalar }] }:
                secret = true;
                return new YamlScalar(placeholders?.For(path) ?? SecretPlaceholders.Default, Quoted: true, node.Line);
            case YamlMapping mapping:
                var members = new List<KeyValuePair<string, YamlNode>>(mapping.Members.Count);
                foreach (var (key, value) in mapping.Members)
                {
                    members.Add(KeyValuePair.Create(key, Open(value, [.. path, key], placeholders, out var inner)));
                    secret |= inner;
                }

                return mapping with { Members = members };
            case YamlSequence sequence:
                var items = new List<YamlNode>(sequence.Items.Count);
                foreach (var item in sequence.Items)
                {
                    items.Add(Open(item, [.. path, "*"], placeholders, out var inner));
                    secret |= inner;
                }

                return sequence with { Items = items };
            default:
                return node;
        }
    }

    private static void RequireDeclared(ProjectFile project, SortedDictionary<string, YamlNode> nodes)
    {
        var missing = project.RequiredKeys.Where(key => !nodes.ContainsKey(key)).ToList();
        if (missing.Count > 0)
        {
            throw new PreviewException(
                $"The stack is missing configuration that {project.File.Path} declares without a default: {string.Join(", ", missing)}. "
                + $"Set it in the stack file, or with --set {missing[0]}=VALUE.");
        }
    }

    private static string Json(YamlNode node)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            YamlScalars.WriteJson(writer, node);
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
