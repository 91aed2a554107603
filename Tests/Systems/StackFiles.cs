using System.Text.RegularExpressions;
using Infra.Tests.Support;

namespace Infra.Tests.Systems;

/// <summary>The stack files of this repository: those at its root and the examples.</summary>
internal static partial class StackFiles
{
    /// <summary>The names of the stacks that select a system, by its key in `infra:systems`.</summary>
    public static IReadOnlyList<string> Selecting(string system) =>
    [
        .. new[] { Scenario.RepositoryDirectory, Path.Combine(Scenario.RepositoryDirectory, "Stacks", "Examples") }
            .Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "Pulumi.*.yaml").Order(StringComparer.Ordinal))
            .Where(file => Systems(File.ReadAllText(file)).Contains(system))
            .Select(file => Path.GetFileNameWithoutExtension(file)["Pulumi.".Length..]),
    ];

    private static string[] Systems(string yaml) =>
        SystemsList().Match(yaml) is { Success: true } match
            ? match.Groups["items"].Value.Split([',', '-', '\n', ' ', '"', '\''], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            : [];

    // Both ways of writing the list: in brackets, or one item a line.
    [GeneratedRegex(@"infra:systems:\s*(\[(?<items>[^\]]*)\]|(?<items>(\n\s*-\s*\S+)+))")]
    private static partial Regex SystemsList();
}
