namespace Infra.Components.Hebo.Frontend.OpenNext;

/// <summary>A file of a build that goes into the bucket.</summary>
/// <param name="Path">Where it lies, relative to the folder of Pulumi.yaml like the build itself.</param>
/// <param name="Key">Its key in the bucket.</param>
/// <param name="CacheControl">What browsers and CloudFront are told of its lifetime; null for what only the server reads.</param>
/// <param name="Versioned">Whether its name changes with its content: pages that are still open ask for it after the next build.</param>
internal sealed record OpenNextFile(string Path, string Key, string? CacheControl, bool Versioned)
{
    private const string Forever = "public,max-age=31536000,immutable";
    private const string OneDayAtTheEdge = "public,max-age=0,s-maxage=86400,stale-while-revalidate=86400";

    /// <summary>The files of one of the build's folders, in the order of their keys.</summary>
    /// <param name="directory">The folder.</param>
    /// <param name="copy">Where they go, and for whom they are.</param>
    public static IEnumerable<OpenNextFile> In(string directory, OpenNextCopy copy) => Directory
        .EnumerateFiles(directory, "*", SearchOption.AllDirectories)
        .Select(path => Of(path, System.IO.Path.GetRelativePath(directory, path).Replace(System.IO.Path.DirectorySeparatorChar, '/'), copy))
        .OrderBy(file => file.Key, StringComparer.Ordinal);

    private static OpenNextFile Of(string path, string relative, OpenNextCopy copy)
    {
        var versioned = copy.VersionedSubDir is { } folder && relative.StartsWith($"{folder}/", StringComparison.Ordinal);
        return new OpenNextFile(path, $"{copy.To}/{relative}", copy.Cached ? versioned ? Forever : OneDayAtTheEdge : null, versioned);
    }
}
