using System.Reflection;

namespace Infra.Stacks.Settings.Shapes;

/// <summary>The settings of a record, its own before those it inherits, nearer ones before farther ones, each in the order of the source.</summary>
internal sealed class RecordShape
{
    private readonly Type _type;

    public RecordShape(Type type)
    {
        _type = type;
        var properties = type.GetProperties(BindingFlags.Public | BindingFlags.Instance);
        Array.Sort(properties, (left, right) => left.DeclaringType == right.DeclaringType
            ? left.MetadataToken.CompareTo(right.MetadataToken)
            : Distance(type, left.DeclaringType!).CompareTo(Distance(type, right.DeclaringType!)));
        var settings = new List<SettingInfo>(properties.Length);
        foreach (var property in properties)
        {
            var attributes = property.GetCustomAttributes(inherit: false);
            if (Array.Find(attributes, attribute => attribute is SettingAttribute) is SettingAttribute setting)
            {
                settings.Add(new SettingInfo(property, setting, attributes));
            }
        }

        Settings = settings;
    }

    public IReadOnlyList<SettingInfo> Settings { get; }

    public string Allowed => $"an object of settings: {string.Join(", ", Settings.Select(setting => setting.Name))}";

    public SettingInfo? Find(string name) => Settings.FirstOrDefault(setting => setting.Name == name);

    /// <summary>A record with its defaults; required settings are unset.</summary>
    public SettingsObject Create() => (SettingsObject)Activator.CreateInstance(_type)!;

    private static int Distance(Type? type, Type declaring) => type == declaring ? 0 : 1 + Distance(type!.BaseType, declaring);
}
