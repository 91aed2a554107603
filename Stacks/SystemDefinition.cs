using Infra.Stacks.Settings;

namespace Infra.Stacks;

/// <summary>A system that stacks can select.</summary>
public sealed class SystemDefinition
{
    private readonly Func<SystemContext, SystemSettings, Task<SystemOutputs>> _deploy;

    private SystemDefinition(string key, string title, Type settingsType, Func<SystemContext, SystemSettings, Task<SystemOutputs>> deploy)
    {
        Key = key;
        Title = title;
        SettingsType = settingsType;
        _deploy = deploy;
    }

    /// <summary>How `infra:systems` names the system; its section is `infra:KEY`.</summary>
    public string Key { get; }

    /// <summary>The system's name for people.</summary>
    public string Title { get; }

    /// <summary>The record of the system's settings.</summary>
    public Type SettingsType { get; }

    /// <summary>Describes a system.</summary>
    public static SystemDefinition Of<TSettings>(
        string key, string title, Func<SystemContext, TSettings, Task<SystemOutputs>> deploy)
        where TSettings : SystemSettings =>
        new(key, title, typeof(TSettings), (context, settings) => deploy(context, (TSettings)settings));

    /// <summary>Registers the system's resources.</summary>
    public Task<SystemOutputs> DeployAsync(SystemContext context, SystemSettings settings) => _deploy(context, settings);
}
