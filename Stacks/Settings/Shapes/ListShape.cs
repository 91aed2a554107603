using System.Collections;
using System.Text.Json;
using Infra.Stacks.Settings.Constraints;
using Infra.Stacks.Settings.Reading;

namespace Infra.Stacks.Settings.Shapes;

/// <summary>A list without repetitions.</summary>
internal sealed class ListShape(Type itemType, ValueShape item, CountAttribute? count) : ValueShape
{
    public ValueShape Item => item;

    public CountAttribute? Count => count;

    public override string Kind => $"list of {item.Kind}";

    public override string Allowed => count is null ? $"a list, each element {item.Allowed}" : $"a list of {count.Allowed}, each {item.Allowed}";

    public override object? Read(JsonElement element, SettingPlace place, SectionReading reading)
    {
        var length = element.ValueKind == JsonValueKind.Array ? element.GetArrayLength() : -1;
        if (length < (count?.Least ?? 0) || length > (count?.Most ?? int.MaxValue))
        {
            reading.Refuse(place, element, Allowed);
            return null;
        }

        var items = (IList)Array.CreateInstance(itemType, length);
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        var sound = true;
        for (var index = 0; index < length; index++)
        {
            var value = item.Read(element[index], place.Item(index), reading);
            sound &= value is not null;
            if (value is not null && !places.TryAdd(element[index].ToString(), index))
            {
                reading.RefuseRepetition(place.Item(index), element[index], place.Item(places[element[index].ToString()]).Path);
                sound = false;
            }

            items[index] = value;
        }

        return sound ? items : null;
    }
}
