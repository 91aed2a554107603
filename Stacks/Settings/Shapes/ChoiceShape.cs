using System.Text.Json;
using Infra.Stacks.Settings.Reading;

namespace Infra.Stacks.Settings.Shapes;

/// <summary>One of an enum's members, written in camelCase.</summary>
internal sealed class ChoiceShape(Type type) : ValueShape
{
    public IReadOnlyList<string> Choices { get; } = [.. Enum.GetNames(type).Select(Names.CamelCase)];

    public override string Kind => "choice";

    public override string Allowed => Names.AnyOf(Choices);

    public override object? Read(JsonElement element, SettingPlace place, SectionReading reading)
    {
        var text = element.ValueKind == JsonValueKind.String ? element.GetString()! : null;
        if (text is not null && Choices.Contains(text))
        {
            return Enum.Parse(type, text, ignoreCase: true);
        }

        reading.Refuse(place, element, Allowed, text is null ? null : NearestName.Of(text, Choices));
        return null;
    }
}
