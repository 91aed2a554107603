namespace Pulumi;

/// <summary>A blob or a collection of blobs given to a resource.</summary>
public abstract class AssetOrArchive
{
    private protected AssetOrArchive(string signature, string property, object value)
    {
        Signature = signature;
        Property = property;
        Content = value;
    }

    /// <summary>Wire signature of the kind: asset or archive.</summary>
    internal string Signature { get; }

    /// <summary>Wire property that carries the content: path, uri, text or assets.</summary>
    internal string Property { get; }

    /// <summary>A string, or for assets a dictionary of further assets and archives.</summary>
    internal object Content { get; }
}
