namespace Infra.Stacks.Settings;

/// <summary>Makes a property of a settings record a setting, named after the property in camelCase.</summary>
/// <param name="meaning">What the setting decides, in one sentence.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SettingAttribute(string meaning) : Attribute
{
    /// <summary>What the setting decides, in one sentence.</summary>
    public string Meaning { get; } = meaning;

    /// <summary>A legal value, for messages that say how to fix. Default: null, the setting's default is used.</summary>
    public string? Example { get; init; }

    /// <summary>The default in words, where it is no plain value. Default: null, the record's own default is shown.</summary>
    public string? DefaultText { get; init; }

    /// <summary>A sentence about a documented value that AWS no longer offers, or a consequence worth knowing. Default: null.</summary>
    public string? Note { get; init; }
}
