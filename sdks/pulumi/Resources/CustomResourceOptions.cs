namespace Pulumi;

/// <summary>How the engine treats a resource of a provider.</summary>
public sealed class CustomResourceOptions : ResourceOptions
{
    private List<string>? _additionalSecretOutputs;
    private Dictionary<string, string>? _envVarMappings;

    /// <summary>Whether a replacement deletes the old resource before it creates the new one. Default: as the provider says.</summary>
    public bool? DeleteBeforeReplace { get; set; }

    /// <summary>Names of outputs that are secret in addition to those the provider marks.</summary>
    public List<string> AdditionalSecretOutputs
    {
        get => _additionalSecretOutputs ??= [];
        set => _additionalSecretOutputs = value;
    }

    /// <summary>Id of an existing resource that the stack takes over.</summary>
    public string? ImportId { get; set; }

    /// <summary>Environment variables that a provider instance reads, by the names it knows them under. Only for providers.</summary>
    public Dictionary<string, string> EnvVarMappings
    {
        get => _envVarMappings ??= [];
        set => _envVarMappings = value;
    }

    /// <summary>
    /// Makes new options of two, neither of which changes. Single values of the second win; lists are those of the first followed by
    /// those of the second.
    /// </summary>
    public static CustomResourceOptions Merge(CustomResourceOptions? options1, CustomResourceOptions? options2)
    {
        var merged = new CustomResourceOptions();
        merged.Take(options1);
        merged.Take(options2);
        return merged;
    }

    internal override ResourceOptions Clone() => Merge(null, this);

    private void Take(CustomResourceOptions? other)
    {
        Overlay(other);
        DeleteBeforeReplace = other?.DeleteBeforeReplace ?? DeleteBeforeReplace;
        ImportId = other?.ImportId ?? ImportId;
        Append(ref _additionalSecretOutputs, other?._additionalSecretOutputs);
        foreach (var (name, value) in other?._envVarMappings ?? [])
        {
            EnvVarMappings[name] = value;
        }
    }
}
