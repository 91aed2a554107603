using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Infra.Preview.Stacks;
using Infra.Tests.Support;

namespace Infra.Tests.Stacks;

/// <summary>The shipped stack files.</summary>
internal static class StackFileNode
{
    public static IEnumerable<string> All =>
        new[] { Scenario.RepositoryDirectory, Path.Combine(Scenario.RepositoryDirectory, "Stacks", "Examples") }
            .SelectMany(folder => Directory.EnumerateFiles(folder, "Pulumi.*.yaml"))
            .Select(path => Path.GetRelativePath(Scenario.RepositoryDirectory, path))
            .Order(StringComparer.Ordinal);

    public static string FullPath(string file) => Path.Combine(Scenario.RepositoryDirectory, file);

    /// <summary>The file as an editor's validator sees it.</summary>
    public static JsonNode Read(string file) => Json(YamlFile.Read(FullPath(file)).Root);

    private static JsonNode Json(YamlNode node)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            YamlScalars.WriteJson(writer, node);
        }

        return JsonNode.Parse(Encoding.UTF8.GetString(stream.ToArray()))!;
    }
}
