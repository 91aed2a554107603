using Infra.Preview.Engine;
using Infra.Preview.Model;
using Infra.Preview.Rendering;

namespace Infra.Preview.Diff.Matching;

/// <summary>Finds what of one version is what of the other.</summary>
internal sealed class ResourceMatcher
{
    private readonly Dictionary<string, ResourceNode> _free;
    private readonly Dictionary<ResourceNode, ResourcePair> _pairs = [];
    private readonly ResourceGraph _before;
    private readonly ResourceGraph _after;

    public ResourceMatcher(ResourceGraph before, ResourceGraph after)
    {
        _before = before;
        _after = after;
        // Providers that no one asked for are named after their version; people do not see them.
        _free = before.Nodes.Where(node => !ResourceTree.IsHidden(node)).ToDictionary(node => Key(node.Urn), StringComparer.Ordinal);
    }

    /// <summary>A URN without stack and project: what two stacks of a program have in common. The stack itself is named after both.</summary>
    public static string Key(string urn) => Urns.Type(urn) == ResourceNode.StackType ? ResourceNode.StackType : $"{Urns.QualifiedType(urn)}::{Urns.Name(urn)}";

    /// <summary>Pairs for every resource: the new version's in tree order, then what only the old one has, in tree order.</summary>
    public IReadOnlyList<ResourcePair> Match()
    {
        foreach (var node in Shown())
        {
            Take(node, [Key(node.Urn)], MatchKind.Urn);
        }

        foreach (var node in Shown().Where(IsOpen))
        {
            Take(node, node.Aliases.Select(Key), MatchKind.Alias);
        }

        foreach (var component in _after.Nodes.Where(node => IsOpen(node) && !node.Custom && !node.IsStack))
        {
            if (IsOpen(component) && BestComponent(component) is { } old)
            {
                PairTree(old, component, covered: false);
            }
        }

        foreach (var (node, old) in Likeness.Best(Shown().Where(node => IsOpen(node) && node.Custom), FreeInOrder().Where(node => node.Custom)))
        {
            Pair(old, node, MatchKind.Likeness);
        }

        return [
            .. Shown().Select(node => _pairs.GetValueOrDefault(node) ?? new ResourcePair(null, node, MatchKind.None)),
            .. FreeInOrder().Select(node => new ResourcePair(node, null, MatchKind.None)),
        ];
    }

    private bool IsOpen(ResourceNode node) => !_pairs.ContainsKey(node);

    private IEnumerable<ResourceNode> Shown() => _after.Nodes.Where(node => !ResourceTree.IsHidden(node));

    private IEnumerable<ResourceNode> FreeInOrder() => _before.Nodes.Where(node => _free.ContainsKey(Key(node.Urn)));

    private void Take(ResourceNode node, IEnumerable<string> keys, MatchKind match)
    {
        foreach (var key in keys)
        {
            if (_free.TryGetValue(key, out var old))
            {
                Pair(old, node, match);
                return;
            }
        }
    }

    private void Pair(ResourceNode before, ResourceNode after, MatchKind match, bool covered = false)
    {
        _free.Remove(Key(before.Urn));
        _pairs[after] = new ResourcePair(before, after, match) { IsCovered = covered };
    }

    // A component moved when most of what is in it is in a vanished one of its type.
    private ResourceNode? BestComponent(ResourceNode component)
    {
        var shape = Shape(_after, component);
        var candidates = FreeInOrder()
            .Where(node => node.Type == component.Type && !node.Custom)
            .Select(node => (Node: node, Score: Overlap(shape, Shape(_before, node)) + (node.Name == component.Name ? 1 : 0)))
            .Where(candidate => candidate.Score >= 0.5)
            .OrderByDescending(candidate => candidate.Score)
            .ToList();
        return candidates is [var best] || (candidates.Count > 1 && candidates[0].Score > candidates[1].Score) ? candidates[0].Node : null;
    }

    private static List<string> Shape(ResourceGraph graph, ResourceNode component) =>
        [.. graph.DescendantsOf(component).Select(node => $"{node.Type} {Suffix(node.Name, component.Name)}").Order(StringComparer.Ordinal)];

    private static double Overlap(List<string> left, List<string> right)
    {
        if (left.Count + right.Count == 0)
        {
            return 1;
        }

        var common = left.Intersect(right, StringComparer.Ordinal).Count();
        return (double)common / Math.Max(left.Count, right.Count);
    }

    private void PairTree(ResourceNode old, ResourceNode young, bool covered)
    {
        Pair(old, young, MatchKind.Likeness, covered);
        var free = _before.ChildrenOf(old).Where(node => _free.ContainsKey(Key(node.Urn))).ToList();
        foreach (var child in _after.ChildrenOf(young).Where(IsOpen))
        {
            var same = free.Find(node => node.Type == child.Type && node.Name == Inherited(child.Name, young.Name, old.Name))
                ?? free.Find(node => node.Type == child.Type && Suffix(node.Name, old.Name) == Suffix(child.Name, young.Name));
            if (same is not null)
            {
                free.Remove(same);
                PairTree(same, child, covered: same.Name == Inherited(child.Name, young.Name, old.Name));
            }
        }
    }

    // As the SDKs have it: a child named after its parent was named after the parent's old name.
    private static string Inherited(string child, string parent, string oldParent) =>
        child.StartsWith(parent, StringComparison.Ordinal) ? oldParent + child[parent.Length..] : child;

    private static string Suffix(string name, string parent) => name.StartsWith(parent, StringComparison.Ordinal) ? name[parent.Length..] : name;
}
