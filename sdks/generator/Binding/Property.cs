using System.Text.Json;
using Infra.Sdks.Generator.Schema;

namespace Infra.Sdks.Generator.Binding;

/// <summary>Is a property with its type resolved and its C# name made.</summary>
public sealed class Property
{
    /// <summary>Initializes a new instance of the <see cref="Property"/> class.</summary>
    /// <param name="wireName">The name on the wire.</param>
    /// <param name="name">The C# name.</param>
    /// <param name="type">The type without its optionality.</param>
    /// <param name="isRequired">Whether a value is always there.</param>
    /// <param name="spec">The property as it stands in the schema.</param>
    public Property(string wireName, string name, SchemaType type, bool isRequired, PropertySpec spec)
    {
        WireName = wireName;
        Name = name;
        Type = type;
        IsRequired = isRequired;
        Spec = spec;
    }

    /// <summary>Gets the name on the wire.</summary>
    public string WireName { get; }

    /// <summary>Gets the C# name.</summary>
    public string Name { get; }

    /// <summary>Gets the type without its optionality.</summary>
    public SchemaType Type { get; }

    /// <summary>Gets a value indicating whether a value is always there.</summary>
    public bool IsRequired { get; }

    /// <summary>Gets the property as it stands in the schema.</summary>
    public PropertySpec Spec { get; }

    /// <summary>Gets the type of the value itself, outputs or not.</summary>
    public SchemaType Value => Type is InputType input ? input.Element : Type;

    /// <summary>Gets a value indicating whether the property takes outputs.</summary>
    public bool TakesOutputs => Type is InputType;

    /// <summary>Gets a value indicating whether the value is a list or a map.</summary>
    public bool IsCollection => Value is ArrayType or MapType;

    /// <summary>Gets the value the property always has, if any.</summary>
    public JsonElement? Constant => Spec.Const;
}
