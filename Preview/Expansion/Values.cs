using Infra.Preview.Model;

namespace Infra.Preview.Expansion;

/// <summary>Inputs of children made of the component's inputs and of other children's outputs.</summary>
internal static class Values
{
    /// <summary>An output of another resource, with the dependency that comes with it.</summary>
    public static OutputValue From(ResourceNode node, string output) => Depending(node.Output(output), [node]);

    /// <summary>A value that depends on these resources.</summary>
    public static OutputValue Depending(PropertyValue value, IEnumerable<ResourceNode> nodes) => new(
        value.IsUnknown ? null : value,
        false,
        [.. nodes.Select(node => node.Urn).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]);

    /// <summary>A resource as a value.</summary>
    public static ReferenceValue Reference(ResourceNode node) => new(node.Urn, node.Id ?? "");

    /// <summary>The members that have a value.</summary>
    public static MapValue Map(params (string Key, PropertyValue? Value)[] members) =>
        new(members.Where(member => member.Value is { } value and not NullValue)
            .Select(member => KeyValuePair.Create(member.Key, member.Value!)));

    /// <summary>These maps laid over each other, later keys winning; secrecy, dependencies and unknownness of any of them hold for the whole.</summary>
    public static PropertyValue Tags(params PropertyValue?[] layers)
    {
        var given = layers.OfType<PropertyValue>().Where(layer => !layer.IsNull).ToList();
        var secret = given.Exists(layer => layer is SecretValue or OutputValue { Secret: true });
        var urns = given.OfType<OutputValue>().SelectMany(layer => layer.Dependencies).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        PropertyValue? merged = given.Exists(layer => layer.IsUnknown)
            ? null
            : given.Aggregate(MapValue.Empty, (all, layer) => layer.AsMap is { } map ? all.With(map) : all);
        return merged is not null && !secret && urns.Count == 0 ? merged : new OutputValue(merged, secret, urns);
    }
}
