using Infra.Preview.Model;

namespace Infra.Preview.Diff.Forecast;

/// <summary>The resources that a property's value can come from: those it depends on, what these depend on, and so on.</summary>
internal sealed class Sources(ResourceGraph graph)
{
    private readonly Dictionary<string, HashSet<string>> _known = new(StringComparer.Ordinal);

    /// <summary>URNs of everything that an input depends on, however indirectly.</summary>
    public IReadOnlySet<string> Of(ResourceNode node, string property)
    {
        var direct = node.PropertyDependencies.GetValueOrDefault(property) ?? [];
        var all = new HashSet<string>(direct, StringComparer.Ordinal);
        foreach (var urn in direct)
        {
            all.UnionWith(Of(urn));
        }

        return all;
    }

    private HashSet<string> Of(string urn)
    {
        if (_known.TryGetValue(urn, out var known))
        {
            return known;
        }

        var all = new HashSet<string>(StringComparer.Ordinal);
        var pending = new Stack<string>([urn]);
        while (pending.TryPop(out var next))
        {
            if (graph.TryFind(next, out var node))
            {
                foreach (var source in node.Dependencies.Concat(node.PropertyDependencies.Values.SelectMany(urns => urns)))
                {
                    if (all.Add(source))
                    {
                        pending.Push(source);
                    }
                }
            }
        }

        return _known[urn] = all;
    }
}
