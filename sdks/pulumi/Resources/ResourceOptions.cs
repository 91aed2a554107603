namespace Pulumi;

/// <summary>How the engine treats a resource; the part that resources and components have in common.</summary>
public abstract class ResourceOptions
{
    private InputList<Resource>? _dependsOn;
    private List<string>? _ignoreChanges;
    private List<ResourceTransformation>? _resourceTransformations;
    private List<Input<Alias>>? _aliases;
    private List<string>? _replaceOnChanges;
    private InputList<Resource>? _replaceWith;
    private List<string>? _hideDiffs;

    private protected ResourceOptions()
    {
    }

    /// <summary>Id of an existing resource that is read instead of created. An empty or unknown id counts as none.</summary>
    public Input<string>? Id { get; set; }

    /// <summary>The parent, under which the resource is shown and whose options it inherits. Default: the stack.</summary>
    public Resource? Parent { get; set; }

    /// <summary>Resources that must exist before this one. A component stands for its children.</summary>
    public InputList<Resource> DependsOn
    {
        get => _dependsOn ??= [];
        set => _dependsOn = value;
    }

    /// <summary>Whether the engine refuses to delete the resource. Default: as the parent.</summary>
    public bool? Protect { get; set; }

    /// <summary>Paths of properties whose changes are not applied.</summary>
    public List<string> IgnoreChanges
    {
        get => _ignoreChanges ??= [];
        set => _ignoreChanges = value;
    }

    /// <summary>Version of the provider, as a semantic version without a leading v. Default: the newest one installed.</summary>
    public string? Version { get; set; }

    /// <summary>The provider instance. Default: the parent's for the same package, else the package's default instance.</summary>
    public ProviderResource? Provider { get; set; }

    /// <summary>How long the provider may take. Default: the provider's own limits.</summary>
    public CustomTimeouts? CustomTimeouts { get; set; }

    /// <summary>Functions that may change the inputs and options of this resource and its children before they are registered.</summary>
    public List<ResourceTransformation> ResourceTransformations
    {
        get => _resourceTransformations ??= [];
        set => _resourceTransformations = value;
    }

    /// <summary>Former identities of the resource; one that matches is renamed instead of replaced.</summary>
    public List<Input<Alias>> Aliases
    {
        get => _aliases ??= [];
        set => _aliases = value;
    }

    /// <summary>URN of a resource that is already registered; its outputs are read from the engine.</summary>
    public string? Urn { get; set; }

    /// <summary>Paths of properties whose changes replace the resource.</summary>
    public List<string> ReplaceOnChanges
    {
        get => _replaceOnChanges ??= [];
        set => _replaceOnChanges = value;
    }

    /// <summary>Address of the server that the provider's plugin is downloaded from. Default: the public one.</summary>
    public string? PluginDownloadURL { get; set; }

    /// <summary>Whether deleting the resource from the stack leaves it in place. Default: as the parent.</summary>
    public bool? RetainOnDelete { get; set; }

    /// <summary>A resource whose deletion takes this one with it, so that the provider is not asked to delete it.</summary>
    public Resource? DeletedWith { get; set; }

    /// <summary>Resources whose replacement replaces this one.</summary>
    public InputList<Resource> ReplaceWith
    {
        get => _replaceWith ??= [];
        set => _replaceWith = value;
    }

    /// <summary>Paths of properties whose changes are not shown.</summary>
    public List<string> HideDiffs
    {
        get => _hideDiffs ??= [];
        set => _hideDiffs = value;
    }

    /// <summary>A value whose change replaces the resource.</summary>
    public Input<object>? ReplacementTrigger { get; set; }

    internal bool HasDependsOn => _dependsOn is not null;

    internal bool HasReplaceWith => _replaceWith is not null;

    /// <summary>A copy whose lists are its own.</summary>
    internal abstract ResourceOptions Clone();

    /// <summary>Takes what <paramref name="other"/> sets over; lists are appended, single values replaced.</summary>
    private protected void Overlay(ResourceOptions? other)
    {
        if (other is null)
        {
            return;
        }

        Id = other.Id ?? Id;
        Parent = other.Parent ?? Parent;
        Protect = other.Protect ?? Protect;
        Version = other.Version ?? Version;
        Provider = other.Provider ?? Provider;
        CustomTimeouts = other.CustomTimeouts ?? CustomTimeouts;
        Urn = other.Urn ?? Urn;
        PluginDownloadURL = other.PluginDownloadURL ?? PluginDownloadURL;
        RetainOnDelete = other.RetainOnDelete ?? RetainOnDelete;
        DeletedWith = other.DeletedWith ?? DeletedWith;
        ReplacementTrigger = other.ReplacementTrigger ?? ReplacementTrigger;
        Append(ref _ignoreChanges, other._ignoreChanges);
        Append(ref _resourceTransformations, other._resourceTransformations);
        Append(ref _aliases, other._aliases);
        Append(ref _replaceOnChanges, other._replaceOnChanges);
        Append(ref _hideDiffs, other._hideDiffs);
        Append(ref _dependsOn, other._dependsOn);
        Append(ref _replaceWith, other._replaceWith);
    }

    private protected static void Append<T>(ref List<T>? list, List<T>? other)
    {
        if (other is not null)
        {
            list = list is null ? [.. other] : [.. list, .. other];
        }
    }

    private static void Append(ref InputList<Resource>? list, InputList<Resource>? other)
    {
        if (other is not null)
        {
            list = (list ?? []).Concat(other);
        }
    }
}
