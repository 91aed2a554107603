using Infra.Preview.Diff;
using Infra.Preview.Model;

namespace Infra.Preview.Diagrams.Building;

/// <summary>What happens to resources between two versions; nothing when none are compared.</summary>
internal sealed class Changes
{
    private readonly Dictionary<string, ChangeKind> _kinds = new(StringComparer.Ordinal);
    private readonly HashSet<ResourceNode> _deleted = [];

    public Changes(GraphDifference? difference)
    {
        foreach (var change in difference?.Changes ?? [])
        {
            if (change.After is { } after)
            {
                _kinds[after.Urn] = change.Kind;
            }
            else
            {
                _deleted.Add(change.Before!);
            }
        }

        if (_deleted.Count > 0)
        {
            Before = new ResourceGraph(difference!.Changes.Select(change => change.Before).OfType<ResourceNode>());
        }
    }

    /// <summary>The old version; null when nothing of it goes.</summary>
    public ResourceGraph? Before { get; }

    /// <summary>Whether a resource of the old version goes.</summary>
    public bool IsDeleted(ResourceNode node) => _deleted.Contains(node);

    /// <summary>What happens to a node: what happens to all it stands for, else the gravest. A node that stays while a part of it comes or goes is updated.</summary>
    public ChangeKind Of(IReadOnlyList<ResourceNode> members, IReadOnlyList<string> urns)
    {
        if (members.All(IsDeleted))
        {
            return ChangeKind.Delete;
        }

        var own = members.Select(member => _kinds.GetValueOrDefault(member.Urn)).Distinct().ToList();
        if (own is [not ChangeKind.Same])
        {
            return own[0];
        }

        return own.Contains(ChangeKind.Replace) ? ChangeKind.Replace
            : urns.Any(urn => _kinds.GetValueOrDefault(urn) != ChangeKind.Same) ? ChangeKind.Update
            : ChangeKind.Same;
    }
}
