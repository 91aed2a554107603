using System.Text.Json;

namespace Infra.Sdks.Generator.Schema;

/// <summary>Is a resource, a component or a provider; its own properties are the outputs.</summary>
public sealed class ResourceSpec : ObjectSpec
{
    /// <summary>Gets or sets the inputs by wire name.</summary>
    public Dictionary<string, PropertySpec>? InputProperties { get; set; }

    /// <summary>Gets or sets the names of the required inputs.</summary>
    public List<string>? RequiredInputs { get; set; }

    /// <summary>Gets or sets what may qualify the lookup of an existing resource.</summary>
    public ObjectSpec? StateInputs { get; set; }

    /// <summary>Gets or sets former type tokens, each a string or an object with <c>type</c>.</summary>
    public List<JsonElement>? Aliases { get; set; }

    /// <summary>Gets or sets why the resource should not be used any more.</summary>
    public string? DeprecationMessage { get; set; }

    /// <summary>Gets or sets a value indicating whether the provider builds it out of other resources.</summary>
    public bool IsComponent { get; set; }

    /// <summary>Gets or sets the function token of each method.</summary>
    public Dictionary<string, string>? Methods { get; set; }
}

/// <summary>Is a function of a provider, or the function behind a method.</summary>
public sealed class FunctionSpec
{
    /// <summary>Gets or sets the arguments.</summary>
    public ObjectSpec? Inputs { get; set; }

    /// <summary>Gets or sets the result: an object with properties, or a type.</summary>
    public JsonElement? Outputs { get; set; }

    /// <summary>Gets or sets the result type in the form that names it instead of listing properties.</summary>
    public JsonElement? ReturnType { get; set; }

    /// <summary>Gets or sets the argument names in order when they are passed one by one instead of as an object.</summary>
    public List<string>? MultiArgumentInputs { get; set; }

    /// <summary>Gets or sets why the function should not be used any more.</summary>
    public string? DeprecationMessage { get; set; }

    /// <summary>Gets or sets a value indicating whether the code is written by hand in the provider's SDK.</summary>
    public bool IsOverlay { get; set; }
}
