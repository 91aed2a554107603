using System.Collections;
using System.Text.Json;
using Infra.Stacks.Settings.Constraints;
using Infra.Stacks.Settings.Reading;

namespace Infra.Stacks.Settings.Shapes;

/// <summary>Values by keys that the operator chooses.</summary>
internal sealed class MapShape(Type valueType, ValueShape value, CountAttribute? count, KeysAttribute? keys) : ValueShape
{
    public ValueShape Value => value;

    public CountAttribute? Count => count;

    public KeysAttribute? Keys => keys;

    public override string Kind => $"map to {value.Kind}";

    public override string Allowed => string.Join(
        "; ",
        new[]
        {
            $"a map of {(count is null ? "" : $"{count.Allowed} ")}keys, each value {value.Allowed}",
            keys is null ? null : $"each key {keys.Allowed}",
        }.OfType<string>());

    public override object? Read(JsonElement element, SettingPlace place, SectionReading reading)
    {
        var members = element.ValueKind == JsonValueKind.Object ? element.EnumerateObject().ToList() : null;
        if (members is null || members.Count < (count?.Least ?? 0) || members.Count > (count?.Most ?? int.MaxValue))
        {
            reading.Refuse(place, element, Allowed);
            return null;
        }

        var mapType = typeof(SortedDictionary<,>).MakeGenericType(typeof(string), valueType);
        var map = (IDictionary)Activator.CreateInstance(mapType, StringComparer.Ordinal)!;
        var sound = true;
        foreach (var member in members)
        {
            var memberPlace = place.Member(member.Name);
            if (keys?.Admits(member.Name) == false)
            {
                reading.RefuseName(memberPlace, member.Name, $"a key of {keys.Allowed}");
                sound = false;
            }
            else if (map.Contains(member.Name))
            {
                reading.RefuseName(memberPlace, member.Name, "each key once");
                sound = false;
            }
            else if (value.Read(member.Value, memberPlace, reading) is { } read)
            {
                map[member.Name] = read;
            }
            else
            {
                sound = false;
            }
        }

        return sound ? map : null;
    }
}
