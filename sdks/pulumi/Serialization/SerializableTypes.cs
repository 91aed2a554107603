using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Pulumi.Serialization;

internal enum TypeKind
{
    Unsupported,
    Enum,
    EnumType,
    OutputType,
}

/// <summary>What serializing values of a type needs to know about it.</summary>
/// <param name="Kind">How values are sent.</param>
/// <param name="Underlying">Of an EnumType: its conversion to string or double.</param>
/// <param name="Fields">Of an OutputType: its fields by their wire names.</param>
internal sealed record TypeShape(TypeKind Kind, MethodInfo? Underlying, ImmutableArray<(string Name, FieldInfo Field)> Fields);

/// <summary>Tells which types can be sent, besides those that the serializer knows by name.</summary>
internal static class SerializableTypes
{
    private static readonly TypeShape Unsupported = new(TypeKind.Unsupported, null, []);
    private static readonly ConcurrentDictionary<Type, TypeShape> Shapes = new();

    public static TypeShape ShapeOf(Type type) => Shapes.GetOrAdd(type, static key => Inspect(key));

    public static InvalidOperationException NotSupported(Type type, string context)
        => new($"{type.FullName} is not a supported argument type.\n\t{context}");

    /// <summary>Tells whether a list is the default <see cref="ImmutableArray{T}"/>, whose members cannot be called.</summary>
    public static bool IsDefaultArray(IList list)
    {
        var type = list.GetType();
        return type.IsValueType && type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>)
            && list.Equals(RuntimeHelpers.GetUninitializedObject(type));
    }

    /// <summary>Returns the dictionary when every value in it has a type that can be sent.</summary>
    public static ImmutableDictionary<string, object?> Check(ImmutableDictionary<string, object?> dictionary)
    {
        foreach (var (key, value) in dictionary)
        {
            var supported = value is null or bool or int or double or string or JsonElement or ValueTuple
                or InputArgs or AssetOrArchive or IInput or IUnion or IOutput or Resource or IDictionary or IList
                || ShapeOf(value.GetType()).Kind != TypeKind.Unsupported;
            if (!supported)
            {
                throw NotSupported(value!.GetType(), key);
            }
        }

        return dictionary;
    }

    private static TypeShape Inspect(Type type)
    {
        if (type.IsEnum)
        {
            return type.GetEnumUnderlyingType() == typeof(int) ? new TypeShape(TypeKind.Enum, null, []) : Unsupported;
        }

        if (type.IsValueType)
        {
            return type.IsDefined(typeof(EnumTypeAttribute), false) && FindUnderlying(type) is { } conversion
                ? new TypeShape(TypeKind.EnumType, conversion, [])
                : Unsupported;
        }

        return type.IsDefined(typeof(OutputTypeAttribute), false)
            ? new TypeShape(TypeKind.OutputType, null, FindFields(type))
            : Unsupported;
    }

    private static MethodInfo? FindUnderlying(Type type)
    {
        foreach (var method in type.GetMethods(BindingFlags.Public | BindingFlags.Static))
        {
            if (method.Name == "op_Explicit"
                && (method.ReturnType == typeof(string) || method.ReturnType == typeof(double))
                && method.GetParameters() is [var parameter]
                && parameter.ParameterType == type)
            {
                return method;
            }
        }

        return null;
    }

    private static ImmutableArray<(string Name, FieldInfo Field)> FindFields(Type type)
    {
        var fields = ImmutableArray.CreateBuilder<(string, FieldInfo)>();
        foreach (var field in type.GetFields(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance))
        {
            if (field.IsInitOnly)
            {
                fields.Add((char.ToLowerInvariant(field.Name[0]) + field.Name[1..], field));
            }
        }

        return fields.ToImmutable();
    }
}
