using Infra.Preview.Model;

namespace Infra.Preview.Findings.Judging;

/// <summary>
/// The secret texts of a graph. Rules name properties and not values, so that none of these should ever reach a message; this is
/// the net below them.
/// </summary>
internal sealed class SecretTexts(ResourceGraph graph)
{
    // Shorter ones, such as a secret `true`, would tear words apart without protecting anything.
    private const int ShortestWithheld = 6;

    private readonly Lazy<string[]> _texts = new(() => [.. Collect(graph).Distinct(StringComparer.Ordinal).OrderByDescending(text => text.Length)]);

    public string Withhold(string text)
    {
        foreach (var secret in text.Length < ShortestWithheld ? [] : _texts.Value)
        {
            text = text.Replace(secret, PropertyJson.Withheld, StringComparison.Ordinal);
        }

        return text;
    }

    private static IEnumerable<string> Collect(ResourceGraph graph) => graph.Nodes
        .SelectMany(node => new[] { node.Inputs, node.Outputs })
        .Where(map => map.ContainsSecrets)
        .SelectMany(map => Texts(map, secret: false))
        .Where(text => text.Length >= ShortestWithheld);

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
