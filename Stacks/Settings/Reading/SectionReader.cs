using Infra.Stacks.Settings.Shapes;

namespace Infra.Stacks.Settings.Reading;

/// <summary>Reads one system's section.</summary>
internal static class SectionReader
{
    /// <summary>The settings, complete as far as no fault was noted.</summary>
    /// <param name="system">The system.</param>
    /// <param name="text">The section as JSON text; null when the stack has none.</param>
    /// <param name="reading">Takes the faults and warnings.</param>
    public static SystemSettings Read(SystemDefinition system, string? text, SectionReading reading)
    {
        var shape = new RecordShape(system.SettingsType);
        var record = ReadRecord(shape, text, reading);
        if (record is null)
        {
            return (SystemSettings)shape.Create();
        }

        record.Check(new SettingsCheck(shape, reading));
        RefuseMisplacedSecret(shape, reading);
        return record;
    }

    private static SystemSettings? ReadRecord(RecordShape shape, string? text, SectionReading reading)
    {
        if (text is null)
        {
            return (SystemSettings)RecordReader.ReadAbsent(shape, reading.Key, reading);
        }

        if (string.IsNullOrWhiteSpace(text) || text == "null")
        {
            reading.Refuse(
                reading.Key,
                "an empty section",
                shape.Allowed,
                $"pulumi config rm {reading.Key} to take every default, or set one of its settings");
            return null;
        }

        using var document = StackReader.ParsedOrText(text);
        return (SystemSettings?)RecordReader.Read(shape, document.RootElement, reading.Key, reading);
    }

    // Which part of a section is encrypted cannot be seen from inside; that none of its secret settings is given, can.
    private static void RefuseMisplacedSecret(RecordShape shape, SectionReading reading)
    {
        if (!reading.HoldsSecrets || reading.SecretRead || reading.UnknownNameMet)
        {
            return;
        }

        var secrets = SecretNames(shape, "").ToList();
        reading.Refuse(
            reading.Key,
            "an encrypted value on a setting that is not secret",
            secrets.Count == 0
                ? "no encrypted values: the system has no secret setting"
                : $"encrypted values on secret settings only: {string.Join(", ", secrets)}",
            $"find `secure:` under {reading.Key} in the stack file, and set that setting with --plaintext");
    }

    private static IEnumerable<string> SecretNames(RecordShape shape, string prefix) => shape.Settings.SelectMany(setting => setting.Shape switch
    {
        SecretShape or MapShape { Value: SecretShape } or ListShape { Item: SecretShape } => [prefix + setting.Name],
        ObjectShape inner => SecretNames(inner.Record, $"{prefix}{setting.Name}."),
        _ => [],
    });
}
