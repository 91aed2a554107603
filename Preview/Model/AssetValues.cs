namespace Infra.Preview.Model;

/// <summary>Where an asset or archive takes its content from.</summary>
public enum AssetSource
{
    /// <summary>A file or folder, relative to the program's working directory.</summary>
    Path,

    /// <summary>An address.</summary>
    Uri,

    /// <summary>The text itself.</summary>
    Text,
}

/// <summary>A file given as a value.</summary>
/// <param name="Source">Where the content comes from.</param>
/// <param name="Content">The path, address or text.</param>
public sealed record AssetValue(AssetSource Source, string Content) : PropertyValue
{
    /// <inheritdoc/>
    public override bool ContainsUnknowns => false;

    /// <inheritdoc/>
    public override bool ContainsSecrets => false;

    /// <inheritdoc/>
    public override PropertyValue Plain() => this;
}

/// <summary>An archive given as a value: a path, an address, or members by name.</summary>
/// <param name="Source">Where the content comes from; meaningless when <paramref name="Members"/> are given.</param>
/// <param name="Content">The path or address; empty when <paramref name="Members"/> are given.</param>
/// <param name="Members">Assets and archives by name; null for a path or an address.</param>
public sealed record ArchiveValue(AssetSource Source, string Content, MapValue? Members = null) : PropertyValue
{
    /// <inheritdoc/>
    public override bool ContainsUnknowns => Members?.ContainsUnknowns ?? false;

    /// <inheritdoc/>
    public override bool ContainsSecrets => Members?.ContainsSecrets ?? false;

    /// <inheritdoc/>
    public override PropertyValue Plain() => Members is null ? this : this with { Members = Members.PlainMap() };
}

/// <summary>How the protocol and reports call the sources of assets.</summary>
internal static class AssetSources
{
    /// <summary>The key under which the content stands.</summary>
    public static string WireName(this AssetSource source) => source switch
    {
        AssetSource.Path => "path",
        AssetSource.Uri => "uri",
        _ => "text",
    };
}
