using Infra.Preview.Model;

namespace Infra.Preview.Diff.Rendering;

/// <summary>The secret texts of both versions. Values marked secret are withheld as such; this is the net for copies that lost their mark.</summary>
internal sealed class SecretTexts(GraphDifference difference)
{
    // Shorter ones, such as a secret `true`, would tear words apart without protecting anything.
    private const int Shortest = 6;

    private readonly List<string> _texts = [.. difference.Changes
        .SelectMany(change => new[] { change.Before, change.After }.OfType<ResourceNode>())
        .SelectMany(node => new[] { node.Inputs, node.Outputs })
        .Where(map => map.ContainsSecrets)
        .SelectMany(map => Texts(map, secret: false))
        .Where(text => text.Length >= Shortest && text != PropertyJson.Withheld)
        .Distinct(StringComparer.Ordinal)
        .OrderByDescending(text => text.Length)
        .ThenBy(text => text, StringComparer.Ordinal)];

    public string Withhold(string text) =>
        _texts.Aggregate(text, (current, secret) => current.Replace(secret, PropertyJson.Withheld, StringComparison.Ordinal));

    /// <summary>The value with every secret text in it withheld.</summary>
    public PropertyValue Withhold(PropertyValue value) => _texts.Count == 0 ? value : value switch
    {
        TextValue text => Withhold(text.Value),
        ListValue list => new ListValue(list.Items.Select(Withhold)),
        MapValue map => new MapValue(map.Select(member => KeyValuePair.Create(member.Key, Withhold(member.Value)))),
        _ => value,
    };

    private static IEnumerable<string> Texts(PropertyValue value, bool secret) => value switch
    {
        SecretValue inner => Texts(inner.Inner, secret: true),
        OutputValue output => output.Value is { } inner ? Texts(inner, secret || output.Secret) : [],
        TextValue text when secret => [text.Value],
        ListValue list => list.Items.SelectMany(item => Texts(item, secret)),
        MapValue map => map.Values.SelectMany(item => Texts(item, secret)),
        _ => [],
    };
}
