namespace Infra.Components.Hebo.Frontend.OpenNext;

/// <summary>The folder that OpenNext wrote, wherever it lies now.</summary>
/// <param name="Directory">The folder, by default `.open-next` in the application's own.</param>
internal sealed record OpenNextFolder(string Directory)
{
    public const string OutputFile = "open-next.output.json";

    // OpenNext names everything from the application's folder.
    private const string Prefix = ".open-next/";

    /// <summary>Where the build's output is described.</summary>
    public string OutputPath => Path.Combine(Directory, OutputFile);

    /// <summary>Whether a path is one of the build's own.</summary>
    public static bool Owns(string path) => path.StartsWith(Prefix, StringComparison.Ordinal) && !path.Split('/').Contains("..");

    /// <summary>Where a part of the build lies.</summary>
    /// <param name="path">As OpenNext names it, `.open-next/…`.</param>
    public string PathOf(string path) => Path.Combine(Directory, path[Prefix.Length..]);

    /// <summary>The folders that go into the bucket. That of cached pages is left out when there are none: OpenNext writes none then.</summary>
    public IEnumerable<OpenNextCopy> Copies(OpenNextOutput output) =>
        output.Origins["s3"].Copy.Where(copy => copy.Cached || System.IO.Directory.Exists(PathOf(copy.From)));
}
