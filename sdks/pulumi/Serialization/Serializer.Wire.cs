using System.Collections;
using Google.Protobuf.WellKnownTypes;

namespace Pulumi.Serialization;

internal sealed partial class Serializer
{
    /// <summary>Makes a protobuf object of serialized members.</summary>
    public static Struct CreateStruct(IDictionary<string, object?> serialized)
    {
        var result = new Struct();
        var keys = new string[serialized.Count];
        serialized.Keys.CopyTo(keys, 0);
        Array.Sort(keys, StringComparer.Ordinal);
        foreach (var key in keys)
        {
            result.Fields.Add(key, CreateValue(serialized[key]));
        }

        return result;
    }

    /// <summary>Makes a protobuf value of a serialized one.</summary>
    public static Value CreateValue(object? serialized) => serialized switch
    {
        null => Value.ForNull(),
        bool value => Value.ForBool(value),
        int value => Value.ForNumber(value),
        double value => Value.ForNumber(value),
        string value => Value.ForString(value),
        IDictionary<string, object?> value => Value.ForStruct(CreateStruct(value)),
        IList value => CreateList(value),
        _ => throw new InvalidOperationException($"{serialized.GetType().FullName} is not a serialized value."),
    };

    private static Value CreateList(IList elements)
    {
        var list = new ListValue();
        list.Values.Capacity = elements.Count;
        foreach (var element in elements)
        {
            list.Values.Add(CreateValue(element));
        }

        return new Value { ListValue = list };
    }
}
