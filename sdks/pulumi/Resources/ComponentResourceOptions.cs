namespace Pulumi;

/// <summary>How the engine treats a component.</summary>
public sealed class ComponentResourceOptions : ResourceOptions
{
    private List<ProviderResource>? _providers;

    /// <summary>Provider instances for the children, at most one for each package. Not together with <see cref="ResourceOptions.Provider"/>.</summary>
    public List<ProviderResource> Providers
    {
        get => _providers ??= [];
        set => _providers = value;
    }

    /// <summary>
    /// Makes new options of two, neither of which changes. Single values of the second win; lists are those of the first followed by
    /// those of the second; of several providers of a package the last one stays.
    /// </summary>
    public static ComponentResourceOptions Merge(ComponentResourceOptions? options1, ComponentResourceOptions? options2)
    {
        var merged = new ComponentResourceOptions();
        merged.Overlay(options1);
        merged.Overlay(options2);
        merged.TakeProviders(options1);
        merged.TakeProviders(options2);
        return merged;
    }

    internal override ResourceOptions Clone() => Merge(null, this);

    private void TakeProviders(ComponentResourceOptions? other)
    {
        foreach (var provider in other?._providers ?? [])
        {
            Providers.RemoveAll(existing => existing.Package == provider.Package);
            Providers.Add(provider);
        }
    }
}
