using System.Globalization;
using Infra.Preview.Stacks;

namespace Infra.Preview.Cost.Usage;

/// <summary>Reads the embedded defaults and usage files.</summary>
internal static class UsageReader
{
    private const string ByType = "types";
    private const string ByResource = "resources";

    public static UsageAssumptions Read(string profile, string? file)
    {
        var index = UsageAssumptions.Profiles.ToList().IndexOf(profile);
        if (index < 0)
        {
            throw new PreviewException($"There is no usage profile '{profile}'; it is one of {string.Join(", ", UsageAssumptions.Profiles)}.");
        }

        var defaults = Defaults(index);
        return new UsageAssumptions(profile, file, defaults, file is null ? [] : Overrides(YamlFile.Read(file), defaults));
    }

    private static SortedList<string, IReadOnlyDictionary<string, decimal>> Defaults(int profile)
    {
        using var reader = new StreamReader(typeof(UsageReader).Assembly.GetManifestResourceStream("usage.yaml")!);
        var file = YamlFile.Parse("usage.yaml", reader.ReadToEnd());
        var defaults = new SortedList<string, IReadOnlyDictionary<string, decimal>>(StringComparer.Ordinal);
        foreach (var (type, keys) in file.Root.Members)
        {
            var values = new SortedList<string, decimal>(StringComparer.Ordinal);
            foreach (var (key, value) in Mapping(file, keys, type).Members)
            {
                values.Add(key, Number(file, ((YamlSequence)value).Items[profile], key));
            }

            defaults.Add(type, values);
        }

        return defaults;
    }

    private static List<UsageOverride> Overrides(YamlFile file, SortedList<string, IReadOnlyDictionary<string, decimal>> defaults)
    {
        var overrides = new List<UsageOverride>();
        foreach (var (section, patterns) in file.Root.Members)
        {
            if (section is not (ByType or ByResource))
            {
                throw file.Fault(patterns.Line, $"unknown section '{section}'. {Suggest(section, [ByType, ByResource])}");
            }

            foreach (var (pattern, values) in Mapping(file, patterns, section).Members)
            {
                overrides.Add(Override(file, pattern, section == ByType, values, defaults));
            }
        }

        return overrides;
    }

    private static UsageOverride Override(
        YamlFile file, string pattern, bool byType, YamlNode values, SortedList<string, IReadOnlyDictionary<string, decimal>> defaults)
    {
        var types = byType ? defaults.Where(type => Findings.ResourcePattern.MatchesText(pattern, type.Key)).ToList() : [.. defaults];
        if (types.Count == 0)
        {
            throw file.Fault(values.Line, $"no type that is billed by use is '{pattern}'. {Suggest(pattern, defaults.Keys)}");
        }

        var known = types.SelectMany(type => type.Value.Keys).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var numbers = new SortedList<string, decimal>(StringComparer.Ordinal);
        foreach (var (key, value) in Mapping(file, values, pattern).Members)
        {
            if (!known.Contains(key))
            {
                throw file.Fault(value.Line, $"unknown key '{key}' of '{pattern}'. {Suggest(key, known)}");
            }

            numbers.Add(key, Number(file, value, key));
        }

        return new UsageOverride(pattern, byType, numbers, values.Line);
    }

    private static string Suggest(string name, IEnumerable<string> known) =>
        $"{(NearestName.Of(name, known) is { } nearest ? $"Did you mean '{nearest}'? " : "")}Known: {string.Join(", ", known)}.";

    private static YamlMapping Mapping(YamlFile file, YamlNode node, string what) =>
        node as YamlMapping ?? throw file.Fault(node.Line, $"'{what}' is {YamlFile.Describe(node)}; expected a mapping.");

    private static decimal Number(YamlFile file, YamlNode node, string key) =>
        node is YamlScalar { Quoted: false } scalar
            && decimal.TryParse(scalar.Text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw file.Fault(node.Line, $"'{key}' is {(node is YamlScalar { Text: var text } ? $"'{text}'" : YamlFile.Describe(node))}; expected a number, zero or more.");
}
