using System.Text.Json;
using Infra.Stacks.Settings.Shapes;

namespace Infra.Stacks.Settings.Reading;

/// <summary>Reads an object of settings into a record.</summary>
internal static class RecordReader
{
    /// <summary>The record, with the defaults where settings are missing or faulty; null when the element is no object.</summary>
    public static SettingsObject? Read(RecordShape shape, JsonElement element, string path, SectionReading reading)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            reading.Refuse(path, Got.Of(element, reading.HoldsSecrets), shape.Allowed, Example(shape, path));
            return null;
        }

        var record = WithDefaults(shape, reading);
        var met = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in element.EnumerateObject())
        {
            if (!met.Add(member.Name))
            {
                reading.RefuseRepeatedName(SettingPlace.Join(path, member.Name), member.Name);
            }
            else if (shape.Find(member.Name) is { } setting)
            {
                ReadSetting(setting, record, member.Value, SettingPlace.Join(path, member.Name), reading);
            }
            else
            {
                reading.RefuseUnknownName(shape, path, member.Name);
            }
        }

        foreach (var missing in shape.Settings.Where(setting => setting.IsRequired && !met.Contains(setting.Name)))
        {
            reading.RefuseMissing(SettingPlace.Join(path, missing.Name), missing);
        }

        return record;
    }

    /// <summary>A record of defaults, as if the section were absent; required settings are refused.</summary>
    public static SettingsObject ReadAbsent(RecordShape shape, string path, SectionReading reading)
    {
        foreach (var missing in shape.Settings.Where(setting => setting.IsRequired))
        {
            reading.RefuseMissing(SettingPlace.Join(path, missing.Name), missing);
        }

        return WithDefaults(shape, reading);
    }

    /// <summary>What to write so that the section becomes an object.</summary>
    public static string Example(RecordShape shape, string path)
    {
        var shown = shape.Settings.FirstOrDefault(setting => setting.IsRequired) ?? shape.Settings[0];
        var command = Fix.Set(new SettingPlace(SettingPlace.Join(path, shown.Name), shown));
        return $"{Fix.Remove(path)}, then set its settings one by one, such as: {command}";
    }

    private static void ReadSetting(SettingInfo setting, SettingsObject record, JsonElement element, string path, SectionReading reading)
    {
        reading.NoteGiven(path);
        if (setting.Shape.Read(element, new SettingPlace(path, setting), reading) is { } value)
        {
            setting.Set(record, value);
        }
    }

    private static SettingsObject WithDefaults(RecordShape shape, SectionReading reading)
    {
        var record = shape.Create();
        foreach (var setting in shape.Settings)
        {
            if (reading.Environment is { } environment)
            {
                setting.SetDefault(record, environment);
            }

            if (setting.Shape is ObjectShape inner && setting.Get(record) is not null)
            {
                setting.Set(record, WithDefaults(inner.Record, reading));
            }
        }

        return record;
    }
}
