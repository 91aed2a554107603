using System.Text.Json;
using Infra.Components;

namespace Infra.Stacks.Settings.Reading;

/// <summary>Reads a stack's whole configuration.</summary>
internal sealed class StackReader(ConfigurationSource source, IReadOnlyList<SystemDefinition> catalog)
{
    private const string EnvironmentName = "environment";
    private const string SystemsName = "systems";

    private readonly List<SettingFault> _faults = [];
    private readonly List<SettingWarning> _warnings = [];

    private IEnumerable<string> SystemKeys => catalog.Select(system => system.Key);

    /// <summary>The settings; all faults together throw <see cref="ConfigurationException"/>.</summary>
    public StackSettings Read()
    {
        if (!source.Values.Keys.Any(IsOwn))
        {
            throw new ConfigurationException(MinimalStackFile.Message(source.Stack, catalog));
        }

        var environment = ReadEnvironment();
        var chosen = ReadSystems();
        RefuseUnknownKeys();
        RefuseUnselectedSections(chosen);
        var systems = catalog.Where(system => chosen.Contains(system.Key))
            .Select(system => new SelectedSystem(system, ReadSection(system, environment)))
            .ToList();
        return _faults.Count == 0
            ? new StackSettings(environment!.Value, systems, [.. _warnings.OrderBy(warning => warning.Key, StringComparer.Ordinal)])
            : throw new ConfigurationException(source.Stack, _faults);
    }

    private static bool IsOwn(string key) => key.StartsWith($"{ConfigurationSource.Namespace}:", StringComparison.Ordinal);

    private static string FullKey(string name) => $"{ConfigurationSource.Namespace}:{name}";

    private DeploymentEnvironment? ReadEnvironment()
    {
        var key = FullKey(EnvironmentName);
        var names = Enum.GetNames<DeploymentEnvironment>().Select(Names.CamelCase).ToList();
        var allowed = Names.AnyOf(names);
        if (RefuseEncrypted(key, allowed, $"pulumi config set --plaintext {key} {names[0]}"))
        {
            return null;
        }

        if (!source.Values.TryGetValue(key, out var text) || text.Length == 0)
        {
            Refuse(key, "nothing", $"{allowed}; it is required", $"pulumi config set {key} {names[0]}");
            return null;
        }

        if (names.Contains(text))
        {
            return Enum.Parse<DeploymentEnvironment>(text, ignoreCase: true);
        }

        Refuse(key, Got.Text(text), allowed, $"pulumi config set {key} {NearestName.Of(text, names) ?? names[0]}");
        return null;
    }

    private HashSet<string> ReadSystems()
    {
        var chosen = ReadSystemList(out var allKnown);
        if (!allKnown)
        {
            // While it is unclear what was selected, every section may be meant.
            chosen.UnionWith(SystemKeys.Where(key => source.Values.ContainsKey(FullKey(key))));
        }

        return chosen;
    }

    private HashSet<string> ReadSystemList(out bool allKnown)
    {
        var key = FullKey(SystemsName);
        var chosen = new Dictionary<string, int>(StringComparer.Ordinal);
        var allowed = $"a list of at least one of {string.Join(", ", SystemKeys)}";
        var fix = $"pulumi config set --path '{key}[0]' {catalog[0].Key}";
        allKnown = false;
        if (RefuseEncrypted(key, allowed, $"pulumi config rm {key}, then: {fix}"))
        {
            return [];
        }

        using var document = source.Values.TryGetValue(key, out var text) && text.Length > 0 ? ParsedOrText(text) : null;
        if (document is null)
        {
            Refuse(key, "nothing", $"{allowed}; it is required", fix);
            return [];
        }

        if (document.RootElement is not { ValueKind: JsonValueKind.Array } list || list.GetArrayLength() == 0)
        {
            Refuse(key, Got.Of(document.RootElement, hidesText: false), allowed, $"pulumi config rm {key}, then: {fix}");
            return [];
        }

        allKnown = true;
        for (var index = 0; index < list.GetArrayLength(); index++)
        {
            allKnown &= ReadSystem($"{key}[{index}]", list[index], index, chosen);
        }

        return [.. chosen.Keys];
    }

