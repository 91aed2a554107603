using Infra.Preview.Model;

namespace Infra.Preview.Findings.Judging;

/// <summary>
/// A graph with the connections between its resources. A known value refers to the resource that has it as its id, ARN, name or URL;
/// an unknown one to the resources that the program says it comes from.
/// </summary>
public sealed class ResourceIndex
{
    private static readonly string[] Identifying =
    [
        "arn", "name", "bucket", "url", "endpoint", "family", "functionName", "identifier", "clusterIdentifier", "keyId", "repositoryUrl", "dnsName", "domainName",
        "regionalDomainName", "bucketRegionalDomainName", "bucketDomainName", "invokeArn", "qualifiedArn", "functionUrl", "arnWithoutRevision",
    ];

    private static readonly string[] EnvironmentTags = ["Environment", "environment", "Stage", "stage"];

    private readonly Dictionary<ResourceNode, HashSet<string>> _identities = [];

    /// <summary>Indexes a graph.</summary>
    public ResourceIndex(ResourceGraph graph, DateOnly today)
    {
        Graph = graph;
        Today = today;
    }

    /// <summary>The graph.</summary>
    public ResourceGraph Graph { get; }

    /// <summary>The day of the check, for what AWS ends on a day.</summary>
    public DateOnly Today { get; }

    /// <summary>The resources of these types that the stack owns, in tree order.</summary>
    public IReadOnlyList<ResourceNode> Of(params IReadOnlyList<string> types) => types.Count == 1
        ? [.. Graph.OfType(types[0]).Where(IsOwn)]
        : [.. Graph.Nodes.Where(node => types.Contains(node.Type) && IsOwn(node))];

    /// <summary>Whether an input of a resource refers to another one; a list does when an element does.</summary>
    internal Truth Points(ResourceNode source, string path, ResourceNode target) => Points(source, path, source.At(path), target);

    /// <summary>Whether a value found in an input of a resource refers to another one.</summary>
    internal Truth Points(ResourceNode source, string path, PropertyValue value, ResourceNode target)
    {
        if (value.AsList is { } list)
        {
            return Truth.Any(list.Select(item => Points(source, path, item, target)));
        }

        if (value.IsUnknown)
        {
            return Origins(source, path, target.Type) is { } origins
                ? !origins.Contains(target) ? Truth.No : origins.Count == 1 ? Truth.Yes : Truth.Unknown
                : Truth.Unknown;
        }

        return value.AsText is { } text && IsIdentity(target, text);
    }

    /// <summary>What an input of a resource refers to among resources of a type: a target for each element, or for the value itself.</summary>
    internal IReadOnlyList<Target> Targets(ResourceNode source, string path, params IReadOnlyList<string> types)
    {
        var value = source.At(path);
        var items = value.AsList is { } list ? list.Items : value.IsNull ? [] : [value];
        var origins = types.SelectMany(type => Origins(source, path, type) ?? []).ToList();
        var unknown = items.Count(item => item.IsUnknown);
        var sure = value.AsList is not null && unknown == origins.Count;
        var next = 0;
        return
        [
            .. items.Select(item => item switch
            {
                // As many unknown elements as resources they come from: each is one of them.
                { IsUnknown: true } when sure => new Target([origins[next++]]),
                { IsUnknown: true } => new Target(origins),
                _ => new Target([.. types.SelectMany(type => Graph.OfType(type)).Where(node => item.AsText is { } text && IsIdentity(node, text))]),
            }),
        ];
    }

    /// <summary>Whether a resource of these types refers to the target by that input and satisfies the condition.</summary>
    internal Truth AnyPointing(IReadOnlyList<string> types, string path, ResourceNode target, Func<ResourceNode, Truth>? condition = null) =>
        Truth.Any(Of(types).Select(source => Points(source, path, target) & (condition?.Invoke(source) ?? Truth.Yes)));

    /// <summary>Whether a resource belongs to production: its tag or its provider's default tag `Environment` or `Stage` says so, or there is none.</summary>
    internal static Truth IsProduction(ResourceNode node)
    {
        var own = Tag(node.At("tags"));
        var environment = own.IsNull ? Tag(DefaultTags(node)) : own;
        return environment.IsNull ? Truth.Yes : environment.IsOneOf("prod", "production", "live");
    }

    private static PropertyValue Tag(PropertyValue tags) =>
        EnvironmentTags.Select(tags.At).FirstOrDefault(tag => !tag.IsNull) ?? PropertyValue.Null;

    // The engine hands a provider its nested inputs as JSON.
    private static PropertyValue DefaultTags(ResourceNode node)
    {
        var given = node.ProviderNode?.At("defaultTags") ?? PropertyValue.Null;
        return (given.AsText is null ? given : given.Json()).At("tags");
    }

    /// <summary>
    /// The resources of a type that an input comes from; null when the program does not say. A component stands for all it is made of.
    /// </summary>
    private List<ResourceNode>? Origins(ResourceNode source, string path, string type) =>
        source.PropertyDependencies.GetValueOrDefault(path.Split('.')[0]) is { Count: > 0 } urns
            ?
            [
                .. urns.Select(Graph.Find).OfType<ResourceNode>()
                    .SelectMany(node => node.Custom ? [node] : Graph.DescendantsOf(node))
                    .Where(node => node.Type == type)
                    .Distinct(),
            ]
            : null;

    private bool IsIdentity(ResourceNode node, string text)
    {
        if (!_identities.TryGetValue(node, out var identities))
        {
            identities = new HashSet<string>(StringComparer.Ordinal);
            foreach (var value in Identifying.SelectMany(name => new[] { node.Outputs.Find(name), node.Inputs.Find(name) }).Append(node.Id))
            {
                if (value?.AsText is { Length: > 0 } identity)
                {
                    identities.Add(identity);
                }
            }

            _identities.Add(node, identities);
        }

        return identities.Contains(text);
    }

    private static bool IsOwn(ResourceNode node) => node.Operation != ResourceOperation.Read;
}
