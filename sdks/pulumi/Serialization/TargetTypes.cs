using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;

namespace Pulumi.Serialization;

/// <summary>Knows which types the engine's values can become.</summary>
internal static class TargetTypes
{
    private const string Allowed =
        "bool, int, double, string, object, JsonElement, Asset, Archive, AssetOrArchive, resources, enums of int, [EnumType] structs, "
        + "[OutputType] classes, discriminated unions, and Nullable<T>, Union<T0, T1>, Output<T>, ImmutableArray<T> and "
        + "ImmutableDictionary<string, T> of these";

    private static readonly ConcurrentDictionary<Type, bool> Checked = new();

    public static void Check(string context, Type type)
    {
        if (!Checked.ContainsKey(type))
        {
            Check(context, type, []);
        }
    }

    private static void Check(string context, Type type, HashSet<Type> visited)
    {
        if (IsLeaf(type) || Checked.ContainsKey(type) || !visited.Add(type))
        {
            return;
        }

        if (typeof(Resource).IsAssignableFrom(type))
        {
            ResourceTypes.Declare(type);
        }
        else if (type.IsGenericType && IsAllowedGeneric(type))
        {
            foreach (var argument in type.GetGenericArguments())
            {
                Check(context, argument, visited);
            }
        }
        else if (type.IsInterface && type.IsDefined(typeof(DiscriminatedUnionDiscriminatorAttribute), false))
        {
            foreach (var item in type.GetCustomAttributes<DiscriminatedUnionCaseAttribute>())
            {
                Check($"{context}({item.Tag})", item.Type, visited);
            }
        }
        else if (type is { IsClass: true } && type.IsDefined(typeof(OutputTypeAttribute), false))
        {
            CheckOutputType(context, type, visited);
        }
        else
        {
            throw new InvalidOperationException(
                $"{context} has the type {type.FullName}, which no value of the engine can become. Allowed are {Allowed}.");
        }

        Checked[type] = true;
    }

    private static void CheckOutputType(string context, Type type, HashSet<Type> visited)
    {
        var constructor = OutputTypeConverter.FindConstructor(type)
            ?? throw new InvalidOperationException(
                $"{context} has the type {type.FullName}, which has no constructor to make it by. Allowed is one marked "
                + "[OutputConstructor], or a single public one. Mark the constructor.");
        foreach (var parameter in constructor.GetParameters())
        {
            Check($"{context}({parameter.Name})", parameter.ParameterType, visited);
        }
    }

    private static bool IsLeaf(Type type)
        => type == typeof(bool) || type == typeof(int) || type == typeof(double) || type == typeof(string) || type == typeof(object)
            || type == typeof(JsonElement)
            || type == typeof(Asset) || type == typeof(Archive) || type == typeof(AssetOrArchive)
            || (type.IsEnum && type.GetEnumUnderlyingType() == typeof(int))
            || (type.IsValueType
                && type.IsDefined(typeof(EnumTypeAttribute), false)
                && EnumTypeConverter.FindConstructor(type) is not null);

    private static bool IsAllowedGeneric(Type type)
    {
        var definition = type.GetGenericTypeDefinition();
        return definition == typeof(Nullable<>) || definition == typeof(Union<,>) || definition == typeof(Output<>)
            || definition == typeof(ImmutableArray<>)
            || (definition == typeof(ImmutableDictionary<,>) && type.GetGenericArguments()[0] == typeof(string));
    }
}
