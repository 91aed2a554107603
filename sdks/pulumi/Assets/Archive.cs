using System.Collections.Immutable;
using Pulumi.Serialization;

namespace Pulumi;

/// <summary>A collection of blobs given to a resource, for example the code of a function.</summary>
public abstract class Archive : AssetOrArchive
{
    private protected Archive(string property, object value)
        : base(Constants.ArchiveSignature, property, value)
    {
    }
}

/// <summary>An archive file, or a directory taken as one.</summary>
public sealed class FileArchive : Archive
{
    /// <summary>Names the file (.tar, .tgz, .tar.gz, .zip or .jar) or directory, absolute or relative to where the program runs.</summary>
    public FileArchive(string path)
        : base(Constants.PathProperty, path)
    {
    }
}

/// <summary>An archive file fetched from an address.</summary>
public sealed class RemoteArchive : Archive
{
    /// <summary>Names the address; its scheme is http, https or file.</summary>
    public RemoteArchive(string uri)
        : base(Constants.UriProperty, uri)
    {
    }
}

/// <summary>An archive put together from assets and archives.</summary>
public sealed class AssetArchive : Archive
{
    /// <summary>Gives the members by their paths inside the archive.</summary>
    public AssetArchive(IDictionary<string, AssetOrArchive> assets)
        : base(Constants.AssetsProperty, assets.ToImmutableDictionary())
    {
    }

    internal ImmutableDictionary<string, AssetOrArchive> Members => (ImmutableDictionary<string, AssetOrArchive>)Content;
}

/// <summary>Stands where the engine sent something else than the archive the program expects.</summary>
internal sealed class InvalidArchive : Archive
{
    public InvalidArchive()
        : base(Constants.AssetsProperty, ImmutableDictionary<string, AssetOrArchive>.Empty)
    {
    }
}
