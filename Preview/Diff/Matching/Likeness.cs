using Infra.Preview.Engine;
using Infra.Preview.Model;

namespace Infra.Preview.Diff.Matching;

/// <summary>Recognises resources that were renamed or given another parent, by what they are made of.</summary>
internal static class Likeness
{
    private const double Renamed = 0.8;
    private const double Reparented = 0.5;
    private const int FewestProperties = 2;

    // What a rename itself changes.
    private static readonly HashSet<string> NamedAfter = new(StringComparer.Ordinal) { "name", "namePrefix", "tags", "__defaults" };

    // Links between two others: cheap to make anew, and so much alike that a likeness says nothing.
    private static readonly HashSet<string> Links = new(StringComparer.Ordinal)
    {
        "aws:ec2/route:Route", "aws:ec2/routeTableAssociation:RouteTableAssociation", "aws:ec2/securityGroupRule:SecurityGroupRule",
        "aws:iam/rolePolicyAttachment:RolePolicyAttachment", "aws:lambda/permission:Permission",
        "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule", "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
    };

    /// <summary>
    /// Pairs those that are like each other and like no one else. Of equal type, and either of the same name with half of the inputs equal, or
    /// of another name with four of five equal. Inputs that come from other resources count as equal: their ids are invented.
    /// </summary>
    public static IEnumerable<(ResourceNode After, ResourceNode Before)> Best(IEnumerable<ResourceNode> after, IEnumerable<ResourceNode> before)
    {
        var old = before.ToList();
        var scores = after.SelectMany(node => old
            .Where(candidate => candidate.Type == node.Type && !node.IsProvider && candidate.Operation == node.Operation)
            .Select(candidate => (After: node, Before: candidate, Score: Score(node, candidate)))
            .Where(entry => entry.Score > 0))
            .ToList();
        foreach (var entry in scores)
        {
            var rivals = scores.Where(other => other.Score >= entry.Score && other != entry && (other.After == entry.After || other.Before == entry.Before));
            if (!rivals.Any())
            {
                yield return (entry.After, entry.Before);
            }
        }
    }

    // 0 = not alike; a kept name goes before every likeness.
    private static double Score(ResourceNode after, ResourceNode before)
    {
        var names = after.Inputs.Keys.Union(before.Inputs.Keys).Where(key => !NamedAfter.Contains(key)).ToList();
        var equal = names.Count(key => IsEqual(key, after, before));
        var likeness = names.Count == 0 ? 1 : (double)equal / names.Count;
        if (after.Name == before.Name)
        {
            return likeness >= Reparented ? 2 + likeness : 0;
        }

        return !Links.Contains(after.Type) && likeness >= Renamed && equal >= FewestProperties ? likeness : 0;
    }

    private static bool IsEqual(string key, ResourceNode after, ResourceNode before)
    {
        if (after.Inputs.Find(key) is not { } young || before.Inputs.Find(key) is not { } old)
        {
            return false;
        }

        return young.Plain() == old.Plain()
            || (after.PropertyDependencies.GetValueOrDefault(key) is { Count: > 0 } sources
                && before.PropertyDependencies.GetValueOrDefault(key) is { } earlier
                && sources.Select(Urns.Type).SequenceEqual(earlier.Select(Urns.Type)));
    }
}
