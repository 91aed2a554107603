using Pulumi.Serialization;

namespace Pulumi;

/// <summary>A blob given to a resource, for example the source of a bucket object.</summary>
public abstract class Asset : AssetOrArchive
{
    private protected Asset(string property, object value)
        : base(Constants.AssetSignature, property, value)
    {
    }
}

/// <summary>A blob read from a file.</summary>
public sealed class FileAsset : Asset
{
    /// <summary>Names the file, absolute or relative to the directory the program runs in.</summary>
    public FileAsset(string path)
        : base(Constants.PathProperty, path)
    {
    }
}

/// <summary>A blob given as text.</summary>
public sealed class StringAsset : Asset
{
    /// <summary>Gives the text, which is sent as UTF-8.</summary>
    public StringAsset(string text)
        : base(Constants.TextProperty, text)
    {
    }
}

/// <summary>A blob fetched from an address.</summary>
public sealed class RemoteAsset : Asset
{
    /// <summary>Names the address; its scheme is http, https or file.</summary>
    public RemoteAsset(string uri)
        : base(Constants.UriProperty, uri)
    {
    }
}

/// <summary>Stands where the engine sent something else than the asset the program expects.</summary>
internal sealed class InvalidAsset : Asset
{
    public InvalidAsset()
        : base(Constants.TextProperty, "")
    {
    }
}
