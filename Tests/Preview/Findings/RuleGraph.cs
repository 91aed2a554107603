using Infra.Preview.Model;
using Infra.Preview.Synthesis;
using Infra.Tests.Preview.Synthesis;

namespace Infra.Tests.Preview.Findings;

/// <summary>What of a hand-made graph is known.</summary>
internal enum Known
{
    /// <summary>Everything.</summary>
    All,

    /// <summary>The shape of inputs; every text, number and flag in them is unknown.</summary>
    Shape,

    /// <summary>The names of inputs.</summary>
    Names,
}

/// <summary>
/// Graphs by hand, a resource a line: its type without `aws:`, its name, its inputs as JSON. In the inputs `"@name"` is the id of the
/// resource of that name further up, `"@name.arn"` its output, and `{"json": …}` the text of a JSON document.
/// </summary>
internal static class RuleGraph
{
    public static ResourceGraph Of(string text, Known known = Known.All)
    {
        var nodes = new Dictionary<string, ResourceNode>(StringComparer.Ordinal);
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var (type, name, inputs) = line.Split(' ', 3) is [var first, var second, var third] ? (first, second, third) : throw new FormatException(line);
            nodes.Add(name, Node($"aws:{type}", name, (MapValue)JsonValues.Parse(inputs), nodes, known));
        }

        return new ResourceGraph(nodes.Values);
    }

    private static ResourceNode Node(string type, string name, MapValue given, Dictionary<string, ResourceNode> nodes, Known known)
    {
        var dependencies = new SortedList<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        var inputs = new Dictionary<string, PropertyValue>(StringComparer.Ordinal);
        foreach (var (property, value) in given)
        {
            var from = new List<string>();
            var resolved = Resolve(value, nodes, from, known);
            inputs.Add(property, known == Known.Names ? PropertyValue.Unknown : resolved);
            dependencies.Add(property, [.. from.Distinct()]);
        }

        var node = new ResourceNode
        {
            Urn = $"urn:pulumi:test::infra::{type}::{name}",
            Type = type,
            Name = name,
            Custom = true,
            Inputs = new MapValue(inputs),
            PropertyDependencies = dependencies,
        };
        return known == Known.All ? Nodes.Complete(node) : node;
    }

    private static PropertyValue Resolve(PropertyValue value, Dictionary<string, ResourceNode> nodes, List<string> from, Known known)
    {
        switch (value)
        {
            case MapValue map when map.Find("json") is { } document:
                var content = Resolve(document, nodes, from, known);
                return known == Known.All ? content.ToString() : PropertyValue.Unknown;
            case MapValue map:
                return new MapValue(map.Select(member => KeyValuePair.Create(member.Key, Resolve(member.Value, nodes, from, known))));
            case ListValue list:
                return new ListValue(list.Select(item => Resolve(item, nodes, from, known)));
            case TextValue { Value: ['@', .. var reference] }:
                var (name, output) = reference.Split('.') is [var first, var second] ? (first, second) : (reference, "id");
                from.Add(nodes[name].Urn);
                return known == Known.All ? nodes[name].Output(output).AsText ?? throw new FormatException(reference) : PropertyValue.Unknown;
            default:
                return known == Known.All || value is NullValue ? value : PropertyValue.Unknown;
        }
    }
}
