using Google.Protobuf.WellKnownTypes;
using Pulumi.Serialization;

namespace Pulumi;

/// <summary>Finds unknown values in serialized properties.</summary>
internal static class UnknownValues
{
    public static bool Any(Struct properties)
    {
        foreach (var value in properties.Fields.Values)
        {
            if (Any(value))
            {
                return true;
            }
        }

        return false;
    }

    public static bool Any(Value value)
    {
        switch (value.KindCase)
        {
            case Value.KindOneofCase.StringValue:
                return Constants.IsUnknown(value.StringValue);
            case Value.KindOneofCase.StructValue:
                return Any(value.StructValue);
            case Value.KindOneofCase.ListValue:
                foreach (var element in value.ListValue.Values)
                {
                    if (Any(element))
                    {
                        return true;
                    }
                }

                return false;
            default:
                return false;
        }
    }
}
