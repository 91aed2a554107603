using System.Security.Cryptography;
using System.Text;
using Infra.Preview.Diff.Forecast;
using Infra.Preview.Diff.Matching;
using Infra.Preview.Model;

namespace Infra.Preview.Diff;

/// <summary>One comparison of two versions.</summary>
internal sealed class Comparison(ResourceGraph before, ResourceGraph after, string? beforeDirectory, string? afterDirectory)
{
    // A replacement can bring others about; more rounds than resources in a row are not to be had.
    private const int MostRounds = 50;

    private readonly Dictionary<string, string?> _digests = new(StringComparer.Ordinal);

    public GraphDifference Run()
    {
        var pairs = new ResourceMatcher(before, after).Match();
        var renamed = pairs.Where(pair => pair is { Before: not null, After: not null })
            .ToDictionary(pair => pair.Before!.Urn, pair => pair.After!.Urn, StringComparer.Ordinal);
        var sources = new Sources(after);
        var replaced = new HashSet<ResourceNode>();
        for (var round = 0; ; round++)
        {
            var values = new ComputedValues(pairs.Where(pair => pair.After is not null)
                .Select(pair => (pair.Before, pair.After!, replaced.Contains(pair.After!))));
            var judge = new ResourceJudge(values, sources, replaced, renamed, SameFile);
            var changes = pairs.Select(judge.Judge).ToList();
            var next = changes.Where(change => change.Kind == ChangeKind.Replace).Select(change => change.After!).ToHashSet();
            if (next.IsSubsetOf(replaced) || round == MostRounds)
            {
                return new GraphDifference(changes, judge.Outputs(before.Stack?.Outputs ?? MapValue.Empty, after.Stack?.Outputs ?? MapValue.Empty));
            }

            replaced.UnionWith(next);
        }
    }

    // Whether two local files or folders hold the same; null when that cannot be looked up.
    private bool? SameFile(PropertyValue left, PropertyValue right) =>
        left.GetType() == right.GetType() && Digest(left, beforeDirectory) is { } old && Digest(right, afterDirectory) is { } young ? old == young : null;

    private string? Digest(PropertyValue file, string? directory)
    {
        var path = file switch
        {
            AssetValue { Source: AssetSource.Path } asset => asset.Content,
            ArchiveValue { Source: AssetSource.Path, Members: null } archive => archive.Content,
            _ => null,
        };
        if (path is null || directory is null)
        {
            return null;
        }

        var full = Path.GetFullPath(path, directory);
        if (!_digests.TryGetValue(full, out var digest))
        {
            _digests[full] = digest = Digest(full);
        }

        return digest;
    }

    private static string? Digest(string path)
    {
        if (!File.Exists(path) && !Directory.Exists(path))
        {
            return null;
        }

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var files = File.Exists(path)
            ? new[] { (Name: "", File: path) }.AsEnumerable()
            : Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories)
                .Select(file => (Name: Path.GetRelativePath(path, file).Replace('\\', '/'), File: file))
                .OrderBy(file => file.Name, StringComparer.Ordinal);
        try
        {
            foreach (var (name, file) in files)
            {
                hash.AppendData(Encoding.UTF8.GetBytes($"\0{name}\0"));
                hash.AppendData(SHA256.HashData(File.ReadAllBytes(file)));
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new PreviewException($"A file that a resource uploads cannot be read: {fault.Message}", fault);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
