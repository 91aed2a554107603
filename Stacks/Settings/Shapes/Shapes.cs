using System.Reflection;
using Infra.Stacks.Settings.Constraints;
using Pulumi;

namespace Infra.Stacks.Settings.Shapes;

/// <summary>Finds the shape of a property.</summary>
internal static class Shapes
{
    /// <summary>The shape; a property of a type that no setting can have throws <see cref="NotSupportedException"/>.</summary>
    public static ValueShape Of(PropertyInfo property, IReadOnlyList<object> attributes) => Of(property.PropertyType, attributes)
        ?? throw new NotSupportedException(
            $"{property.DeclaringType!.Name}.{property.Name} is a {property.PropertyType}. A setting must be a string, int, decimal, bool, enum, a secret "
            + "Output<string>, a SettingsObject, or an IReadOnlyList or IReadOnlyDictionary of these. Give the property such a type.");

    private static ValueShape? Of(Type type, IReadOnlyList<object> attributes)
    {
        IReadOnlyList<ConstraintAttribute> constraints = [.. attributes.OfType<ConstraintAttribute>()];
        var count = attributes.OfType<CountAttribute>().FirstOrDefault();
        return (Nullable.GetUnderlyingType(type) ?? type) switch
        {
            var value when value == typeof(string) => new TextShape(constraints),
            var value when value == typeof(int) => new IntegerShape(constraints),
            var value when value == typeof(decimal) => new NumberShape(constraints),
            var value when value == typeof(bool) => new FlagShape(),
            { IsEnum: true } value => new ChoiceShape(value),
            var value when value == typeof(Output<string>) && attributes.OfType<SecretAttribute>().FirstOrDefault() is { } secret =>
                new SecretShape(new TextShape(constraints), secret.Placeholder),
            { IsGenericType: true } value when value.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) =>
                value.GetGenericArguments()[0] is var item && Of(item, attributes) is { } shape ? new ListShape(item, shape, count) : null,
            { IsGenericType: true } value
                when value.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>) && value.GetGenericArguments()[0] == typeof(string) =>
                value.GetGenericArguments()[1] is var item && Of(item, attributes) is { } shape
                    ? new MapShape(item, shape, count, attributes.OfType<KeysAttribute>().FirstOrDefault())
                    : null,
            var value when value.IsSubclassOf(typeof(SettingsObject)) => new ObjectShape(new RecordShape(value)),
            _ => null,
        };
    }
}
