using System.Reflection;
using System.Runtime.CompilerServices;

namespace Infra.Tests.Sdks.Pulumi.Values.Surface;

/// <summary>
/// Lists the public surface of an assembly, one signature a line, in the format of the published package's own listing, so that the
/// two can be compared with any text tool.
/// </summary>
internal static class ApiListing
{
    private const BindingFlags Declared =
        BindingFlags.DeclaredOnly | BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;

    private static readonly Dictionary<string, string> Operators = new()
    {
        ["op_Equality"] = "operator ==",
        ["op_Inequality"] = "operator !=",
        ["op_Implicit"] = "implicit operator",
        ["op_Explicit"] = "explicit operator",
    };

    public static string[] Of(Assembly assembly)
    {
        var lines = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var type in assembly.GetExportedTypes())
        {
            lines.Add(TypeNames.Declared(type));
            lines.UnionWith(MembersOf(type));
        }

        return [.. lines];
    }

    private static IEnumerable<string> MembersOf(Type type)
    {
        if (type.IsValueType && !type.IsEnum)
        {
            yield return $"{TypeNames.Declared(type)}.{TypeNames.Bare(type)}() -> void";
        }

        foreach (var member in type.GetMembers(Declared))
        {
            if (member.IsDefined(typeof(CompilerGeneratedAttribute), false) && member is not MethodInfo { IsSpecialName: true })
            {
                continue;
            }

            var line = member switch
            {
                FieldInfo field when IsVisible(field) && !field.IsSpecialName => Line(field),
                ConstructorInfo constructor when IsVisible(constructor) && !typeof(Delegate).IsAssignableFrom(type) => Line(constructor),
                MethodInfo method when IsVisible(method) && !IsOfDelegate(type, method) => Line(method),
                _ => null,
            };
            if (line is not null)
            {
                yield return line;
            }
        }
    }

    private static bool IsVisible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static bool IsVisible(FieldInfo field) => field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly;

    private static bool IsOfDelegate(Type type, MethodInfo method) => typeof(Delegate).IsAssignableFrom(type) && method.Name != "Invoke";

    private static string Line(FieldInfo field)
    {
        var name = $"{TypeNames.Declared(field.DeclaringType!)}.{field.Name}";
        var type = TypeNames.Annotated(new NullabilityInfoContext().Create(field), field);
        if (field.IsLiteral)
        {
            return $"{(field.DeclaringType!.IsEnum ? "" : "const ")}{name} = {field.GetRawConstantValue()} -> {type}";
        }

        var modifiers = (field.IsStatic ? "static " : "") + (field.IsInitOnly ? "readonly " : "");
        return $"{modifiers}{name} -> {type}";
    }

    private static string Line(ConstructorInfo constructor)
    {
        var type = constructor.DeclaringType!;
        return $"{TypeNames.Declared(type)}.{TypeNames.Bare(type)}({Parameters(constructor)}) -> void";
    }

    private static string Line(MethodInfo method)
    {
        var type = method.DeclaringType!;
        var name = Operators.TryGetValue(method.Name, out var symbol)
            ? symbol + (method.Name is "op_Implicit" or "op_Explicit" ? $" {Result(method)}" : "")
            : method.Name;
        if (method.IsSpecialName && symbol is null)
        {
            return Accessor(method);
        }

        var typeParameters = method.IsGenericMethod
            ? $"<{string.Join(", ", method.GetGenericArguments().Select(argument => argument.Name))}>"
            : "";
        return $"{Modifiers(method)}{TypeNames.Declared(type)}.{name}{typeParameters}({Parameters(method)}) -> {Result(method)}";
    }

    private static string Accessor(MethodInfo method)
    {
        var property = method.DeclaringType!.GetProperties(Declared)
            .Single(candidate => candidate.GetMethod == method || candidate.SetMethod == method);
        var name = property.GetIndexParameters().Length > 0
            ? $"this[{Parameters(property.GetIndexParameters())}]"
            : property.Name;
        var isInit = method.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));
        var accessor = method == property.GetMethod
            ? $"get -> {TypeNames.Annotated(new NullabilityInfoContext().Create(property), property)}"
            : isInit ? "init -> void" : "set -> void";
        return $"{Modifiers(method)}{TypeNames.Declared(method.DeclaringType)}.{name}.{accessor}";
    }

    private static string Modifiers(MethodInfo method)
        => method.IsStatic ? "static "
            : method.DeclaringType!.IsInterface ? ""
            : method.GetBaseDefinition() != method ? "override "
            : method.IsAbstract ? "abstract "
            : method.IsVirtual && !method.IsFinal ? "virtual "
            : "";

    private static string Result(MethodInfo method)
        => TypeNames.Annotated(new NullabilityInfoContext().Create(method.ReturnParameter), method.ReturnParameter);

    private static string Parameters(MethodBase method)
        => (method.IsDefined(typeof(ExtensionAttribute), false) ? "this " : "") + Parameters(method.GetParameters());

    private static string Parameters(ParameterInfo[] parameters) => string.Join(", ", parameters.Select(Parameter));

    private static string Parameter(ParameterInfo parameter)
    {
        var modifier = parameter.IsDefined(typeof(ParamArrayAttribute), false) ? "params " : parameter.IsOut ? "out " : "";
        var type = TypeNames.Annotated(new NullabilityInfoContext().Create(parameter), parameter);
        var value = !parameter.HasDefaultValue ? ""
            : parameter.DefaultValue switch
            {
                null => " = null",
                bool flag => flag ? " = true" : " = false",
                string text => $" = \"{text}\"",
                var other => FormattableString.Invariant($" = {other}"),
            };
        return $"{modifier}{type} {parameter.Name}{value}";
    }
}
