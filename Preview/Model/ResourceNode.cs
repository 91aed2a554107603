namespace Infra.Preview.Model;

/// <summary>What a preview would do with a resource.</summary>
public enum ResourceOperation
{
    /// <summary>Creates it, the rule for a preview without state.</summary>
    Create,

    /// <summary>Reads an existing one that the stack does not own.</summary>
    Read,

    /// <summary>Takes an existing one into the stack.</summary>
    Import,
}

/// <summary>How long operations on a resource may take, in the text form that the program sent (Go durations); empty = the provider's default.</summary>
public sealed record ResourceTimeouts(string Create, string Update, string Delete);

/// <summary>A resource as the engine records it.</summary>
public sealed class ResourceNode
{
    /// <summary>The URN, unique in the graph.</summary>
    public required string Urn { get; init; }

    /// <summary>The type token, e.g. `aws:ecr/repository:Repository`.</summary>
    public required string Type { get; init; }

    /// <summary>The logical name.</summary>
    public required string Name { get; init; }

    /// <summary>Whether a provider manages the resource; false for components and the stack.</summary>
    public required bool Custom { get; init; }

    /// <summary>Whether the component is made of children by a provider instead of the program.</summary>
    public bool Remote { get; init; }

    /// <summary>What a preview would do with the resource.</summary>
    public ResourceOperation Operation { get; init; }

    /// <summary>The parent; null for the stack alone, and for what is registered before there is one.</summary>
    public ResourceNode? Parent { get; init; }

    /// <summary>The id: synthesised or given; null while unknown and for components.</summary>
    public string? Id { get; internal set; }

    /// <summary>The inputs as the program sent them.</summary>
    public required MapValue Inputs { get; init; }

    /// <summary>The outputs known to the preview. A component's come with its outputs registration, the stack's are the stack outputs.</summary>
    public MapValue Outputs { get; internal set; } = MapValue.Empty;

    /// <summary>Whether every output is known; false in a preview that keeps computed outputs unknown.</summary>
    public bool OutputsComplete { get; internal set; }

    /// <summary>URNs of the resources this one waits for, in the order sent.</summary>
    public IReadOnlyList<string> Dependencies { get; init; } = [];

    /// <summary>URNs of the resources that each input depends on, ordinal by input name; an input without dependencies has an empty list.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> PropertyDependencies { get; init; } =
        new SortedList<string, IReadOnlyList<string>>(StringComparer.Ordinal);

    /// <summary>The provider as `urn::id`; null for components, the stack and providers.</summary>
    public string? Provider { get; init; }

    /// <summary>The provider resource named by <see cref="Provider"/>; null where that is null.</summary>
    public ResourceNode? ProviderNode { get; init; }

    /// <summary>Providers handed to a component, `urn::id` by package.</summary>
    public IReadOnlyDictionary<string, string> Providers { get; init; } = new SortedList<string, string>(StringComparer.Ordinal);

    /// <summary>Whether the resource must not be deleted, set on it or inherited.</summary>
    public bool Protect { get; init; }

    /// <summary>Whether deleting the resource from the stack leaves the real one, set on it or inherited.</summary>
    public bool RetainOnDelete { get; init; }

    /// <summary>URN of the resource whose deletion deletes this one too; null when there is none.</summary>
    public string? DeletedWith { get; init; }

    /// <summary>URNs of resources whose replacement replaces this one too.</summary>
    public IReadOnlyList<string> ReplaceWith { get; init; } = [];

    /// <summary>A value whose change replaces the resource; null for none.</summary>
    public PropertyValue? ReplacementTrigger { get; init; }

    /// <summary>Property paths whose differences a report hides.</summary>
    public IReadOnlyList<string> HideDiffs { get; init; } = [];

    /// <summary>Property paths whose changes are ignored.</summary>
    public IReadOnlyList<string> IgnoreChanges { get; init; } = [];

    /// <summary>Property paths whose changes replace the resource.</summary>
    public IReadOnlyList<string> ReplaceOnChanges { get; init; } = [];

    /// <summary>Outputs that are secret beside those the provider declares.</summary>
    public IReadOnlyList<string> AdditionalSecretOutputs { get; init; } = [];

    /// <summary>Earlier URNs of this resource, those inherited from aliased parents included.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>Whether the old resource is deleted before its replacement is made; null leaves it to the provider.</summary>
    public bool? DeleteBeforeReplace { get; init; }

    /// <summary>The id of the existing resource to import; null for none.</summary>
    public string? ImportId { get; init; }

    /// <summary>The provider version asked for, without `v`; null when the program named none.</summary>
    public string? Version { get; init; }

    /// <summary>Where the provider plugin comes from; null = the registry.</summary>
    public string? PluginDownloadUrl { get; init; }

    /// <summary>Time limits; null = the provider's own.</summary>
    public ResourceTimeouts? CustomTimeouts { get; init; }

    /// <summary>The name of the component directly under the stack that this resource is or belongs to; null for what is outside of every component.</summary>
    public string? System { get; init; }

    /// <summary>Whether this is the stack itself.</summary>
    public bool IsStack => Type == StackType;

    /// <summary>Whether this is a provider.</summary>
    public bool IsProvider => Type.StartsWith(ProviderTypePrefix, StringComparison.Ordinal);

    /// <summary>The package that the type belongs to, e.g. `aws`; a provider's is the package it provides.</summary>
    public string Package => IsProvider ? Type[ProviderTypePrefix.Length..] : Type.Split(':', 2)[0];

    /// <summary>An output by name: `id` and `urn` included; unknown when the preview keeps it unknown; null value when there is none.</summary>
    public PropertyValue Output(string name) => name switch
    {
        "urn" => Urn,
        "id" when Custom => Id is null ? PropertyValue.Unknown : Id,
        _ => Outputs.Find(name) ?? (OutputsComplete ? PropertyValue.Null : PropertyValue.Unknown),
    };

    /// <summary>The URN.</summary>
    public override string ToString() => Urn;

    internal const string StackType = "pulumi:pulumi:Stack";
    internal const string ProviderTypePrefix = "pulumi:providers:";
}
