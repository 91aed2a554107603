namespace Infra.Stacks.Settings;

/// <summary>Makes a property of a settings record a setting, named after the property in camelCase.</summary>
/// <param name="meaning">What the setting decides, in one sentence.</param>
/// <param name="example">A legal value, for messages that say how to fix. Default: null, the setting's default is used.</param>
/// <param name="defaultText">The default in words, where it is no plain value. Default: null, the record's own default is shown.</param>
/// <param name="note">A sentence about a documented value that AWS no longer offers, or a consequence worth knowing. Default: null.</param>
/// <remarks>All constructor parameters: the runtime compiles a method for each property that attributes set, at every start.</remarks>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SettingAttribute(string meaning, string? example = null, string? defaultText = null, string? note = null) : Attribute
{
    /// <summary>What the setting decides, in one sentence.</summary>
    public string Meaning { get; } = meaning;

    /// <summary>A legal value; null where the default serves.</summary>
    public string? Example { get; } = example;

    /// <summary>The default in words; null where it is a plain value.</summary>
    public string? DefaultText { get; } = defaultText;

    /// <summary>A sentence about a documented value that AWS no longer offers, or a consequence worth knowing; null for none.</summary>
    public string? Note { get; } = note;
}
