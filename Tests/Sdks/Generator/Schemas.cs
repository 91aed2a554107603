using System.Runtime.CompilerServices;
using Infra.Sdks.Generator.Schema;

namespace Infra.Tests.Sdks.Generator;

/// <summary>Finds the small schemas of these tests, which cover every construct that the rules name.</summary>
internal static class Schemas
{
    public static string Folder { get; } = Path.Combine(Here(), "Schemas");

    /// <summary>Gets the generated SDKs of the schemas, laid out like a repository.</summary>
    public static string GoldenRoot { get; } = Path.Combine(Here(), "Golden");

    public static string RepositoryRoot { get; } = Path.GetFullPath(Path.Combine(Here(), "..", "..", ".."));

    public static PackageSpec Read(string package) => SchemaFile.Read(Path.Combine(Folder, package + ".json"));

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
