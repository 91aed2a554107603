using Infra.Preview.Model;

namespace Infra.Preview.Diagrams.Building;

/// <summary>
/// Which resource a value refers to. A known text refers to the resource that has it as id, ARN, name or address; an unknown one to the
/// resources that the program says the property comes from.
/// </summary>
internal sealed class References
{
    private static readonly string[] Identifying =
    [
        "arn", "name", "bucket", "url", "endpoint", "dnsName", "domainName", "regionalDomainName", "bucketRegionalDomainName", "functionUrl", "clusterIdentifier",
        "identifier", "arnWithoutRevision", "streamArn", "prefixListId", "primaryNetworkInterfaceId",
    ];

    private readonly ResourceGraph _graph;
    private readonly Dictionary<string, List<ResourceNode>> _byIdentity = new(StringComparer.Ordinal);

    public References(ResourceGraph graph)
    {
        _graph = graph;
        foreach (var node in graph.Nodes.Where(node => node.Custom && !node.IsProvider))
        {
            foreach (var identity in Identifying.Select(name => node.Outputs.Find(name) ?? node.Inputs.Find(name)).Select(value => value?.AsText).Append(node.Id))
            {
                if (!string.IsNullOrEmpty(identity))
                {
                    var known = _byIdentity.TryGetValue(identity, out var list) ? list : _byIdentity[identity] = [];
                    if (!known.Contains(node))
                    {
                        known.Add(node);
                    }
                }
            }
        }
    }

    /// <summary>The resources of these types that an input refers to; a list refers to what its elements do.</summary>
    public IReadOnlyList<ResourceNode> Of(ResourceNode source, string path, params IReadOnlyList<string> types)
    {
        var steps = path.Split('.');
        return Of(source, steps[0], steps.Aggregate((PropertyValue)source.Inputs, (value, step) => value.IsUnknown ? value : value[step]), types);
    }

    /// <summary>The resources of these types that a value found in an input refers to.</summary>
    public IReadOnlyList<ResourceNode> Of(ResourceNode source, string property, PropertyValue value, params IReadOnlyList<string> types) => value switch
    {
        { AsList: { } list } => [.. list.SelectMany(item => Of(source, property, item, types)).Distinct()],
        { AsText: { } text } => [.. Identified(text).Where(node => types.Contains(node.Type))],
        { IsUnknown: true } => [.. Origins(source, property).Where(node => types.Contains(node.Type))],
        _ => [],
    };

    /// <summary>The resources whose id, ARN, name or address is that text.</summary>
    public IReadOnlyList<ResourceNode> Identified(string text) => _byIdentity.TryGetValue(text, out var nodes) ? nodes : [];

    /// <summary>The resources that the program says an input comes from, in tree order.</summary>
    public IEnumerable<ResourceNode> Origins(ResourceNode source, string property) =>
        source.PropertyDependencies.TryGetValue(property, out var urns) ? urns.Select(_graph.Find).OfType<ResourceNode>().Where(node => node.Custom) : [];

    /// <summary>Every text at any depth of a value.</summary>
    public static IEnumerable<string> Texts(PropertyValue value) => value switch
    {
        { AsText: { } text } => [text],
        { AsList: { } list } => list.SelectMany(Texts),
        { AsMap: { } map } => map.Values.SelectMany(Texts),
        _ => [],
    };
}
