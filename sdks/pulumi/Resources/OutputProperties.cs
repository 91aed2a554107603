using System.Reflection;

namespace Pulumi;

/// <summary>Reads the properties that a component or stack marks as its outputs.</summary>
internal static class OutputProperties
{
    /// <summary>The marked properties by name, except the URN. A name that is not given is that of the C# property, unchanged.</summary>
    public static Dictionary<string, object?> Read(Resource resource)
    {
        var outputs = new Dictionary<string, object?>();
        foreach (var (name, property) in Find(resource.GetType()))
        {
            if (property.Name != nameof(Resource.Urn))
            {
                outputs[name] = property.GetValue(resource);
            }
        }

        return outputs;
    }

    /// <summary>The marked properties that the program's own stack class declares.</summary>
    /// <exception cref="RunException">A property has no value, or its type is no output.</exception>
    public static Dictionary<string, object?> ReadStack(Stack stack)
    {
        var outputs = new Dictionary<string, object?>();
        var wrongType = new List<string>();
        var noValue = new List<string>();
        foreach (var (name, property) in Find(stack.GetType()))
        {
            if (property.DeclaringType!.IsAssignableFrom(typeof(Stack)))
            {
                continue;
            }

            var type = property.PropertyType;
            var value = property.GetValue(stack);
            if (!type.IsGenericType || type.GetGenericTypeDefinition() != typeof(Output<>))
            {
                wrongType.Add(name);
            }
            else if (value is null)
            {
                noValue.Add(name);
            }

            outputs[name] = value;
        }

        return wrongType.Count > 0 ? throw RunException.OutputsHaveIncorrectType(wrongType)
            : noValue.Count > 0 ? throw RunException.OutputsHaveNoValue(noValue)
            : outputs;
    }

    private static IEnumerable<(string Name, PropertyInfo Property)> Find(Type type)
    {
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            if (property.GetCustomAttribute<OutputAttribute>() is { } attribute)
            {
                yield return (attribute.Name ?? property.Name, property);
            }
        }
    }
}
