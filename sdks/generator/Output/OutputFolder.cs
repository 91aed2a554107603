using System.Text;

namespace Infra.Sdks.Generator.Output;

/// <summary>Brings a folder in line with the generated files: writes what differs, removes generated files that are gone.</summary>
public static class OutputFolder
{
    private static readonly UTF8Encoding Encoding = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes the files.</summary>
    /// <param name="folder">The folder of the SDK.</param>
    /// <param name="files">The texts by relative path with <c>/</c>.</param>
    /// <returns>The relative paths that changed or went, sorted.</returns>
    public static IReadOnlyList<string> Write(string folder, IReadOnlyDictionary<string, string> files)
    {
        var changed = Differences(folder, files);
        foreach (var path in changed)
        {
            var full = Path.Combine(folder, path);
            if (files.TryGetValue(path, out var text))
            {
                Directory.CreateDirectory(Path.GetDirectoryName(full)!);
                File.WriteAllText(full, text, Encoding);
            }
            else
            {
                File.Delete(full);
            }
        }

        return changed;
    }

    /// <summary>Compares a folder with the generated files.</summary>
    /// <param name="folder">The folder of the SDK.</param>
    /// <param name="files">The texts by relative path with <c>/</c>.</param>
    /// <returns>The relative paths that differ, sorted.</returns>
    public static IReadOnlyList<string> Differences(string folder, IReadOnlyDictionary<string, string> files)
    {
        var differing = files
            .Where(file => !File.Exists(Path.Combine(folder, file.Key)) || File.ReadAllText(Path.Combine(folder, file.Key)) != file.Value)
            .Select(file => file.Key);
        var gone = Sources(folder).Where(path => !files.ContainsKey(path));
        return [.. differing.Concat(gone).Order(StringComparer.Ordinal)];
    }

    // All C# of a provider SDK is generated; build output is not the generator's.
    private static IEnumerable<string> Sources(string folder)
        => !Directory.Exists(folder)
            ? []
            : Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
                .Select(path => Path.GetRelativePath(folder, path).Replace('\\', '/'))
                .Where(path => !path.StartsWith("bin/", StringComparison.Ordinal) && !path.StartsWith("obj/", StringComparison.Ordinal));
}
