using Infra.Preview.Model;
using Infra.Preview.Synthesis;

namespace Infra.Preview.Lookups;

/// <summary>One function call with all that its answer may depend on.</summary>
internal sealed class LookupCall
{
    private readonly Synthesis.Synthesis _synthesis;

    public LookupCall(string token, MapValue args, ResourceNode? provider, ShapeTable shapes)
    {
        Token = token;
        Args = args;
        Provider = provider;
        Declared = shapes.Function(token);

        // What is made up for a call depends on the call, not on where in the program it stands; the region is part of it.
        var region = ProviderFacts.Region(args, provider);
        var node = new ResourceNode
        {
            Urn = $"{token}|{region}|{args.Without("region")}",
            Type = token,
            Name = token,
            Custom = true,
            Id = "",
            Inputs = args,
            ProviderNode = provider,
        };
        _synthesis = new Synthesis.Synthesis(node, shapes);
        Guesses = new Guess(shapes, _synthesis);
    }

    public string Token { get; }

    public MapValue Args { get; }

    public ResourceNode? Provider { get; }

    /// <summary>The declared results; null for a function that is not in the table.</summary>
    public IReadOnlyDictionary<string, Shape>? Declared { get; }

    public string Region => _synthesis.Region;

    public string Account => _synthesis.Account;

    private Guess Guesses { get; }

    /// <summary>The seed of something made up for this call.</summary>
    public string Seed(string purpose) => _synthesis.Seed(purpose);

    /// <summary>A text argument; empty when it is absent.</summary>
    public string Text(string name) => Args[name].AsText ?? "";

    /// <summary>The values of an EC2 filter by name; empty when there is no such filter.</summary>
    public IReadOnlyList<string> Filter(string name) =>
    [
        .. (Args["filters"].AsList ?? ListValue.Empty).Where(filter => filter["name"].AsText == name)
            .SelectMany(filter => filter["values"].AsList?.Texts ?? []),
    ];

    /// <summary>The first value of an EC2 filter by name; null when there is no such filter.</summary>
    public string? FirstFilter(string name) => Filter(name) is [var first, ..] ? first : null;

    /// <summary>A recorded result with its templates filled.</summary>
    public MapValue? Fill(PropertyValue? recorded) => recorded is MapValue map
        ? new MapValue(map.Select(member => KeyValuePair.Create(member.Key, Filled(member.Key, member.Value))))
        : null;

    /// <summary>The result with every declared property: arguments echoed, the region, then null or empty.</summary>
    public MapValue Complete(MapValue result)
    {
        if (Declared is null)
        {
            return result;
        }

        var completed = Declared.Select(property => KeyValuePair.Create(
            property.Key,
            result.Find(property.Key)
                ?? (Args.Find(property.Key) is { IsNull: false } given ? given
                    : property.Key == "region" ? Region
                    : Absent(property.Key, property.Value))));
        return new MapValue(result.Concat(completed)).With(result);
    }

    private PropertyValue Absent(string name, Shape shape) => name == "id" && shape.Kind == ShapeKind.Text
        ? Digest.Digits(Seed("id"), 10)
        : shape.Kind == ShapeKind.Text && !shape.Optional ? "" : Guesses.Value(name, shape);

    private PropertyValue Filled(string name, PropertyValue value) => value switch
    {
        TextValue text => Templates.Text(text.Value, name, _synthesis),
        ListValue list => new ListValue(list.Select(item => Filled(name, item))),
        MapValue map => new MapValue(map.Select(member => KeyValuePair.Create(member.Key, Filled(member.Key, member.Value)))),
        _ => value,
    };
}
