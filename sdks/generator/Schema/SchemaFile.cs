using System.Text.Json;

namespace Infra.Sdks.Generator.Schema;

/// <summary>Reads schema files.</summary>
public static class SchemaFile
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        MaxDepth = 256,
    };

    /// <summary>Reads a package schema in Pulumi's JSON form.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The schema.</returns>
    /// <exception cref="GeneratorException">The file is absent, is not JSON or names no package.</exception>
    public static PackageSpec Read(string path)
    {
        if (!File.Exists(path))
        {
            throw new GeneratorException(
                $"The schema file '{path}' does not exist. A Pulumi package schema is needed there. "
                + "Write it with `pulumi package get-schema NAME@VERSION > FILE`, or name another folder with --schemas.");
        }

        try
        {
            using var stream = File.OpenRead(path);
            return Parse(stream, path);
        }
        catch (JsonException error)
        {
            throw new GeneratorException(
                $"The schema file '{path}' cannot be read: {error.Message} It must be a Pulumi package schema. "
                + "Write it anew with `pulumi package get-schema NAME@VERSION > FILE`.");
        }
    }

    /// <summary>Reads the C# section of language settings.</summary>
    /// <typeparam name="T">The shape of the section.</typeparam>
    /// <param name="language">The settings by language.</param>
    /// <returns>The section, or null when there is none.</returns>
    public static T? CSharp<T>(IReadOnlyDictionary<string, JsonElement>? language)
        where T : class
        => language is not null && language.TryGetValue("csharp", out var section) ? section.Deserialize<T>(Options) : null;

    /// <summary>Reads a part of a schema that has more than one shape.</summary>
    /// <typeparam name="T">The shape.</typeparam>
    /// <param name="element">The part.</param>
    /// <returns>The part in that shape.</returns>
    public static T Read<T>(JsonElement element)
        => element.Deserialize<T>(Options) ?? throw new JsonException("A schema part is null.");

    private static PackageSpec Parse(Stream stream, string path)
    {
        var package = JsonSerializer.Deserialize<PackageSpec>(stream, Options);
        if (package is null || package.Name.Length == 0)
        {
            throw new GeneratorException(
                $"The schema file '{path}' has no 'name'. A package schema names its package. "
                + "Write it anew with `pulumi package get-schema NAME@VERSION > FILE`.");
        }

        return package;
    }
}
