using Infra.Preview.Diff.Access;
using Infra.Preview.Diff.Forecast;
using Infra.Preview.Diff.Matching;
using Infra.Preview.Diff.Values;
using Infra.Preview.Engine;
using Infra.Preview.Model;

namespace Infra.Preview.Diff;

/// <summary>Says of each pair of resources what a deployment would do, given what is known to be replaced so far.</summary>
internal sealed class ResourceJudge(
    ComputedValues values,
    Sources sources,
    IReadOnlySet<ResourceNode> replaced,
    IReadOnlyDictionary<string, string> renamed,
    Func<PropertyValue, PropertyValue, bool?> sameFile)
{
    private readonly HashSet<string> _replacedUrns = [.. replaced.Select(node => node.Urn)];

    public ResourceChange Judge(ResourcePair pair) => pair switch
    {
        { Before: null } => new ResourceChange
        {
            Kind = ChangeKind.Create,
            After = pair.After,
            Access = AccessComparison.Of(pair.After!.Type, MapValue.Empty, Resolved(pair.After, _ => [])),
        },
        { After: null } => Deleted(pair.Before),
        _ => Both(pair, pair.Before, pair.After),
    };

    /// <summary>The differences in the stack outputs.</summary>
    public IReadOnlyList<PropertyChange> Outputs(MapValue before, MapValue after)
    {
        var comparison = new ValueComparison(ResourceNode.StackType, sameFile);
        var awaited = new List<ResourceNode>();
        comparison.Compare([], before, values.Resolve(after, sources: null, awaited));
        return [.. comparison.Found.Select(found => new PropertyChange(found.Path, found.Before, found.After, ReplaceEffect.InPlace, found.Reason))];
    }

    private static ResourceChange Deleted(ResourceNode node) => new()
    {
        Kind = ChangeKind.Delete,
        Before = node,
        Access = AccessComparison.Of(node.Type, node.Inputs, MapValue.Empty),
        DataLoss = node.RetainOnDelete ? null : StatefulTypes.Loss(node),
        Refused = Refusal(node, "delete"),
        Notes = node.RetainOnDelete && node.Custom ? ["it stays in AWS, outside of the stack (retainOnDelete)"] : [],
    };

    private ResourceChange Both(ResourcePair pair, ResourceNode before, ResourceNode after)
    {
        var comparison = new ValueComparison(after.Type, sameFile);
        var waits = after.Inputs.Keys.ToDictionary(name => name, _ => new List<ResourceNode>(), StringComparer.Ordinal);
        var resolved = Resolved(after, name => waits[name]);
        var inputs = IgnoredChanges.Reset(before.Inputs, resolved, after.IgnoreChanges);
        var properties = new List<PropertyChange>();
        foreach (var name in before.Inputs.Keys.Union(inputs.Keys).Where(name => !name.StartsWith("__", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            var awaited = waits.GetValueOrDefault(name, []);
            var young = inputs.Find(name);
            if (young is { ContainsUnknowns: true } && awaited.Count == 0)
            {
                // Kept unknown by the preview itself: the source says whether it is another value.
                if (ReplacedSources(name, after) is { Length: > 0 } changed)
                {
                    properties.Add(Property(after, new ValueDifference([new PathStep(name)], before.Inputs.Find(name), PropertyValue.Unknown), changed));
                    continue;
                }

                if (young.IsUnknown && StaysUnknown(name, before, after))
                {
                    continue;
                }
            }

            var start = comparison.Found.Count;
            comparison.Compare([new PathStep(name)], before.Inputs.Find(name), young);
            var reason = awaited.Count == 0 ? null : Sentence(awaited);
            properties.AddRange(comparison.Found.Skip(start).Select(found => Property(after, found, reason)));
        }

        properties.AddRange(OptionChanges.Of(before, after));
        var forced = Forced(before, after, properties);
        var moved = pair.Match != MatchKind.Urn;
        var undeclared = pair.Match == MatchKind.Likeness;
        var kind = undeclared ? ChangeKind.Move
            : forced.Count > 0 ? ChangeKind.Replace
            : properties.Count > 0 ? ChangeKind.Update
            : moved ? ChangeKind.Move
            : ChangeKind.Same;
        var ends = kind == ChangeKind.Replace || undeclared;
        var loss = ends && !before.RetainOnDelete ? (undeclared ? StatefulTypes.Loss(before) : StatefulTypes.ReplacementLoss(before)) : null;
        return new ResourceChange
        {
            Kind = kind,
            Before = before,
            After = after,
            Properties = properties,
            ForcedBy = ends ? forced : [],
            DataLoss = loss,
            PossibleDataLoss = kind == ChangeKind.Update && !before.RetainOnDelete && properties.Exists(property => property.Effect == ReplaceEffect.Unknown)
                ? StatefulTypes.ReplacementLoss(before)
                : null,
            Refused = ends ? Refusal(before, undeclared ? "delete" : "replace") : null,
            MissingAlias = undeclared && !pair.IsCovered ? AliasAdvice.Line(before, after, renamed) : null,
            IsDeclaredMove = moved && !undeclared,
            Access = AccessComparison.Of(after.Type, before.Inputs, inputs),
            Notes = [.. Notes(pair, before, after, kind)],
            Uncompared = comparison.Uncompared,
        };
    }

    private MapValue Resolved(ResourceNode node, Func<string, List<ResourceNode>> awaited) => new(node.Inputs.Select(input =>
        KeyValuePair.Create(input.Key, values.Resolve(input.Value, sources.Of(node, input.Key), awaited(input.Key)))));

    private string Sentence(List<ResourceNode> makers)
    {
        var names = makers.Distinct().OrderBy(maker => maker.Urn, StringComparer.Ordinal).ToLookup(replaced.Contains, maker => maker.Name);
        return "from " + string.Join(", ", names[true].Select(name => $"{name} (replaced)").Concat(names[false].Select(name => $"{name} (new)")));
    }

    // An output that the preview keeps unknown is the same as long as the resource it comes from stays.
    private bool StaysUnknown(string name, ResourceNode before, ResourceNode after)
    {
        var present = after.PropertyDependencies.GetValueOrDefault(name) ?? [];
        var earlier = (before.PropertyDependencies.GetValueOrDefault(name) ?? []).Select(urn => renamed.GetValueOrDefault(urn, urn));
        return before.Inputs.ContainsKey(name) && present.Count > 0 && present.ToHashSet().SetEquals(earlier);
    }

    private string ReplacedSources(string name, ResourceNode after)
    {
        var changed = (after.PropertyDependencies.GetValueOrDefault(name) ?? []).Where(_replacedUrns.Contains).ToList();
        return changed.Count == 0 ? "" : $"from {string.Join(", ", changed.Select(urn => $"{Urns.Name(urn)} (replaced)"))}";
    }

    private static PropertyChange Property(ResourceNode node, ValueDifference found, string? reason)
    {
        var asked = node.ReplaceOnChanges.Any(path => new PropertyPattern(path).Touches(found.Steps));
        var effect = asked ? ReplaceEffect.Replaces
            : !node.Custom ? ReplaceEffect.InPlace
            : ReplacingProperties.Of(node.Type, found.Steps);
        var why = string.Join("; ", new[] { found.Reason, found.After is null ? null : reason, asked ? "replaceOnChanges" : null }.OfType<string>());
        return new PropertyChange(found.Path, found.Before, found.After, effect, why.Length == 0 ? null : why)
        {
            Hidden = node.HideDiffs.Any(path => new PropertyPattern(path).Touches(found.Steps)),
        };
    }

    private List<string> Forced(ResourceNode before, ResourceNode after, List<PropertyChange> properties)
    {
        var forced = properties.Where(property => property.Effect == ReplaceEffect.Replaces).Select(property => property.Path).ToList();
        if (after.ReplacementTrigger is { } trigger && before.ReplacementTrigger is { } old && trigger.Plain() != old.Plain())
        {
            forced.Add("(replacementTrigger)");
        }

        forced.AddRange(after.ReplaceWith.Where(_replacedUrns.Contains).Select(urn => $"(replaceWith {Urns.Name(urn)})"));
        if (after.ProviderNode is { } provider && replaced.Contains(provider))
        {
            forced.Add($"(provider {provider.Name} is replaced)");
        }

        return forced;
    }

    // The engine looks at the state, which holds what the old version said.
    private static string? Refusal(ResourceNode node, string verb) => node.Protect
        ? $"it is protected: Pulumi refuses to {verb} it. If that is meant: pulumi state unprotect '{node.Urn}'"
        : null;

    private static IEnumerable<string> Notes(ResourcePair pair, ResourceNode before, ResourceNode after, ChangeKind kind)
    {
        if (pair.Match == MatchKind.Alias)
        {
            yield return $"was {before.Name}{(before.Parent?.Name == after.Parent?.Name ? "" : $" in {before.Parent?.Name}")} (alias)";
        }
        else if (pair.Match == MatchKind.Likeness && pair.IsCovered)
        {
            yield return $"was {before.Name}; the alias of its parent brings it along";
        }

        if (kind == ChangeKind.Replace)
        {
            if (after.DeleteBeforeReplace == true)
            {
                yield return "deleted before the new one is made (deleteBeforeReplace)";
            }

            if (before.RetainOnDelete)
            {
                yield return "the old one stays in AWS, outside of the stack (retainOnDelete); the new one starts empty";
            }
        }
    }
}
