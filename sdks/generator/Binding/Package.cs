using Infra.Sdks.Generator.Naming;
using Infra.Sdks.Generator.Schema;

namespace Infra.Sdks.Generator.Binding;

/// <summary>Is a package schema with its names and references resolved.</summary>
public sealed class Package
{
    private readonly Func<string, Package> _others;

    /// <summary>Initializes a new instance of the <see cref="Package"/> class.</summary>
    /// <param name="spec">The schema.</param>
    /// <param name="others">Finds the package of a name, for references that leave this one.</param>
    public Package(PackageSpec spec, Func<string, Package> others)
    {
        Spec = spec;
        _others = others;
        Naming = new PackageNaming(spec);
    }

    /// <summary>Gets the schema.</summary>
    public PackageSpec Spec { get; }

    /// <summary>Gets the rules of its names.</summary>
    public PackageNaming Naming { get; }

    /// <summary>Gets the token of the provider resource.</summary>
    public string ProviderToken => "pulumi:providers:" + Spec.Name;

    /// <summary>Makes the class name of a resource.</summary>
    /// <param name="token">The resource's token.</param>
    /// <returns>The name that the schema gives for C#, or the token's last part.</returns>
    public string ResourceName(string token)
    {
        if (token.StartsWith("pulumi:providers:", StringComparison.Ordinal))
        {
            return "Provider";
        }

        var given = SchemaFile.CSharp<CSharpNameSpec>(Spec.Resources[token].Language)?.Name;
        return string.IsNullOrEmpty(given) ? Names.OfToken(token) : Names.UppercaseFirst(given);
    }

    /// <summary>Resolves properties, sorted by wire name.</summary>
    /// <param name="properties">The properties as they stand in the schema.</param>
    /// <param name="required">The names of those always present.</param>
    /// <param name="inputShape">Whether members take outputs unless marked plain.</param>
    /// <returns>The properties.</returns>
    public IReadOnlyList<Property> Properties(Dictionary<string, PropertySpec>? properties, List<string>? required, bool inputShape)
    {
        if (properties is null)
        {
            return [];
        }

        var always = required is null ? [] : required.ToHashSet(StringComparer.Ordinal);
        return [.. properties.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => new Property(
            entry.Key,
            Names.Property(entry.Key, SchemaFile.CSharp<CSharpNameSpec>(entry.Value.Language)?.Name),
            Bind(entry.Value, inputShape),
            always.Contains(entry.Key),
            entry.Value))];
    }

    /// <summary>Resolves the properties of an object type in one of its shapes.</summary>
    /// <param name="type">The object type.</param>
    /// <returns>The properties.</returns>
    public static IReadOnlyList<Property> Properties(ObjectType type)
    {
        var spec = type.Package.Spec.Types[type.Token];
        return type.Package.Properties(spec.Properties, spec.Required, type.InputShape);
    }

    /// <summary>Resolves a type expression.</summary>
    /// <param name="spec">The expression.</param>
    /// <param name="inputShape">Whether the value may be an output unless marked plain.</param>
    /// <returns>The type.</returns>
    public SchemaType Bind(TypeSpec spec, bool inputShape)
    {
        var type = BindValue(spec, inputShape);
        return inputShape && !spec.Plain ? new InputType(type) : type;
    }

    private SchemaType BindValue(TypeSpec spec, bool inputShape)
    {
        if (spec.Ref is not null)
        {
            return BindReference(Reference.Parse(spec.Ref), spec, inputShape);
        }

        if (spec.OneOf is not null)
        {
            return new UnionType([.. spec.OneOf.Select(alternative => Bind(alternative, inputShape))]);
        }

        return spec.Type switch
        {
            "array" => new ArrayType(Bind(spec.Items ?? Missing("items", spec), inputShape)),
            "object" => new MapType(Bind(spec.AdditionalProperties ?? new TypeSpec { Type = "string" }, inputShape)),
            _ => Primitive(spec.Type),
        };
    }

    private SchemaType BindReference(Reference reference, TypeSpec spec, bool inputShape)
    {
        if (reference.Kind == ReferenceKind.BuiltIn)
        {
            return Primitive(reference.Token);
        }

        var package = reference.Package is null || reference.Package == Spec.Name ? this : _others(reference.Package);
        switch (reference.Kind)
        {
            case ReferenceKind.Provider:
                return new ResourceType(package, package.ProviderToken);
            case ReferenceKind.Resource when reference.Token.StartsWith("pulumi:providers:", StringComparison.Ordinal):
                return new ResourceType(_others(Token.Parse(reference.Token).Member), reference.Token);
            case ReferenceKind.Resource when package.Spec.Resources.ContainsKey(reference.Token):
                return new ResourceType(package, reference.Token);
            case ReferenceKind.Type when package.Spec.Types.TryGetValue(reference.Token, out var definition):
                return definition.Enum is null
                    ? new ObjectType(package, reference.Token, inputShape)
                    : new EnumType(package, reference.Token);
            case ReferenceKind.Type when spec.Type is not null:
                // A token without a definition stands for the type beside it.
                return Primitive(spec.Type);
            default:
                throw new GeneratorException(
                    $"The reference '{spec.Ref}' of package {Spec.Name} leads nowhere in package {package.Spec.Name}. "
                    + "A reference names a type or resource of its schema, or has a 'type' beside it. Take both schemas from the same release.");
        }
    }

    private static TypeSpec Missing(string member, TypeSpec spec)
        => throw new GeneratorException($"A type '{spec.Type}' lacks '{member}'. The schema must give it. Write the schema anew.");

    private static PrimitiveType Primitive(string? name) => new(name switch
    {
        "boolean" => PrimitiveKind.Boolean,
        "integer" => PrimitiveKind.Integer,
        "number" => PrimitiveKind.Number,
        "string" => PrimitiveKind.String,
        "Any" => PrimitiveKind.Any,
        "Json" => PrimitiveKind.Json,
        "Asset" => PrimitiveKind.Asset,
        "Archive" => PrimitiveKind.Archive,
        _ => throw new GeneratorException(
            $"The type '{name}' is unknown. Allowed are boolean, integer, number, string, array, object and references to Any, Json, Asset and Archive. "
            + "Correct the schema, or teach the generator the type."),
    });

    private sealed class CSharpNameSpec
    {
        public string? Name { get; set; }
    }
}
