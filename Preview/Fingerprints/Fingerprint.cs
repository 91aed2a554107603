using System.Security.Cryptography;
using System.Text;
using Infra.Preview.Model;
using Infra.Preview.Rendering;

namespace Infra.Preview.Fingerprints;

/// <summary>
/// A short text that stands for everything a stack would be: two previews have the same one when they register the same resources with the same
/// inputs, options, messages and outputs, and upload the same files. The values of secrets are no part of it.
/// </summary>
public static class Fingerprint
{
    private const string Algorithm = "sha256";

    /// <summary>The fingerprint of a preview, `sha256:` and 64 hexadecimal digits. A file that a resource uploads and that cannot be read throws <see cref="PreviewException"/>.</summary>
    public static string Of(PreviewResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(PreviewJson.Write(result, showSecrets: false));
        var paths = result.Graph.Nodes.SelectMany(node => UploadedPaths(node.Inputs)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        foreach (var path in paths)
        {
            foreach (var file in Files(path, result.ProgramDirectory))
            {
                hash.AppendData(Encoding.UTF8.GetBytes($"\0{path}\0{file.Name}\0"));
                hash.AppendData(SHA256.HashData(file.Content));
            }
        }

        return $"{Algorithm}:{Convert.ToHexStringLower(hash.GetHashAndReset())}";
    }

    private static IEnumerable<string> UploadedPaths(PropertyValue value) => value switch
    {
        AssetValue { Source: AssetSource.Path } asset => [asset.Content],
        ArchiveValue { Members: { } members } => UploadedPaths(members),
        ArchiveValue { Source: AssetSource.Path } archive => [archive.Content],
        ListValue list => list.SelectMany(UploadedPaths),
        MapValue map => map.Values.SelectMany(UploadedPaths),
        SecretValue secret => UploadedPaths(secret.Inner),
        OutputValue { Value: { } inner } => UploadedPaths(inner),
        _ => [],
    };

    private static IEnumerable<(string Name, byte[] Content)> Files(string path, string directory)
    {
        var full = Path.GetFullPath(path, directory);
        if (File.Exists(full))
        {
            return [("", Read(full))];
        }

        return Directory.Exists(full)
            ? Directory.EnumerateFiles(full, "*", SearchOption.AllDirectories)
                .Select(file => (Name: Path.GetRelativePath(full, file).Replace('\\', '/'), File: file))
                .OrderBy(file => file.Name, StringComparer.Ordinal)
                .Select(file => (file.Name, Read(file.File)))
            : throw new PreviewException($"A resource uploads '{path}', which does not exist in {directory}. Build it first, or correct the setting that names it.");
    }

    private static byte[] Read(string file)
    {
        try
        {
            return File.ReadAllBytes(file);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new PreviewException($"A resource uploads {file}, which cannot be read: {fault.Message}", fault);
        }
    }
}
