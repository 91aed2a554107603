using System.Text.Json;
using Infra.Components;
using Infra.Stacks.Settings.Shapes;

namespace Infra.Stacks.Settings.Reading;

/// <summary>The reading of one system's section: what it knows, and the faults and warnings it finds.</summary>
internal sealed class SectionReading(string key)
{
    private readonly List<SettingFault> _faults = [];
    private readonly List<SettingWarning> _warnings = [];
    private readonly HashSet<string> _given = new(StringComparer.Ordinal);

    /// <summary>The section's full key, e.g. `infra:hyperp`.</summary>
    public string Key => key;

    /// <summary>The stack's environment; null when it is faulty itself.</summary>
    public DeploymentEnvironment? Environment { get; init; }

    /// <summary>The stack's name.</summary>
    public required string Stack { get; init; }

    /// <summary>Whether something in the section is encrypted.</summary>
    public bool HoldsSecrets { get; init; }

    /// <summary>The folder that paths in settings start from.</summary>
    public required string Directory { get; init; }

    /// <summary>Whether a secret setting was met.</summary>
    public bool SecretRead { get; set; }

    /// <summary>Whether a name was met that no setting has.</summary>
    public bool UnknownNameMet { get; private set; }

    public IReadOnlyList<SettingFault> Faults => _faults;

    public IReadOnlyList<SettingWarning> Warnings => _warnings;

    /// <summary>Whether the configuration gives a setting, by its path below the section.</summary>
    public bool IsGiven(string name) => _given.Contains($"{key}.{name}");

    /// <summary>Whether no fault concerns a setting or a part of it.</summary>
    public bool IsSound(string name)
    {
        var path = $"{key}.{name}";
        return !_faults.Exists(fault => fault.Key == key
            || (fault.Key.StartsWith(path, StringComparison.Ordinal) && (fault.Key.Length == path.Length || fault.Key[path.Length] is '.' or '[')));
    }

    public void NoteGiven(string path) => _given.Add(path);

    public void Warn(string path, string message) => _warnings.Add(new SettingWarning(path, message));

    public void Refuse(string path, string got, string allowed, string fix) => _faults.Add(new SettingFault(path, got, allowed, fix));

    public void Refuse(SettingPlace place, JsonElement element, string allowed, string? nearest = null) => Refuse(
        place.Path,
        place.IsSecret ? Got.Secret : Got.Of(element, HoldsSecrets),
        allowed,
        element.ValueKind == JsonValueKind.Null ? $"remove the line to leave the setting unset, or: {Fix.Set(place)}" : Fix.Set(place, nearest));

    public void RefusePlainSecret(SettingPlace place) => Refuse(
        place.Path,
        "a value that is not encrypted (not shown)",
        "an encrypted value",
        $"{Fix.Set(place)} (it asks for the value), and use a new one: the stack file's history keeps the old");

    public void RefuseRepetition(SettingPlace place, JsonElement element, string first) => Refuse(
        place.Path,
        $"{Got.Of(element, HoldsSecrets)}, as in {first}",
        "each element once",
        Fix.Remove(place.Path));

    public void RefuseName(SettingPlace place, string name, string allowed) =>
        Refuse(place.Path, $"the key {Got.Text(name)}", allowed, Fix.Remove(place.Path));

    public void RefuseRepeatedName(string path, string name) => Refuse(
        path, $"the setting {name} more than once", "each setting once", "keep one of the entries in the stack file");

    public void RefuseUnknownName(RecordShape record, string parent, string name)
    {
        UnknownNameMet = true;
        var path = SettingPlace.Join(parent, name);
        var names = record.Settings.Select(setting => setting.Name).ToList();
        Refuse(
            path,
            $"the unknown setting {Got.Text(name)}",
            string.Join(", ", names),
            NearestName.Of(name, names) is { } nearest
                ? $"did you mean {nearest}? Rename it in the stack file"
                : Fix.Remove(path));
    }

    public void RefuseMissing(string path, SettingInfo setting) => Refuse(
        path, "nothing", $"{setting.Shape.Allowed}; it is required", Fix.Set(new SettingPlace(path, setting)));
}
