namespace Infra.Preview.Model;

/// <summary>
/// The order of a graph. Programs register concurrently, so the order of arrival differs from run to run and cannot be shown.
/// The tree is walked from its roots, every parent directly before its children. Roots: the stack, then anything without a parent.
/// Siblings: providers first, then components, then resources; within each by type, then by name with digits compared as numbers
/// (`subnet-2` before `subnet-10`), then by URN.
/// </summary>
public static class GraphOrder
{
    /// <summary>The nodes in that order. A node whose parent is not among them counts as a root.</summary>
    public static IReadOnlyList<ResourceNode> Sort(IEnumerable<ResourceNode> nodes)
    {
        var all = nodes as IReadOnlyCollection<ResourceNode> ?? [.. nodes];
        var known = all.ToHashSet();
        var roots = new List<ResourceNode>();
        var children = new Dictionary<ResourceNode, List<ResourceNode>>(all.Count);
        foreach (var node in all)
        {
            if (node.Parent is { } parent && known.Contains(parent))
            {
                if (!children.TryGetValue(parent, out var siblings))
                {
                    children.Add(parent, siblings = []);
                }

                siblings.Add(node);
            }
            else
            {
                roots.Add(node);
            }
        }

        var sorted = new List<ResourceNode>(all.Count);
        var pending = new Stack<ResourceNode>();
        Push(roots);
        while (pending.TryPop(out var node))
        {
            sorted.Add(node);
            if (children.TryGetValue(node, out var siblings))
            {
                Push(siblings);
            }
        }

        return sorted;

        void Push(List<ResourceNode> siblings)
        {
            siblings.Sort(Compare);
            for (var index = siblings.Count - 1; index >= 0; index--)
            {
                pending.Push(siblings[index]);
            }
        }
    }

    /// <summary>Compares two siblings.</summary>
    public static int Compare(ResourceNode left, ResourceNode right)
    {
        var order = Rank(left).CompareTo(Rank(right));
        order = order != 0 ? order : string.CompareOrdinal(left.Type, right.Type);
        order = order != 0 ? order : CompareNames(left.Name, right.Name);
        return order != 0 ? order : string.CompareOrdinal(left.Urn, right.Urn);
    }

    private static int Rank(ResourceNode node) => node.IsStack ? 0 : node.IsProvider ? 1 : !node.Custom ? 2 : 3;

    // Ordinal, except that a run of digits counts as one number: no culture data, the same on every machine.
    internal static int CompareNames(string left, string right)
    {
        int l = 0, r = 0;
        while (l < left.Length && r < right.Length)
        {
            if (char.IsAsciiDigit(left[l]) && char.IsAsciiDigit(right[r]))
            {
                var a = Digits(left, ref l);
                var b = Digits(right, ref r);
                var order = a.Length != b.Length ? a.Length.CompareTo(b.Length) : a.SequenceCompareTo(b);
                if (order != 0)
                {
                    return order;
                }
            }
            else if (left[l] != right[r])
            {
                return left[l].CompareTo(right[r]);
            }
            else
            {
                l++;
                r++;
            }
        }

        var rest = (left.Length - l).CompareTo(right.Length - r);
        return rest != 0 ? rest : string.CompareOrdinal(left, right);
    }

    private static ReadOnlySpan<char> Digits(string text, ref int position)
    {
        var start = position;
        while (position < text.Length && char.IsAsciiDigit(text[position]))
        {
            position++;
        }

        return text.AsSpan(start, position - start).TrimStart('0');
    }
}
