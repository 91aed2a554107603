namespace Infra.Stacks.Settings;

/// <summary>A record whose properties marked <see cref="SettingAttribute"/> are settings. It is made without arguments, then filled.</summary>
public abstract record SettingsObject;
