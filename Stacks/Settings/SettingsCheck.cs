using System.Globalization;
using Infra.Components;
using Infra.Stacks.Settings.Reading;
using Infra.Stacks.Settings.Shapes;

namespace Infra.Stacks.Settings;

/// <summary>
/// Notes what is wrong or doubtful between the settings of a section. Properties are named with `nameof`, nested ones joined by dots.
/// </summary>
public sealed class SettingsCheck
{
    private readonly RecordShape _shape;
    private readonly SectionReading _reading;

    internal SettingsCheck(RecordShape shape, SectionReading reading)
    {
        _shape = shape;
        _reading = reading;
    }

    /// <summary>The stack's environment; null when that is faulty itself.</summary>
    public DeploymentEnvironment? Environment => _reading.Environment;

    /// <summary>The stack's name.</summary>
    public string Stack => _reading.Stack;

    /// <summary>The folder that paths in settings start from: that of Pulumi.yaml.</summary>
    internal string Directory => _reading.Directory;

    /// <summary>Whether none of the settings has a fault: only then may a rule compare them.</summary>
    public bool Sound(params string[] properties) => properties.All(property => _reading.IsSound(Names.CamelCase(property)));

    /// <summary>Whether the configuration gives the setting, be it with its default.</summary>
    public bool Given(string property) => _reading.IsGiven(Names.CamelCase(property));

    /// <summary>Refuses a setting.</summary>
    /// <param name="property">The setting.</param>
    /// <param name="got">What was got, with every value that matters; no secret.</param>
    /// <param name="allowed">What would be allowed.</param>
    /// <param name="fix">How to fix it.</param>
    public void Refuse(string property, string got, string allowed, string fix) => _reading.Refuse(Path(property), got, allowed, fix);

    /// <summary>Refuses that a setting is missing which other settings make necessary.</summary>
    /// <param name="property">The setting, of the section itself.</param>
    /// <param name="because">What makes it necessary, e.g. `compute is eks`.</param>
    public void RefuseMissing(string property, string because)
    {
        var setting = _shape.Find(Names.CamelCase(property))!;
        var place = new SettingPlace(Path(property), setting, setting.Shape is SecretShape);
        _reading.Refuse(place.Path, "nothing", $"{setting.Shape.Allowed}; it is required because {because}", Fix.Set(place));
    }

    /// <summary>Warns of a setting.</summary>
    /// <param name="property">The setting.</param>
    /// <param name="message">What follows from it and what to do, in full sentences.</param>
    public void Warn(string property, string message) => _reading.Warn(Path(property), message);

    /// <summary>The command that sets a setting, for messages.</summary>
    public string SetCommand(string property, IFormattable value) => SetCommand(property, value.ToString(null, CultureInfo.InvariantCulture));

    /// <summary>The command that sets a setting, for messages.</summary>
    public string SetCommand(string property, string value)
    {
        var setting = _shape.Find(Names.CamelCase(property));
        return setting is null
            ? $"pulumi config set --path {Fix.Quote(Path(property))} {Fix.Quote(value)}"
            : Fix.Set(new SettingPlace(Path(property), setting), value);
    }

    private string Path(string property) => $"{_reading.Key}.{Names.CamelCase(property)}";
}
