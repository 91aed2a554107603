namespace Infra.Preview.Synthesis;

/// <summary>How a type's physical name is made when the program gives none.</summary>
/// <param name="Property">The property that holds the name.</param>
/// <param name="Limit">The longest name allowed.</param>
/// <param name="Prefix">The property that holds a prefix instead, or empty.</param>
/// <param name="LowerCase">Whether capital letters become small ones.</param>
/// <param name="Start">What every name begins with, e.g. `alias/`.</param>
internal sealed record NameRule(string Property = "name", int Limit = 255, string Prefix = "namePrefix", bool LowerCase = false, string Start = "");

/// <summary>What is known of a type beyond its shape.</summary>
internal sealed class TypeRule
{
    /// <summary>A type of which nothing more is known.</summary>
    public static readonly TypeRule None = new();

    /// <summary>The name's rule.</summary>
    public NameRule Name { get; set; } = new();

    /// <summary>Templates by property, `id` among them.</summary>
    public Dictionary<string, string> Templates { get; } = new(StringComparer.Ordinal);
}

/// <summary>
/// Finds a type's rule in the area tables. A table is text: type tokens, each on a line of its own, then indented `property = template`
/// lines for all of them. A line `@name property [limit] [prefix=property] [start=text] [lower]` says how the physical name is made.
/// Text needs no start-up work: a table is read where a preview meets one of its types.
/// </summary>
internal static class RuleTable
{
    private static readonly string[] Areas =
    [
        NetworkRules.Text, InstanceRules.Text, LoadBalancingRules.Text, ComputeRules.Text, StorageRules.Text, IdentityRules.Text,
        MessagingRules.Text, DatabaseRules.Text, EdgeRules.Text, ObservabilityRules.Text, RandomRules.Text, KubernetesRules.Text,
    ];

    /// <summary>The rule of a type; <see cref="TypeRule.None"/> when no table has it.</summary>
    public static TypeRule Find(string type)
    {
        foreach (var area in Areas)
        {
            var start = area.IndexOf($"\n{type}\n", StringComparison.Ordinal);
            if (start >= 0)
            {
                return Read(area.AsSpan(start + 1));
            }
        }

        return type.StartsWith(KubernetesRules.Package, StringComparison.Ordinal) && type != KubernetesRules.Others ? Find(KubernetesRules.Others) : TypeRule.None;
    }

    /// <summary>All types that have a rule.</summary>
    public static IEnumerable<string> Types =>
        Areas.SelectMany(area => area.Split('\n')).Where(line => line.Length > 0 && line[0] is not (' ' or '#'));

    private static TypeRule Read(ReadOnlySpan<char> text)
    {
        var rule = new TypeRule();
        var inside = false;
        foreach (var range in text.Split('\n'))
        {
            var line = text[range];
            if (line.IsEmpty || line[0] == '#')
            {
                continue;
            }

            if (line[0] != ' ')
            {
                if (inside)
                {
                    break;
                }

                continue;
            }

            inside = true;
            line = line.Trim();
            if (line.StartsWith("@name"))
            {
                rule.Name = Name(line[5..].ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
            }
            else
            {
                var equals = line.IndexOf(" = ");
                rule.Templates.Add(line[..equals].ToString(), line[(equals + 3)..].ToString());
            }
        }

        return rule;
    }

    private static NameRule Name(string[] words)
    {
        var rule = new NameRule(words[0]);
        foreach (var word in words.AsSpan(1))
        {
            rule = word switch
            {
                "lower" => rule with { LowerCase = true },
                _ when word.StartsWith("prefix=", StringComparison.Ordinal) => rule with { Prefix = word[7..] },
                _ when word.StartsWith("start=", StringComparison.Ordinal) => rule with { Start = word[6..] },
                _ => rule with { Limit = int.Parse(word, System.Globalization.CultureInfo.InvariantCulture) },
            };
        }

        return rule;
    }
}
