namespace Pulumi;

/// <summary>How a method of a resource is called.</summary>
public class CallOptions
{
    /// <summary>A resource whose provider for the method's package is used.</summary>
    public Resource? Parent { get; set; }

    /// <summary>The provider instance. Default: the parent's for the same package, else the package's default instance.</summary>
    public ProviderResource? Provider { get; set; }

    /// <summary>Version of the provider, as a semantic version without a leading v. Default: the newest one installed.</summary>
    public string? Version { get; set; }

    /// <summary>Address of the server that the provider's plugin is downloaded from. Default: the public one.</summary>
    public string? PluginDownloadURL { get; set; }
}
