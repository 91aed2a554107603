using System.Reflection;

namespace Infra.Stacks.Settings.Shapes;

/// <summary>The settings of a record, its own before those it inherits, each in the order of the source.</summary>
internal sealed class RecordShape
{
    private readonly Type _type;

    public RecordShape(Type type)
    {
        _type = type;
        Settings =
        [
            .. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .Where(property => property.IsDefined(typeof(SettingAttribute), inherit: false))
                .OrderBy(property => property.DeclaringType == type ? 0 : 1)
                .ThenBy(property => property.MetadataToken)
                .Select(property => new SettingInfo(property)),
        ];
    }

    public IReadOnlyList<SettingInfo> Settings { get; }

    public string Allowed => $"an object of settings: {string.Join(", ", Settings.Select(setting => setting.Name))}";

    public SettingInfo? Find(string name) => Settings.FirstOrDefault(setting => setting.Name == name);

    /// <summary>A record with its defaults; required settings are unset.</summary>
    public SettingsObject Create() => (SettingsObject)Activator.CreateInstance(_type)!;
}
