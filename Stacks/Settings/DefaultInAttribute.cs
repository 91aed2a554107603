using Infra.Components;

namespace Infra.Stacks.Settings;

/// <summary>A default that holds in one environment instead of the record's own.</summary>
/// <param name="environment">Where it holds.</param>
/// <param name="value">The value; a number for decimal settings may be written as double.</param>
[AttributeUsage(AttributeTargets.Property, AllowMultiple = true)]
public sealed class DefaultInAttribute(DeploymentEnvironment environment, object value) : Attribute
{
    /// <summary>Where the default holds.</summary>
    public DeploymentEnvironment Environment { get; } = environment;

    /// <summary>The default.</summary>
    public object Value { get; } = value;
}
