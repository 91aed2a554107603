namespace Infra.Sdks.Generator.Binding;

/// <summary>Is a parsed <c>$ref</c>.</summary>
/// <param name="Kind">What it leads to.</param>
/// <param name="Package">The other package it leads into, or null.</param>
/// <param name="Token">The token, or the name of a built-in.</param>
public readonly record struct Reference(ReferenceKind Kind, string? Package, string Token)
{
    /// <summary>Parses a reference.</summary>
    /// <param name="text">The text, such as <c>#/types/aws:ecs%2FX:X</c>, <c>pulumi.json#/Any</c> or <c>/aws/v7.0.0/schema.json#/resources/…</c>.</param>
    /// <returns>The parts, the token decoded.</returns>
    /// <exception cref="GeneratorException">The text has another form.</exception>
    public static Reference Parse(string text)
    {
        var hash = text.IndexOf('#', StringComparison.Ordinal);
        if (hash < 0 || hash + 2 > text.Length || text[hash + 1] != '/')
        {
            throw Unknown(text);
        }

        var document = text[..hash];
        var pointer = text[(hash + 2)..];
        if (document == "pulumi.json")
        {
            return new Reference(ReferenceKind.BuiltIn, null, pointer);
        }

        // The version in a reference to another package does not matter: one release of each package is at hand.
        var package = document.Length == 0 ? null : document.TrimStart('/').Split('/')[0];

        // A token may hold raw slashes: only the first one separates.
        var slash = pointer.IndexOf('/', StringComparison.Ordinal);
        var kind = slash < 0 ? pointer : pointer[..slash];
        var token = slash < 0 ? "" : Uri.UnescapeDataString(pointer[(slash + 1)..]);
        return kind switch
        {
            "types" => new Reference(ReferenceKind.Type, package, token),
            "resources" => new Reference(ReferenceKind.Resource, package, token),
            "provider" => new Reference(ReferenceKind.Provider, package, ""),
            _ => throw Unknown(text),
        };
    }

    private static GeneratorException Unknown(string text) => new(
        $"The reference '{text}' has an unknown form. Known are #/types/TOKEN, #/resources/TOKEN, #/provider, pulumi.json#/NAME and "
        + "/PACKAGE/vVERSION/schema.json#/…. Correct the schema, or teach the generator the form.");
}

/// <summary>Names what a reference leads to.</summary>
public enum ReferenceKind
{
    /// <summary>Is a type that every schema knows.</summary>
    BuiltIn,

    /// <summary>Is an object type or an enum.</summary>
    Type,

    /// <summary>Is a resource.</summary>
    Resource,

    /// <summary>Is the provider of the package.</summary>
    Provider,
}
