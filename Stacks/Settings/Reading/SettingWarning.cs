namespace Infra.Stacks.Settings.Reading;

/// <summary>A setting that is legal but probably not meant so.</summary>
/// <param name="Key">The full path of the setting.</param>
/// <param name="Message">What follows from it and what to do, in full sentences.</param>
public sealed record SettingWarning(string Key, string Message)
{
    /// <summary>The warning as one line.</summary>
    public override string ToString() => $"{Key}: {Message}";
}
