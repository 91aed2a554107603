using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using Infra.Components;

namespace Infra.Stacks.Settings.Shapes;

/// <summary>One setting as its property declares it.</summary>
internal sealed class SettingInfo
{
    private readonly PropertyInfo _property;
    private readonly List<DefaultInAttribute> _environmentDefaults;

    public SettingInfo(PropertyInfo property, SettingAttribute setting, object[] attributes)
    {
        _property = property;
        Name = Names.CamelCase(property.Name);
        Meaning = setting.Meaning;
        Note = setting.Note;
        DefaultText = setting.DefaultText;
        Example = setting.Example;
        IsRequired = attributes.Any(attribute => attribute is RequiredMemberAttribute);
        _environmentDefaults = [.. attributes.OfType<DefaultInAttribute>()];
        Shape = Shapes.Of(property, attributes);
    }

    public string Name { get; }

    public string Meaning { get; }

    public string? Note { get; }

    public string? DefaultText { get; }

    public string? Example { get; }

    public bool IsRequired { get; }

    public ValueShape Shape { get; }

    public IReadOnlyList<DefaultInAttribute> EnvironmentDefaults => _environmentDefaults;

    /// <summary>The default that holds where no environment has its own; null for none and for required settings.</summary>
    public object? Default => IsRequired ? null : Get((SettingsObject)Activator.CreateInstance(_property.ReflectedType!)!);

    public object? Get(SettingsObject record) => _property.GetValue(record);

    public void Set(SettingsObject record, object? value) => _property.SetValue(record, value);

    /// <summary>Gives the record the default of an environment, if it has one of its own.</summary>
    public void SetDefault(SettingsObject record, DeploymentEnvironment environment)
    {
        if (_environmentDefaults.Find(entry => entry.Environment == environment) is { } entry)
        {
            var type = Nullable.GetUnderlyingType(_property.PropertyType) ?? _property.PropertyType;
            Set(record, type.IsInstanceOfType(entry.Value) ? entry.Value : Convert.ChangeType(entry.Value, type, CultureInfo.InvariantCulture));
        }
    }
}
