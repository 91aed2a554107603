using System.Globalization;
using Infra.Preview.Findings.Rules;
using Infra.Preview.Stacks;

namespace Infra.Preview.Findings;

/// <summary>Reads a suppression file strictly: an entry that is not understood must not pass for one that accepts nothing.</summary>
internal sealed class SuppressionReader
{
    private static readonly string[] Keys = ["rule", "resource", "part", "stacks", "reason", "expires"];
    private readonly YamlFile _file;
    private readonly List<string> _faults = [];

    private SuppressionReader(YamlFile file) => _file = file;

    public static SuppressionFile Read(string path, string shownPath)
    {
        var reader = new SuppressionReader(YamlFile.Read(path));
        var entries = reader.Entries();
        return reader._faults.Count == 0
            ? new SuppressionFile(shownPath, entries)
            : throw new PreviewException(string.Join('\n', reader._faults));
    }

    private List<Suppression> Entries()
    {
        foreach (var (key, node) in _file.Root.Members.Where(member => member.Key != "suppressions"))
        {
            Fault(node.Line, $"the unknown key '{key}'; allowed is `suppressions`, a list.");
        }

        switch (_file.Root.Find("suppressions"))
        {
            case null or YamlScalar { Text: "", Quoted: false }:
                return [];
            case YamlSequence sequence:
                return [.. sequence.Items.Select(Entry).OfType<Suppression>()];
            case var other:
                Fault(other.Line, $"`suppressions` is {YamlFile.Describe(other)}; it must be a list of entries.");
                return [];
        }
    }

    private Suppression? Entry(YamlNode node)
    {
        if (node is not YamlMapping entry)
        {
            Fault(node.Line, $"an entry is {YamlFile.Describe(node)}; it must be a mapping with {string.Join(", ", Keys)}.");
            return null;
        }

        foreach (var (key, value) in entry.Members.Where(member => !Keys.Contains(member.Key)))
        {
            var nearest = NearestName.Of(key, Keys);
            Fault(value.Line, $"the unknown key '{key}'; allowed are {string.Join(", ", Keys)}.{(nearest is null ? "" : $" Did you mean '{nearest}'?")}");
        }

        var rule = Rule(entry);
        var resource = Resource(entry);
        var reason = Text(entry, "reason", "say why the finding is accepted");
        var expires = Expires(entry);
        var stacks = Stacks(entry);
        return rule is null || resource is null || reason is null || expires is null ? null : new Suppression
        {
            Rule = rule,
            Resource = resource,
            Part = entry.Find("part") is null ? null : Text(entry, "part", "name the part as the report does"),
            Reason = reason,
            Expires = expires.Value,
            Stacks = stacks,
            Line = entry.Line,
        };
    }

    private string? Rule(YamlMapping entry)
    {
        if (Text(entry, "rule", "give the id that the report prints") is not { } id)
        {
            return null;
        }

        var known = RuleCatalog.All.Select(rule => rule.Info.Id).ToList();
        if (!known.Contains(id))
        {
            var nearest = NearestName.Of(id, known);
            Fault(entry.Find("rule")!.Line, $"there is no rule '{id}'. {(nearest is null ? "docs/findings.md lists them all." : $"Did you mean '{nearest}'?")}");
        }

        return id;
    }

    private string? Resource(YamlMapping entry)
    {
        var text = Text(entry, "resource", "give a URN, a path such as hyperp/hyperp-functions, or one that ends in /**");
        if (text is not null && !text.StartsWith("urn:", StringComparison.Ordinal) && text.EndsWith("/**", StringComparison.Ordinal) is var below
            && (below ? text[..^3] : text) is var path && (path.Length == 0 || path.Contains('*', StringComparison.Ordinal)))
        {
            Fault(entry.Find("resource")!.Line, $"the resource '{text}'; `*` may stand only in a closing /** after a path of names.");
        }

        return text;
    }

    private DateOnly? Expires(YamlMapping entry)
    {
        var text = Text(entry, "expires", "give the last day on which the entry counts, such as 2027-06-30");
        if (text is null)
        {
            return null;
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return date;
        }

        Fault(entry.Find("expires")!.Line, $"the date '{text}'; write it as YEAR-MONTH-DAY, such as 2027-06-30.");
        return null;
    }

    private List<string> Stacks(YamlMapping entry)
    {
        switch (entry.Find("stacks"))
        {
            case null:
                return [];
            case YamlSequence { Items: [_, ..] items } when items.TrueForAll(item => item is YamlScalar { Text.Length: > 0 }):
                return [.. items.Cast<YamlScalar>().Select(item => item.Text)];
            case var other:
                Fault(other.Line, "`stacks` must be a list of stack names, in which * stands for any text; leave it out for all stacks.");
                return [];
        }
    }

    private string? Text(YamlMapping entry, string key, string fix)
    {
        switch (entry.Find(key))
        {
            case YamlScalar scalar when !string.IsNullOrWhiteSpace(scalar.Text):
                return scalar.Text.Trim();
            case null:
                Fault(entry.Line, $"an entry without `{key}`; {fix}.");
                return null;
            case var other:
                Fault(other.Line, $"`{key}` is {(other is YamlScalar ? "empty" : YamlFile.Describe(other))}; {fix}.");
                return null;
        }
    }

    private void Fault(int line, string message) => _faults.Add(_file.Fault(line, message).Message);
}
