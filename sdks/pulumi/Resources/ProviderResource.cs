namespace Pulumi;

/// <summary>A configured instance of a provider, to be chosen with <see cref="ResourceOptions.Provider"/>.</summary>
public class ProviderResource : CustomResource
{
    private const string TypePrefix = "pulumi:providers:";

    private readonly Lock _lock = new();
    private Task<string>? _reference;

    /// <summary>Registers an instance of a provider.</summary>
    /// <param name="package">Name of the package, for example <c>aws</c>.</param>
    /// <param name="name">Name, unique among the program's instances of the provider.</param>
    /// <param name="args">The provider's configuration.</param>
    /// <param name="options">How the engine treats the instance.</param>
    public ProviderResource(string package, string name, ResourceArgs args, CustomResourceOptions? options = null)
        : base(TypePrefix + package, name, args, options) => Package = package;

    internal string Package { get; }

    /// <summary>What the engine calls the instance, <c>urn::id</c>, with the mark of an unknown value for an unknown id.</summary>
    internal Task<string> ReferenceAsync()
    {
        lock (_lock)
        {
            return _reference ??= FindReferenceAsync();
        }
    }

    /// <summary>The reference of a provider, empty for the default one.</summary>
    internal static Task<string> ReferenceAsync(ProviderResource? provider) => provider?.ReferenceAsync() ?? Task.FromResult("");

    private async Task<string> FindReferenceAsync()
    {
        var urn = await Urn.DataTask.ConfigureAwait(false);
        var id = await Id.DataTask.ConfigureAwait(false);
        return $"{urn.Value}::{(id.IsKnown && !string.IsNullOrEmpty(id.Value) ? id.Value : Serialization.Constants.UnknownValue)}";
    }
}
