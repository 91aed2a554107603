using System.Text.Json;
using System.Text.Json.Serialization;

namespace Infra.Sdks.Generator.Schema;

/// <summary>Is a Pulumi package schema as it stands in the file: only the members that decide the shape of generated code.</summary>
public sealed class PackageSpec
{
    /// <summary>Gets or sets the package's name, the first part of its tokens.</summary>
    public string Name { get; set; } = "";

    /// <summary>Gets or sets the version, semantic, without a leading <c>v</c>.</summary>
    public string? Version { get; set; }

    /// <summary>Gets or sets where the engine downloads the plugin, when not from Pulumi's own server.</summary>
    [JsonPropertyName("pluginDownloadURL")]
    public string? PluginDownloadUrl { get; set; }

    /// <summary>Gets or sets how modules are read from tokens.</summary>
    public MetaSpec? Meta { get; set; }

    /// <summary>Gets or sets the settings per language; only <c>csharp</c> is read.</summary>
    public Dictionary<string, JsonElement>? Language { get; set; }

    /// <summary>Gets or sets the provider's configuration variables.</summary>
    public ConfigSpec? Config { get; set; }

    /// <summary>Gets or sets the provider resource.</summary>
    public ResourceSpec? Provider { get; set; }

    /// <summary>Gets or sets object and enum types by token.</summary>
    public Dictionary<string, TypeDefinitionSpec> Types { get; set; } = [];

    /// <summary>Gets or sets resources by token.</summary>
    public Dictionary<string, ResourceSpec> Resources { get; set; } = [];

    /// <summary>Gets or sets functions by token.</summary>
    public Dictionary<string, FunctionSpec> Functions { get; set; } = [];
}

/// <summary>Holds facts about the schema itself.</summary>
public sealed class MetaSpec
{
    /// <summary>Gets or sets the regular expression whose first group is the module of a token's middle part. Default: all of it.</summary>
    public string? ModuleFormat { get; set; }
}

/// <summary>Holds the configuration variables of a provider.</summary>
public sealed class ConfigSpec
{
    /// <summary>Gets or sets the variables by name.</summary>
    public Dictionary<string, PropertySpec> Variables { get; set; } = [];
}

/// <summary>Is the C# section of a schema's language settings.</summary>
public sealed class CSharpPackageSpec
{
    /// <summary>Gets or sets the namespace of each module, and of the package itself.</summary>
    public Dictionary<string, string>? Namespaces { get; set; }

    /// <summary>Gets or sets the naming mode: <c>tfbridge20</c>, <c>kubernetes20</c> or nothing.</summary>
    public string? Compatibility { get; set; }

    /// <summary>Gets or sets a value indicating whether resources get an internal constructor that takes a dictionary.</summary>
    public bool DictionaryConstructors { get; set; }

    /// <summary>Gets or sets a value indicating whether a method whose result has one property returns that property.</summary>
    public bool LiftSingleValueMethodReturns { get; set; }

    /// <summary>Gets or sets the first part of all namespaces. Default: <c>Pulumi</c>.</summary>
    public string? RootNamespace { get; set; }
}
