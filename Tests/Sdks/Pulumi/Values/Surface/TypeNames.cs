using System.Reflection;
using System.Runtime.CompilerServices;

namespace Infra.Tests.Sdks.Pulumi.Values.Surface;

/// <summary>Renders types as API listings of the compiler platform do: full names, ! for not null, ? for nullable.</summary>
internal static class TypeNames
{
    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void",
        [typeof(bool)] = "bool",
        [typeof(byte)] = "byte",
        [typeof(int)] = "int",
        [typeof(long)] = "long",
        [typeof(double)] = "double",
        [typeof(string)] = "string",
        [typeof(object)] = "object",
    };

    /// <summary>The name of a type as a declaration: no annotation, type parameters by name.</summary>
    public static string Declared(Type type)
    {
        var name = type.IsNested ? $"{Declared(type.DeclaringType!)}.{Bare(type)}" : $"{type.Namespace}.{Bare(type)}";
        var own = type.GetGenericArguments()[(type.DeclaringType?.GetGenericArguments().Length ?? 0)..];
        return own.Length == 0 ? name : $"{name}<{string.Join(", ", own.Select(argument => argument.Name))}>";
    }

    /// <summary>The name of a constructor: that of its type without type parameters.</summary>
    public static string Bare(Type type) => type.Name.Split('`')[0];

    /// <summary>The type of a parameter, result, property or field, with its annotations.</summary>
    public static string Annotated(NullabilityInfo info, ICustomAttributeProvider source)
    {
        var names = source.GetCustomAttributes(typeof(TupleElementNamesAttribute), false) is [TupleElementNamesAttribute attribute]
            ? new Queue<string?>(attribute.TransformNames)
            : new Queue<string?>();
        return Annotated(info, names);
    }

    private static string Annotated(NullabilityInfo info, Queue<string?> tupleNames)
    {
        var type = info.Type;
        if (type.IsByRef)
        {
            type = type.GetElementType()!;
        }

        if (type.IsGenericParameter)
        {
            return type.Name;
        }

        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return $"{Keywords.GetValueOrDefault(underlying) ?? Declared(underlying)}?";
        }

        var mark = type.IsValueType ? "" : info.ReadState == NullabilityState.Nullable ? "?" : "!";
        if (type.IsArray)
        {
            return $"{Annotated(info.ElementType!, tupleNames)}[]{mark}";
        }

        if (Keywords.TryGetValue(type, out var keyword))
        {
            return type == typeof(void) ? keyword : keyword + mark;
        }

        if (!type.IsGenericType)
        {
            return Declared(type) + mark;
        }

        return type.Namespace == "System" && type.Name.StartsWith("ValueTuple`", StringComparison.Ordinal)
            ? Tuple(info, tupleNames)
            : Generic(info, tupleNames) + mark;
    }

    private static string Generic(NullabilityInfo info, Queue<string?> tupleNames)
    {
        var definition = info.Type.GetGenericTypeDefinition();
        var scope = definition.IsNested ? Declared(definition.DeclaringType!) : definition.Namespace;
        var arguments = info.GenericTypeArguments.Select(argument => Annotated(argument, tupleNames));
        return $"{scope}.{Bare(definition)}<{string.Join(", ", arguments)}>";
    }

    private static string Tuple(NullabilityInfo info, Queue<string?> tupleNames)
    {
        // The compiler nests the items after the seventh.
        var items = new List<NullabilityInfo>();
        for (var rest = info; ; rest = items[7])
        {
            items.RemoveRange(Math.Min(items.Count, 7), items.Count > 7 ? 1 : 0);
            items.AddRange(rest.GenericTypeArguments);
            if (rest.GenericTypeArguments.Length < 8)
            {
                break;
            }
        }

        var names = items.Select(_ => tupleNames.Count > 0 ? tupleNames.Dequeue() : null).ToArray();
        var rendered = items.Select((item, i) => Annotated(item, tupleNames) + (names[i] is { } name ? $" {name}" : ""));
        return $"({string.Join(", ", rendered)})";
    }
}
