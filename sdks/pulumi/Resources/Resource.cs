using System.Collections.Immutable;

namespace Pulumi;

/// <summary>Something that the engine keeps track of: a resource of a provider, or a component that groups others.</summary>
public class Resource
{
    private static int _created;

    private readonly string _type;
    private readonly string _name;
    private readonly List<Input<Alias>> _ownAliases = [];
    private readonly Resource? _aliasParent;
    private ImmutableArray<Output<string>> _aliasUrns;

    private protected Resource(string type, string name, bool custom, ResourceArgs args, ResourceOptions options, bool remote)
    {
        if (string.IsNullOrEmpty(type))
        {
            throw new ArgumentException("'type' cannot be null or empty.", nameof(type));
        }

        if (string.IsNullOrEmpty(name))
        {
            throw new ArgumentException("'name' cannot be null or empty.", nameof(name));
        }

        _type = type;
        _name = name;
        IsRemote = remote;
        Sequence = Interlocked.Increment(ref _created);
        var deployment = Deployment.Instance.Core;
        var registration = new Registration(this, custom, remote, options.Urn is not null);

        // The stack is everybody's parent, but only its transformations are inherited.
        var origin = options.Parent ?? (type == Stack.RootType || options.Urn is not null ? null : deployment.Stack);
        Transformations = origin is null
            ? [.. options.ResourceTransformations]
            : [.. options.ResourceTransformations, .. origin.Transformations];
        (args, options) = Transform(args, options);
        options = options.Clone();
        (Provider, Providers) = ResolveProviders(options, custom);
        if (options.Parent is { } parent)
        {
            parent.AddChild(this);
            options.Protect ??= parent.IsProtected;
        }

        IsProtected = options.Protect;
        Version = options.Version;
        PluginDownloadURL = options.PluginDownloadURL;
        Parent = options.Parent;
        _aliasParent = origin;
        _ownAliases.AddRange(options.Aliases);
        deployment.Register(registration, args, options);
    }

    /// <summary>Makes a stand-in for a resource that is registered elsewhere.</summary>
    private protected Resource(string urn)
    {
        (_type, _name) = (Pulumi.Urn.TypeOf(urn), Pulumi.Urn.NameOf(urn));
        Sequence = Interlocked.Increment(ref _created);
        Transformations = [];
        Providers = ImmutableDictionary<string, ProviderResource>.Empty;
        Urn = DependencyResource.Known(this, urn);
    }

    /// <summary>The engine's name of the resource, unique in all stacks. Known as soon as the resource is registered, in a preview too.</summary>
    [Output("urn")]
    public Output<string> Urn { get; private set; } = null!;

    /// <summary>Whether a provider makes the children of this component.</summary>
    internal bool IsRemote { get; }

    /// <summary>Position in the order of construction.</summary>
    internal int Sequence { get; }

    /// <summary>The explicit parent.</summary>
    internal Resource? Parent { get; }

    internal bool? IsProtected { get; }

    /// <summary>The provider that manages this resource; null for the default provider and for components.</summary>
    internal ProviderResource? Provider { get; }

    /// <summary>The providers that children get when they name none, by package.</summary>
    internal ImmutableDictionary<string, ProviderResource> Providers { get; }

    internal string? Version { get; }

    internal string? PluginDownloadURL { get; }

    /// <summary>The transformations of this resource, its ancestors and the stack, nearest first.</summary>
    internal ImmutableArray<ResourceTransformation> Transformations { get; }

    internal ResourceChildren Children { get; } = new();

    /// <summary>Whether this resource or an ancestor once had another identity.</summary>
    internal bool HasFormerUrns => _ownAliases.Count > 0 || _aliasParent is { HasFormerUrns: true };

    /// <summary>The former URNs, for engines that cannot work them out. Computed on demand, because today's engines can.</summary>
    internal ImmutableArray<Output<string>> AliasUrns
        => _aliasUrns.IsDefault ? _aliasUrns = AliasUrnList.Of(_ownAliases, _name, _type, _aliasParent) : _aliasUrns;

    /// <summary>The type token, for example <c>aws:s3/bucket:Bucket</c>.</summary>
    public string GetResourceType() => _type;

    /// <summary>The name that the program gave, which is not the physical name.</summary>
    public string GetResourceName() => _name;

    /// <summary>The provider that a resource or function of a type gets from this resource when it names none.</summary>
    internal ProviderResource? FindProvider(string token)
        => PackageOf(token) is { } package && Providers.TryGetValue(package, out var provider) ? provider : null;

    private static string? PackageOf(string token)
    {
        var first = token.IndexOf(':', StringComparison.Ordinal);
        var last = token.LastIndexOf(':');
        return first >= 0 && last > first && token.IndexOf(':', first + 1) == last ? token[..first] : null;
    }

    private (ResourceArgs Args, ResourceOptions Options) Transform(ResourceArgs args, ResourceOptions options)
    {
        foreach (var transformation in Transformations)
        {
            if (transformation(new ResourceTransformationArgs(this, args, options)) is not { } result)
            {
                continue;
            }

            if (!ReferenceEquals(result.Options.Parent, options.Parent))
            {
                throw new ArgumentException("Transformations cannot currently be used to change the 'parent' of a resource.");
            }

            (args, options) = (result.Args, result.Options);
        }

        return (args, options);
    }

    private (ProviderResource? Own, ImmutableDictionary<string, ProviderResource> ForChildren) ResolveProviders(
        ResourceOptions options,
        bool custom)
    {
        var providers = options.Parent?.Providers ?? ImmutableDictionary<string, ProviderResource>.Empty;
        if (custom)
        {
            if (options.Provider is null)
            {
                return (options.Parent?.FindProvider(_type), providers);
            }

            return PackageOf(_type) is { } package
                ? (options.Provider, providers.SetItem(package, options.Provider))
                : (options.Provider, providers);
        }

        var componentOptions = (ComponentResourceOptions)options;
        if (options.Provider is { } single)
        {
            return componentOptions.Providers.Count == 0
                ? (null, providers.SetItem(single.Package, single))
                : throw new ResourceException(
                    "Do not supply both 'provider' and 'providers' options to a ComponentResource.", options.Parent);
        }

        foreach (var provider in componentOptions.Providers)
        {
            providers = providers.SetItem(provider.Package, provider);
        }

        return (null, providers);
    }

    private void AddChild(Resource child)
    {
        Children.Add(child);
        for (var ancestor = this; ancestor is not null; ancestor = ancestor.Parent)
        {
            ancestor.Children.Invalidate();
        }
    }
}
