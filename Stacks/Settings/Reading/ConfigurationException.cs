using Pulumi;

namespace Infra.Stacks.Settings.Reading;

/// <summary>All faults of a stack's configuration. Pulumi shows the message without a stack trace.</summary>
public sealed class ConfigurationException : RunException
{
    /// <summary>Reports faults, sorted by key.</summary>
    public ConfigurationException(string stack, IEnumerable<SettingFault> faults)
        : this(stack, [.. faults.OrderBy(fault => fault.Key, StringComparer.Ordinal).ThenBy(fault => fault.Got, StringComparer.Ordinal)])
    {
    }

    /// <summary>Reports that there is no configuration at all.</summary>
    internal ConfigurationException(string message)
        : base(message)
    {
        Faults = [];
    }

    private ConfigurationException(string stack, SettingFault[] faults)
        : base($"The configuration of stack {stack} has {(faults.Length == 1 ? "a fault" : $"{faults.Length} faults")}. Nothing was registered.\n\n"
            + string.Join("\n\n", faults.Select(fault => fault.ToString())))
    {
        Faults = faults;
    }

    /// <summary>The faults, sorted by key; none when there is no configuration at all.</summary>
    public IReadOnlyList<SettingFault> Faults { get; }
}
