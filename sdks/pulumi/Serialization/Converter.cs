using System.Collections.Immutable;
using Google.Protobuf.WellKnownTypes;
using Type = System.Type;

namespace Pulumi.Serialization;

/// <summary>
/// Reads what the engine sent as the type a program expects. What does not fit is reported as a warning and replaced by the
/// default value, because a provider may be newer or older than the program's bindings.
/// </summary>
internal static class Converter
{
    public static OutputData<T> ConvertValue<T>(
        Action<string> warn,
        string context,
        Value value,
        ImmutableHashSet<Resource>? resources = null)
    {
        var data = ConvertValue(warn, context, value, typeof(T), resources ?? ImmutableHashSet<Resource>.Empty);
        return new OutputData<T>(data.Resources, data.Value is null ? default! : (T)data.Value, data.IsKnown, data.IsSecret);
    }

    public static OutputData<object?> ConvertValue(
        Action<string> warn,
        string context,
        Value value,
        Type targetType,
        ImmutableHashSet<Resource> resources)
    {
        CheckTargetType(context, targetType);
        var data = Deserializer.Deserialize(value);
        return new OutputData<object?>(
            OutputData.Union(resources, data.Resources),
            ConvertObject(warn, context, data.Value, targetType),
            data.IsKnown,
            data.IsSecret);
    }

    /// <summary>Converts a deserialized value; a mismatch calls <paramref name="warn"/> and gives the type's default.</summary>
    public static object? ConvertObject(Action<string> warn, string context, object? value, Type targetType)
    {
        var problems = new ConversionProblems();
        var converted = TypeConverter.For(targetType).Convert(problems, context, value);
        foreach (var message in problems.Messages)
        {
            warn(message);
        }

        return converted;
    }

    /// <summary>
    /// Throws <see cref="InvalidOperationException"/> when a type, or one inside it, is none that the engine's values can become.
    /// </summary>
    public static void CheckTargetType(string context, Type targetType) => TargetTypes.Check(context, targetType);
}
