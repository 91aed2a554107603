using Infra.Components;
using Infra.Stacks.Settings;
using Infra.Stacks.Settings.Reading;

namespace Infra.Stacks;

/// <summary>What a stack deploys, as its configuration says.</summary>
/// <param name="Environment">What the stack is for.</param>
/// <param name="Systems">The selected systems with their settings, in the catalogue's order.</param>
/// <param name="Warnings">Settings that are legal but doubtful, sorted by key.</param>
public sealed record StackSettings(DeploymentEnvironment Environment, IReadOnlyList<SelectedSystem> Systems, IReadOnlyList<SettingWarning> Warnings)
{
    /// <summary>Reads and checks a stack's configuration; all faults together throw <see cref="ConfigurationException"/>.</summary>
    /// <param name="source">The configuration.</param>
    /// <param name="catalog">The systems that can be selected.</param>
    public static StackSettings Read(ConfigurationSource source, IReadOnlyList<SystemDefinition> catalog) => new StackReader(source, catalog).Read();
}

/// <summary>A system that the stack deploys.</summary>
/// <param name="System">The system.</param>
/// <param name="Settings">Its settings.</param>
public sealed record SelectedSystem(SystemDefinition System, SystemSettings Settings);
