using System.Collections.Immutable;
using System.Reflection;

namespace Pulumi.Serialization;

internal sealed class EnumConverter(Type type) : TypeConverter
{
    public override object? Convert(ConversionProblems problems, string context, object? value) => value switch
    {
        null => DefaultOf(type),
        double number => Enum.ToObject(type, (int)number),
        _ => problems.Mismatch(context, typeof(double), value, DefaultOf(type)),
    };
}

/// <summary>Makes an [EnumType] struct by its one-argument constructor, which is private in generated bindings.</summary>
internal sealed class EnumTypeConverter(Type type) : TypeConverter
{
    private readonly ConstructorInfo? _constructor = FindConstructor(type);

    public static ConstructorInfo? FindConstructor(Type type)
    {
        foreach (var constructor in type.GetConstructors(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance))
        {
            if (constructor.GetParameters() is [var parameter]
                && (parameter.ParameterType == typeof(string) || parameter.ParameterType == typeof(double)))
            {
                return constructor;
            }
        }

        return null;
    }

    public override object? Convert(ConversionProblems problems, string context, object? value)
    {
        if (value is null || _constructor is null)
        {
            return DefaultOf(type);
        }

        var expected = _constructor.GetParameters()[0].ParameterType;
        return expected.IsInstanceOfType(value)
            ? _constructor.Invoke([value])
            : problems.Mismatch(context, expected, value, DefaultOf(type));
    }
}

/// <summary>Makes an [OutputType] object by its constructor; each parameter takes the member of its name.</summary>
internal sealed class OutputTypeConverter(Type type) : TypeConverter
{
    private readonly ConstructorInfo? _constructor = FindConstructor(type);
    private (string Name, Type Type)[]? _parameters;

    public static ConstructorInfo? FindConstructor(Type type)
    {
        var constructors = type.GetConstructors(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance);
        foreach (var constructor in constructors)
        {
            if (constructor.IsDefined(typeof(OutputConstructorAttribute), false))
            {
                return constructor;
            }
        }

        var visible = Array.FindAll(constructors, static constructor => constructor.IsPublic);
        return visible is [var only] ? only : null;
    }

    public override object? Convert(ConversionProblems problems, string context, object? value)
    {
        if (value is null)
        {
            return null;
        }

        if (_constructor is null || value is not ImmutableDictionary<string, object?> members)
        {
            return problems.Mismatch(context, type, value);
        }

        _parameters ??= Array.ConvertAll(_constructor.GetParameters(), static parameter =>
            (parameter.GetCustomAttribute<OutputConstructorParameterAttribute>()?.Name ?? parameter.Name!, parameter.ParameterType));
        var arguments = new object?[_parameters.Length];
        for (var i = 0; i < arguments.Length; i++)
        {
            var (name, parameterType) = _parameters[i];
            arguments[i] = For(parameterType).Convert(problems, $"{context}.{name}", members.GetValueOrDefault(name));
        }

        return _constructor.Invoke(arguments);
    }
}

/// <summary>Makes the case of a discriminated union that the value's discriminator names.</summary>
internal sealed class DiscriminatedUnionConverter(Type type) : TypeConverter
{
    private readonly string _discriminator = type.GetCustomAttribute<DiscriminatedUnionDiscriminatorAttribute>()!.PropertyName;

    private readonly Dictionary<string, Type> _cases =
        type.GetCustomAttributes<DiscriminatedUnionCaseAttribute>().ToDictionary(static item => item.Tag, static item => item.Type);

    public override object? Convert(ConversionProblems problems, string context, object? value)
    {
        if (value is null)
        {
            return null;
        }

        if (value is not ImmutableDictionary<string, object?> members)
        {
            return problems.Mismatch(context, type, value);
        }

        var tag = members.GetValueOrDefault(_discriminator) as string;
        return tag is not null && _cases.TryGetValue(tag, out var target)
            ? For(target).Convert(problems, context, value)
            : problems.Add(
                $"Expected '{_discriminator}' to be one of {string.Join(", ", _cases.Keys)} but got '{tag}' deserializing {context}");
    }
}
