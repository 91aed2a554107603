using System.Text.Json;
using System.Text.Json.Serialization;

namespace Infra.Sdks.Generator.Schema;

/// <summary>Is a type expression of a schema.</summary>
public class TypeSpec
{
    /// <summary>Gets or sets the primitive or container kind; beside <see cref="Ref"/> it is the type that stands in for an unknown reference.</summary>
    public string? Type { get; set; }

    /// <summary>Gets or sets the reference to a type, a resource or a built-in.</summary>
    [JsonPropertyName("$ref")]
    public string? Ref { get; set; }

    /// <summary>Gets or sets the element type of an array.</summary>
    public TypeSpec? Items { get; set; }

    /// <summary>Gets or sets the value type of a map. Default: string.</summary>
    public TypeSpec? AdditionalProperties { get; set; }

    /// <summary>Gets or sets the alternatives of a union.</summary>
    public List<TypeSpec>? OneOf { get; set; }

    /// <summary>Gets or sets a value indicating whether an input of this type takes plain values only, never outputs.</summary>
    public bool Plain { get; set; }
}

/// <summary>Is a property of an object type, a resource or a function.</summary>
public sealed class PropertySpec : TypeSpec
{
    /// <summary>Gets or sets the value that the property always has.</summary>
    public JsonElement? Const { get; set; }

    /// <summary>Gets or sets the value of the property when it is not given.</summary>
    public JsonElement? Default { get; set; }

    /// <summary>Gets or sets where else a default comes from.</summary>
    public DefaultSpec? DefaultInfo { get; set; }

    /// <summary>Gets or sets why the property should not be used any more.</summary>
    public string? DeprecationMessage { get; set; }

    /// <summary>Gets or sets the settings per language.</summary>
    public Dictionary<string, JsonElement>? Language { get; set; }

    /// <summary>Gets or sets a value indicating whether the value is a secret.</summary>
    public bool Secret { get; set; }

    /// <summary>Gets or sets a value indicating whether a changed output replaces the resource.</summary>
    public bool ReplaceOnChanges { get; set; }
}

/// <summary>Holds the environment variables that give a property its default.</summary>
public sealed class DefaultSpec
{
    /// <summary>Gets or sets the names, in the order they are tried.</summary>
    public List<string> Environment { get; set; } = [];
}

/// <summary>Is an object type: properties and the names of those always present.</summary>
public class ObjectSpec
{
    /// <summary>Gets or sets the kind, <c>object</c> or an enum's primitive.</summary>
    public string? Type { get; set; }

    /// <summary>Gets or sets the properties by wire name.</summary>
    public Dictionary<string, PropertySpec>? Properties { get; set; }

    /// <summary>Gets or sets the names of the required properties.</summary>
    public List<string>? Required { get; set; }

    /// <summary>Gets or sets the settings per language.</summary>
    public Dictionary<string, JsonElement>? Language { get; set; }

    /// <summary>Gets or sets a value indicating whether the code is written by hand in the provider's SDK.</summary>
    public bool IsOverlay { get; set; }
}

/// <summary>Is an entry of a schema's types: an object, or an enum when it lists values.</summary>
public sealed class TypeDefinitionSpec : ObjectSpec
{
    /// <summary>Gets or sets the values of an enum.</summary>
    public List<EnumValueSpec>? Enum { get; set; }
}

/// <summary>Is one value of an enum.</summary>
public sealed class EnumValueSpec
{
    /// <summary>Gets or sets the name. Default: the value.</summary>
    public string? Name { get; set; }

    /// <summary>Gets or sets the value, a string or a number.</summary>
    public JsonElement Value { get; set; }

    /// <summary>Gets or sets why the value should not be used any more.</summary>
    public string? DeprecationMessage { get; set; }
}
