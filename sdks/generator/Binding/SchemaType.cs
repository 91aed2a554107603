namespace Infra.Sdks.Generator.Binding;

/// <summary>Is a type of a schema with its references resolved.</summary>
public abstract record SchemaType;

/// <summary>Is a type that C# or the SDK has by itself.</summary>
/// <param name="Kind">Which one.</param>
public sealed record PrimitiveType(PrimitiveKind Kind) : SchemaType;

/// <summary>Is an ordered list.</summary>
/// <param name="Element">The type of its elements.</param>
public sealed record ArrayType(SchemaType Element) : SchemaType;

/// <summary>Is a map with text keys.</summary>
/// <param name="Element">The type of its values.</param>
public sealed record MapType(SchemaType Element) : SchemaType;

/// <summary>Is a choice between types.</summary>
/// <param name="Alternatives">The types, in schema order.</param>
public sealed record UnionType(IReadOnlyList<SchemaType> Alternatives) : SchemaType;

/// <summary>Is a type whose value may be an output.</summary>
/// <param name="Element">The type of the value.</param>
public sealed record InputType(SchemaType Element) : SchemaType;

/// <summary>Is an object type in one of its two shapes: with plain members, or with members that take outputs.</summary>
/// <param name="Package">The package that defines it.</param>
/// <param name="Token">Its token.</param>
/// <param name="InputShape">Whether its members take outputs.</param>
public sealed record ObjectType(Package Package, string Token, bool InputShape) : SchemaType;

/// <summary>Is an enum.</summary>
/// <param name="Package">The package that defines it.</param>
/// <param name="Token">Its token.</param>
public sealed record EnumType(Package Package, string Token) : SchemaType;

/// <summary>Is a resource used as a value.</summary>
/// <param name="Package">The package that defines it.</param>
/// <param name="Token">Its token; the provider's is <c>pulumi:providers:NAME</c>.</param>
public sealed record ResourceType(Package Package, string Token) : SchemaType;

/// <summary>Names the types that need no definition.</summary>
public enum PrimitiveKind
{
    /// <summary>Is true or false.</summary>
    Boolean,

    /// <summary>Is a whole number of 32 bits.</summary>
    Integer,

    /// <summary>Is a number of double precision.</summary>
    Number,

    /// <summary>Is text.</summary>
    String,

    /// <summary>Is any value.</summary>
    Any,

    /// <summary>Is JSON text.</summary>
    Json,

    /// <summary>Is an asset or an archive.</summary>
    Asset,

    /// <summary>Is an archive.</summary>
    Archive,
}
