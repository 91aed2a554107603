using System.Security.Cryptography;
using System.Text;

namespace Infra.Components.Hebo.Frontend.OpenNext;

/// <summary>A Next.js application as OpenNext built it for AWS, read from the folder `.open-next`.</summary>
internal sealed class OpenNextBuild
{
    private readonly OpenNextFolder _folder;
    private readonly OpenNextOutput _output;

    private OpenNextBuild(OpenNextFolder folder, OpenNextOutput output)
    {
        _folder = folder;
        _output = output;
        Files = [.. folder.Copies(output).SelectMany(copy => OpenNextFile.In(folder.PathOf(copy.From), copy))];
        Fingerprint = HashOf(Files);
    }

    /// <summary>The files that go into the bucket, always in the same order.</summary>
    public IReadOnlyList<OpenNextFile> Files { get; }

    /// <summary>Sixteen hexadecimal digits that change with any of those files; OpenNext writes the build's id into one.</summary>
    public string Fingerprint { get; }

    /// <summary>The bucket's folder of files for viewers.</summary>
    public string AssetsFolder => _output.Origins["s3"].OriginPath!;

    /// <summary>The server's folder.</summary>
    public string ServerBundle => Bundle(_output.Origins["default"])!;

    /// <summary>Whether the server sends its answers piece by piece.</summary>
    public bool Streams => _output.Origins["default"].Streaming;

    /// <summary>The image optimiser's folder; null when the application optimises none.</summary>
    public string? ImageBundle => _output.Origins.TryGetValue("imageOptimizer", out var origin) ? Bundle(origin) : null;

    /// <summary>The folder of what renders pages anew; null when they are not, or not by a queue of SQS.</summary>
    public string? RevalidationBundle =>
        _output.AdditionalProps is { DisableIncrementalCache: false, RevalidationFunction: { } function } && Uses(_output.Origins["default"].Queue, "sqs")
            ? Bundle(function)
            : null;

    /// <summary>Whether the server keeps tags of cached pages in DynamoDB.</summary>
    public bool KeepsTags => !_output.AdditionalProps.DisableTagCache && Uses(_output.Origins["default"].TagCache, "dynamodb");

    /// <summary>The folder of what writes the build's own tags; null when it has none.</summary>
    public string? SeederBundle => KeepsTags && _output.AdditionalProps.InitializationFunction is { } function ? Bundle(function) : null;

    /// <summary>Which origin answers which path pattern, the default left out; the first match decides.</summary>
    public IEnumerable<(string Pattern, string Origin)> Behaviors => _output.Behaviors
        .Where(behavior => behavior.Pattern != "*")
        .Select(behavior => (behavior.Pattern, behavior.Origin!));

    /// <summary>Reads a build. One that cannot be deployed throws <see cref="ArgumentException"/> with all that is wrong.</summary>
    /// <param name="directory">The folder `.open-next`, relative to that of Pulumi.yaml.</param>
    public static OpenNextBuild Read(string directory)
    {
        var folder = new OpenNextFolder(directory);
        var faults = OpenNextRules.Check(folder, out var output);
        return faults.Count == 0
            ? new OpenNextBuild(folder, output)
            : throw new ArgumentException(string.Join(
                Environment.NewLine,
                faults.Select(fault => $"The frontend's build in '{directory}' has {fault.Got}. It must have {fault.Allowed}. To fix it, {fault.Fix}.")));
    }

    /// <summary>Sixteen hexadecimal digits that change with any of a bundle's files.</summary>
    /// <param name="bundle">The bundle's folder.</param>
    public static string HashOf(string bundle) => HashOf([.. OpenNextFile.In(bundle, new OpenNextCopy())]);

    // The unused bundle of an optimiser is named in the output but not written.
    private string? Bundle(OpenNextFunction function) =>
        function.Bundle is { } bundle && Directory.Exists(_folder.PathOf(bundle)) ? _folder.PathOf(bundle) : null;

    private static bool Uses(string? given, string kind) => (given ?? kind).StartsWith(kind, StringComparison.Ordinal);

    private static string HashOf(IReadOnlyList<OpenNextFile> files)
    {
        const int Digits = 16;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in files)
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{file.Key}\n"));
            hash.AppendData(SHA256.HashData(File.ReadAllBytes(file.Path)));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..Digits];
    }
}
