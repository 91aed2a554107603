using System.Text.Json;
using Infra.Stacks.Settings.Reading;

namespace Infra.Stacks.Settings.Shapes;

/// <summary>Settings within a setting.</summary>
internal sealed class ObjectShape(RecordShape record) : ValueShape
{
    public RecordShape Record => record;

    public override string Kind => "object";

    public override string Allowed => record.Allowed;

    public override object? Read(JsonElement element, SettingPlace place, SectionReading reading) =>
        RecordReader.Read(record, element, place.Path, reading);
}
