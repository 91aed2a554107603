namespace Infra.Sdks.Generator.Binding;

/// <summary>Finds out where each object type of a selection is used, which decides the classes made of it and their names.</summary>
public sealed class Usage
{
    private readonly Dictionary<(string Token, bool InputShape), Uses> _uses = [];
    private readonly SortedSet<string> _enums = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _foreignResources = new(StringComparer.Ordinal);
    private readonly Package _package;

    /// <summary>Initializes a new instance of the <see cref="Usage"/> class.</summary>
    /// <param name="selection">What is generated.</param>
    public Usage(Selection selection)
    {
        _package = selection.Package;
        foreach (var (_, resource) in selection.AllResources())
        {
            Mark(_package.Properties(resource.Properties, resource.Required, inputShape: false), Uses.Output);
            Mark(_package.Properties(resource.InputProperties, resource.RequiredInputs, inputShape: true), Uses.Input);
            Mark(_package.Properties(resource.StateInputs?.Properties, resource.StateInputs?.Required, inputShape: true), Uses.Input | Uses.State);
            foreach (var (_, _, function) in selection.Methods(resource))
            {
                Mark(function);
            }
        }

        foreach (var token in selection.Functions)
        {
            Mark(_package.Spec.Functions[token]);
        }

        _enums.UnionWith(selection.Enums);
    }

    /// <summary>Gets the tokens of the package's object types in use, sorted.</summary>
    public IReadOnlyList<string> Objects
        => [.. _uses.Keys.Select(key => key.Token).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>Gets the tokens of the package's enums in use, sorted.</summary>
    public IReadOnlyCollection<string> Enums => _enums;

    /// <summary>Gets the tokens of other packages' resources and types in use, sorted.</summary>
    public IReadOnlyCollection<string> Foreign => _foreignResources;

    /// <summary>Tells the uses of an object type in one of its shapes.</summary>
    /// <param name="type">The type.</param>
    /// <returns>Its uses.</returns>
    public Uses Of(ObjectType type) => type.Package == _package ? _uses.GetValueOrDefault((type.Token, type.InputShape)) : Uses.None;

    private void Mark(Schema.FunctionSpec function)
    {
        var result = FunctionResult.Of(_package, function);
        if (function.Inputs is { } inputs)
        {
            Mark(_package.Properties(inputs.Properties, inputs.Required, inputShape: false), Uses.Input | Uses.Plain);
            if (!result.IsNothing)
            {
                Mark(_package.Properties(inputs.Properties, inputs.Required, inputShape: true), Uses.Input | Uses.FunctionInput);
            }
        }

        if (result.Members is not null)
        {
            Mark(result.Members, Uses.Output | Uses.Plain);
        }
        else if (result.Type is not null)
        {
            Mark(result.Type, Uses.Output | Uses.Plain, []);
        }
    }

    private void Mark(IReadOnlyList<Property> properties, Uses uses)
    {
        var seen = new HashSet<ObjectType>();
        foreach (var property in properties)
        {
            Mark(property.Type, uses, seen);
        }
    }

    private void Mark(SchemaType type, Uses uses, HashSet<ObjectType> seen)
    {
        switch (type)
        {
            case InputType input:
                Mark(input.Element, uses, seen);
                break;
            case ArrayType array:
                Mark(array.Element, uses, seen);
                break;
            case MapType map:
                Mark(map.Element, uses, seen);
                break;
            case UnionType union:
                foreach (var alternative in union.Alternatives)
                {
                    Mark(alternative, uses, seen);
                }

                break;
            case EnumType { Package: var package, Token: var token }:
                (package == _package ? _enums : _foreignResources).Add(token);
                break;
            case ResourceType { Package: var package, Token: var token } when package != _package:
                _foreignResources.Add(token);
                break;
            case ObjectType { Package: var package, Token: var token } when package != _package:
                _foreignResources.Add(token);
                break;
            case ObjectType item when seen.Add(item):
                var key = (item.Token, item.InputShape);
                _uses[key] = _uses.GetValueOrDefault(key) | uses;
                foreach (var property in Package.Properties(item))
                {
                    Mark(property.Type, uses, seen);
                }

                break;
        }
    }
}

/// <summary>Names the places where an object type is used.</summary>
[Flags]
public enum Uses
{
    /// <summary>Is nowhere.</summary>
    None = 0,

    /// <summary>Is in what a resource or a function gives.</summary>
    Output = 1,

    /// <summary>Is in what a resource or a function takes.</summary>
    Input = 2,

    /// <summary>Is in what qualifies the lookup of a resource.</summary>
    State = 4,

    /// <summary>Is in a function.</summary>
    Plain = 8,

    /// <summary>Is in the arguments of a function in the form that takes outputs.</summary>
    FunctionInput = 16,
}