    // A misspelt system counts as the one it was meant to be, so that the faults of its section are found too.
    private bool ReadSystem(string path, JsonElement element, int index, Dictionary<string, int> chosen)
    {
        var name = element.ValueKind == JsonValueKind.String ? element.GetString()! : null;
        var nearest = name is null ? null : SystemKeys.FirstOrDefault(known => known == name) ?? NearestName.Of(name, SystemKeys);
        if (name is null || nearest != name)
        {
            Refuse(
                path,
                Got.Of(element, hidesText: false),
                Names.AnyOf([.. SystemKeys]),
                nearest is null ? Fix.Remove(path) : $"did you mean {nearest}? pulumi config set --path {Fix.Quote(path)} {nearest}");
        }
        else if (!chosen.TryAdd(name, index))
        {
            Refuse(path, $"{Got.Text(name)}, as in {FullKey(SystemsName)}[{chosen[name]}]", "each system once", Fix.Remove(path));
        }

        if (nearest is not null)
        {
            chosen.TryAdd(nearest, index);
        }

        return nearest is not null;
    }

    private void RefuseUnknownKeys()
    {
        string[] names = [EnvironmentName, SystemsName, .. SystemKeys];
        foreach (var key in source.Values.Keys.Where(IsOwn))
        {
            var name = key[(ConfigurationSource.Namespace.Length + 1)..];
            if (!names.Contains(name))
            {
                Refuse(
                    key,
                    $"the unknown key {Got.Text(name)}",
                    string.Join(", ", names.Select(FullKey)),
                    NearestName.Of(name, names) is { } nearest
                        ? $"did you mean {FullKey(nearest)}? Rename it in the stack file"
                        : $"pulumi config rm {Fix.Quote(key)}");
            }
        }
    }

    private void RefuseUnselectedSections(HashSet<string> chosen)
    {
        foreach (var system in catalog.Where(system => !chosen.Contains(system.Key) && source.Values.ContainsKey(FullKey(system.Key))))
        {
            Refuse(
                FullKey(system.Key),
                $"settings of {system.Title}, which {FullKey(SystemsName)} does not select",
                $"sections of selected systems: {string.Join(", ", chosen.Order(StringComparer.Ordinal))}",
                $"add {system.Key} to {FullKey(SystemsName)}, or: pulumi config rm {FullKey(system.Key)}");
        }
    }

    private SystemSettings ReadSection(SystemDefinition system, DeploymentEnvironment? environment)
    {
        var key = FullKey(system.Key);
        var reading = new SectionReading(key)
        {
            Environment = environment,
            Stack = source.Stack,
            HoldsSecrets = source.SecretKeys.Contains(key),
            Directory = source.Directory,
        };
        var settings = SectionReader.Read(system, source.Values.GetValueOrDefault(key), reading);
        _faults.AddRange(reading.Faults);
        _warnings.AddRange(reading.Warnings);
        return settings;
    }

    private bool RefuseEncrypted(string key, string allowed, string fix)
    {
        var encrypted = source.SecretKeys.Contains(key);
        if (encrypted)
        {
            Refuse(key, Got.Secret, $"{allowed}, not encrypted", fix);
        }

        return encrypted;
    }

    // A value that is no JSON is a plain text.
    internal static JsonDocument ParsedOrText(string text)
    {
        try
        {
            return JsonDocument.Parse(text);
        }
        catch (JsonException)
        {
            return JsonDocument.Parse($"\"{JsonEncodedText.Encode(text)}\"");
        }
    }

    private void Refuse(string key, string got, string allowed, string fix) => _faults.Add(new SettingFault(key, got, allowed, fix));
}
