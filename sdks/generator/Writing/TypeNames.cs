using Infra.Sdks.Generator.Binding;
using Infra.Sdks.Generator.Naming;

namespace Infra.Sdks.Generator.Writing;

/// <summary>Writes types as C#, by the rules of the published SDKs.</summary>
public sealed class TypeNames
{
    private readonly Package _package;
    private readonly Usage _usage;

    /// <summary>Initializes a new instance of the <see cref="TypeNames"/> class.</summary>
    /// <param name="package">The package that code is written for.</param>
    /// <param name="usage">Where its types are used.</param>
    public TypeNames(Package package, Usage usage)
    {
        _package = package;
        _usage = usage;
    }

    /// <summary>Writes the type of a property with its optionality.</summary>
    /// <param name="property">The property.</param>
    /// <param name="place">Where it stands.</param>
    /// <returns>A C# type.</returns>
    public string Of(Property property, Place place)
    {
        var name = Of(property.Type, place);
        return property.IsRequired || HasEmptyValue(property.Type) || (place.IsOutput && _package.Naming.IsKubernetes) ? name : name + "?";
    }

    /// <summary>Writes a type.</summary>
    /// <param name="type">The type.</param>
    /// <param name="place">Where it stands.</param>
    /// <param name="mutable">Whether a list or map at the top is the kind that collection initialisers fill.</param>
    /// <returns>A C# type.</returns>
    public string Of(SchemaType type, Place place, bool mutable = false) => type switch
    {
        InputType input => OfInput(input.Element, place),
        ArrayType array => $"{(mutable ? "List" : "ImmutableArray")}<{Of(array.Element, place)}>",
        MapType map => $"{(mutable ? "Dictionary" : "ImmutableDictionary")}<string, {Of(map.Element, place)}>",
        UnionType union => OfUnion(union, place, "Union", wrapped: false),
        EnumType { Package: var package, Token: var token }
            => $"global::{package.Naming.Namespace(package.Naming.Module(token))}.{Names.OfToken(token)}",
        ResourceType { Package: var package, Token: var token }
            => $"global::{package.Naming.Namespace(package.Naming.Module(token))}.{package.ResourceName(token)}",
        ObjectType item => OfObject(item, place),
        PrimitiveType { Kind: var kind } => Primitive(kind),
        _ => throw new InvalidOperationException($"No C# for {type}."),
    };

    /// <summary>Makes the class name of an object type.</summary>
    /// <param name="type">The type in its shape.</param>
    /// <param name="place">Where it stands.</param>
    /// <returns>The name without a namespace.</returns>
    public string ClassName(ObjectType type, Place place)
    {
        var name = Names.OfToken(type.Token);
        if (place.IsState)
        {
            return name + "GetArgs";
        }

        if (!_package.Naming.IsBridge && !_package.Naming.IsKubernetes)
        {
            return type.InputShape ? name + "Args" : name;
        }

        var uses = _usage.Of(type);
        if (!place.IsOutput)
        {
            return type.InputShape && uses.HasFlag(Uses.FunctionInput) ? name + "InputArgs" : name + "Args";
        }

        return uses.HasFlag(Uses.Plain) ? name + "Result" : name;
    }

    /// <summary>Takes the outputs out of a type: the values of lists, maps and unions are plain then.</summary>
    /// <param name="type">The type.</param>
    /// <returns>The plain type; object types keep their shape.</returns>
    public static SchemaType Plain(SchemaType type) => type switch
    {
        InputType input => Plain(input.Element),
        ArrayType array => new ArrayType(Plain(array.Element)),
        MapType map => new MapType(Plain(map.Element)),
        UnionType union => new UnionType([.. union.Alternatives.Select(Plain)]),
        _ => type,
    };

    // A list has a value that means "none", so its type carries no question mark; nor do the members that hold input lists and maps.
    private static bool HasEmptyValue(SchemaType type) => type is ArrayType or InputType { Element: ArrayType or MapType };

    private string OfInput(SchemaType element, Place place) => element switch
    {
        ArrayType array => $"InputList<{Of(Plain(array.Element), place)}>",
        MapType map => $"InputMap<{Of(Plain(map.Element), place)}>",
        PrimitiveType { Kind: PrimitiveKind.Json } => "InputJson",
        UnionType union => OfUnion((UnionType)Plain(union), place, "InputUnion", wrapped: true),
        _ => $"Input<{Of(element, place)}>",
    };

    private string OfUnion(UnionType union, Place place, string generic, bool wrapped)
    {
        // What comes back for a text that may also be an enum's value is text.
        if (place.IsOutput && union.Alternatives.OfType<EnumType>().FirstOrDefault() is { } relaxed)
        {
            return Primitive(EnumWriter.Kind(relaxed.Package, relaxed.Token));
        }

        var names = union.Alternatives.Select(alternative => Of(alternative, place)).Distinct(StringComparer.Ordinal).ToList();
        return names.Count switch
        {
            1 when wrapped => $"Input<{names[0]}>",
            1 => names[0],
            2 => $"{generic}<{names[0]}, {names[1]}>",
            _ => "object",
        };
    }

    private string OfObject(ObjectType type, Place place)
    {
        var naming = type.Package.Naming;
        var module = naming.Module(type.Token);
        var isNear = type.Package == _package && !naming.IsKubernetes && module == place.Module && place.Qualifier != "Types";
        var space = isNear ? place.Qualifier : $"global::{naming.Namespace(module, place.Qualifier)}";
        return $"{space}.{ClassName(type, place)}";
    }

    private static string Primitive(PrimitiveKind kind) => kind switch
    {
        PrimitiveKind.Boolean => "bool",
        PrimitiveKind.Integer => "int",
        PrimitiveKind.Number => "double",
        PrimitiveKind.String => "string",
        PrimitiveKind.Any => "object",
        PrimitiveKind.Json => "System.Text.Json.JsonElement",
        PrimitiveKind.Asset => "AssetOrArchive",
        _ => "Archive",
    };
}

/// <summary>Is the place a type is written at.</summary>
/// <param name="Module">The module of the file.</param>
/// <param name="Qualifier">The namespace of the nested types it may name: <c>Inputs</c>, <c>Outputs</c> or <c>Types</c>.</param>
/// <param name="IsState">Whether nested types are those of a lookup's state.</param>
public readonly record struct Place(string Module, string Qualifier, bool IsState = false)
{
    /// <summary>Gets a value indicating whether values come back here instead of being given.</summary>
    public bool IsOutput => Qualifier != "Inputs";
}
