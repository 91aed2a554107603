using System.Globalization;
using Infra.Preview.Model;

namespace Infra.Preview.Synthesis;

/// <summary>One resource on its way from inputs to outputs.</summary>
internal sealed class Synthesis
{
    // Rules of objects that the API adds to; everything else given stays as it is.
    private static readonly HashSet<string> Completing = new(StringComparer.Ordinal) { "!kubernetesMetadata", "!clusterNetwork" };

    private readonly ShapeTable _shapes;
    private readonly IReadOnlyDictionary<string, Shape>? _declared;
    private readonly TypeRule _rule;
    private readonly Dictionary<string, PropertyValue> _made = new(StringComparer.Ordinal);
    private readonly HashSet<string> _open = new(StringComparer.Ordinal);
    private string? _name;

    public Synthesis(ResourceNode node, ShapeTable shapes)
    {
        Node = node;
        _shapes = shapes;
        _declared = shapes.Resource(node.Type);
        _rule = RuleTable.Find(node.Type);
        Region = ProviderFacts.Region(node.Inputs, node.ProviderNode);
        Account = ProviderFacts.Account(node.ProviderNode);
    }

    public ResourceNode Node { get; }

    public string Region { get; }

    public string Account { get; }

    /// <summary>The physical name.</summary>
    public string Name => _name ??= PhysicalNames.Of(Node, _rule.Name);

    /// <summary>The start of all invented texts of one purpose.</summary>
    public string Seed(string purpose) => $"{Node.Urn}|{purpose}";

    /// <summary>The id: the one set, else the rule's, else the name of what has one, else invented.</summary>
    public string Id()
    {
        if (Node.Id is { } set)
        {
            return set;
        }

        if (_rule.Templates.TryGetValue("id", out var template))
        {
            return Templates.Text(template, "id", this);
        }

        return Node.IsProvider ? Digest.Uuid(Seed("id"))
            : _declared is not null && _declared.ContainsKey(_rule.Name.Property) ? Name
            : $"{Node.Name}-{Digest.Hex(Seed("id"), 17)}";
    }

    /// <summary>The inputs and every declared output.</summary>
    public MapValue Outputs()
    {
        if (_declared is null)
        {
            return Node.Inputs;
        }

        var outputs = _declared.Select(property => KeyValuePair.Create(property.Key, Marked(property.Key, property.Value)));
        return new MapValue(Node.Inputs.Where(input => !_declared.ContainsKey(input.Key)).Concat(outputs));
    }

    /// <summary>One output by name, for other outputs to be built on.</summary>
    public PropertyValue Output(string name)
    {
        if (name == "id")
        {
            return Id();
        }

        if (_made.TryGetValue(name, out var made))
        {
            return made;
        }

        if (!_open.Add(name))
        {
            throw new InvalidOperationException($"Output '{name}' of {Node.Type} is defined by itself. Mend its rule.");
        }

        made = Make(name, _declared?.GetValueOrDefault(name) ?? new Shape(ShapeKind.Text));
        _open.Remove(name);
        _made[name] = made;
        return made;
    }

    private PropertyValue Marked(string name, Shape shape)
    {
        var value = Output(name);
        return (shape.Secret || Node.AdditionalSecretOutputs.Contains(name)) && !value.IsNull ? new SecretValue(value) : value;
    }

    private PropertyValue Make(string name, Shape shape)
    {
        var ruled = _rule.Templates.TryGetValue(name, out var template);

        if (Node.Inputs.Find(name) is { IsNull: false } given && !(ruled && Completing.Contains(template!)))
        {
            return given;
        }

        if (ruled)
        {
            return Templates.Value(template!, name, shape, this);
        }

        switch (name)
        {
            case "region" when shape.Kind == ShapeKind.Text:
                return Region;
            case "tagsAll":
                return ProviderFacts.DefaultTags(Node.ProviderNode).With(Node.Inputs["tags"].AsMap ?? MapValue.Empty);
            default:
                return name == _rule.Name.Property && !shape.Optional ? Name : new Guess(_shapes, this).Value(name, shape);
        }
    }

    /// <summary>The text form of a scalar; empty for all else.</summary>
    public static string TextOf(PropertyValue value) => value.Unwrapped switch
    {
        TextValue text => text.Value,
        NumberValue number => number.Value.ToString("0.##########", CultureInfo.InvariantCulture),
        BoolValue flag => flag.Value ? "true" : "false",
        _ => "",
    };
}
