using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Pulumi.Serialization;

/// <summary>Converts deserialized values to one type. One instance serves all values of the type.</summary>
internal abstract class TypeConverter
{
    private static readonly ConcurrentDictionary<Type, TypeConverter> Cache = new();

    public static TypeConverter For(Type type) => Cache.GetOrAdd(type, static target => Create(target));

    /// <summary>The converted value, boxed; null or the type's default when the value is null or does not fit.</summary>
    public abstract object? Convert(ConversionProblems problems, string context, object? value);

    /// <summary>The default value of a type as an object: null for references and nullables.</summary>
    protected static object? DefaultOf(Type type)
        => type.IsValueType && Nullable.GetUnderlyingType(type) is null ? RuntimeHelpers.GetUninitializedObject(type) : null;

    private static TypeConverter Create(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return new NullableConverter(underlying);
        }

        if (type == typeof(object))
        {
            return new AsIsConverter();
        }

        if (type == typeof(int))
        {
            return new IntegerConverter();
        }

        if (type == typeof(JsonElement))
        {
            return new JsonElementConverter();
        }

        if (typeof(AssetOrArchive).IsAssignableFrom(type))
        {
            return new AssetConverter(type);
        }

        if (type.IsGenericType && CreateGeneric(type) is { } generic)
        {
            return generic;
        }

        if (type.IsEnum)
        {
            return new EnumConverter(type);
        }

        if (type.IsValueType && type.IsDefined(typeof(EnumTypeAttribute), false))
        {
            return new EnumTypeConverter(type);
        }

        if (type.IsInterface && type.IsDefined(typeof(DiscriminatedUnionDiscriminatorAttribute), false))
        {
            return new DiscriminatedUnionConverter(type);
        }

        return type.IsDefined(typeof(OutputTypeAttribute), false) ? new OutputTypeConverter(type) : new ExactConverter(type);
    }

    private static TypeConverter? CreateGeneric(Type type)
    {
        var definition = type.GetGenericTypeDefinition();
        var arguments = type.GetGenericArguments();
        var converter = definition == typeof(ImmutableArray<>) ? typeof(ArrayConverter<>).MakeGenericType(arguments)
            : definition == typeof(ImmutableDictionary<,>) && arguments[0] == typeof(string)
                ? typeof(DictionaryConverter<>).MakeGenericType(arguments[1])
            : definition == typeof(Output<>) ? typeof(OutputConverter<>).MakeGenericType(arguments)
            : definition == typeof(Union<,>) ? typeof(UnionConverter<,>).MakeGenericType(arguments)
            : null;
        return converter is null ? null : (TypeConverter)Activator.CreateInstance(converter)!;
    }
}

/// <summary>Takes values whose run-time type is the target type: bool, double, string and resources.</summary>
internal sealed class ExactConverter(Type type) : TypeConverter
{
    public override object? Convert(ConversionProblems problems, string context, object? value)
        => value is null ? DefaultOf(type)
            : type.IsInstanceOfType(value) ? value
            : problems.Mismatch(context, type, value, DefaultOf(type));
}

internal sealed class AsIsConverter : TypeConverter
{
    public override object? Convert(ConversionProblems problems, string context, object? value) => value;
}

internal sealed class NullableConverter(Type underlying) : TypeConverter
{
    public override object? Convert(ConversionProblems problems, string context, object? value)
    {
        if (value is null)
        {
            return null;
        }

        // What does not fit is absent rather than the underlying type's default.
        var own = new ConversionProblems();
        var converted = For(underlying).Convert(own, context, value);
        foreach (var message in own.Messages)
        {
            problems.Add(message);
        }

        return own.Any ? null : converted;
    }
}

internal sealed class IntegerConverter : TypeConverter
{
    public override object? Convert(ConversionProblems problems, string context, object? value) => value switch
    {
        null => 0,
        double number => (int)number,
        _ => problems.Mismatch(context, typeof(double), value, 0),
    };
}

internal sealed class JsonElementConverter : TypeConverter
{
    public override object? Convert(ConversionProblems problems, string context, object? value)
        => value is null ? default(JsonElement)
            : JsonTree.ToElement(value) is { } element ? element
            : problems.Mismatch(context, typeof(JsonElement), value, default(JsonElement));
}

internal sealed class AssetConverter(Type type) : TypeConverter
{
    public override object? Convert(ConversionProblems problems, string context, object? value)
        => value is null || type.IsInstanceOfType(value)
            ? value
            : problems.Mismatch(context, type, value, type == typeof(Archive) ? new InvalidArchive() : new InvalidAsset());
}
