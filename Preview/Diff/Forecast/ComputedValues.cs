using Infra.Preview.Model;

namespace Infra.Preview.Diff.Forecast;

/// <summary>
/// Ids, ARNs and other outputs are invented, each version its own. In the new version's inputs this puts the old text of a resource that
/// stays, and "known after apply" for one that is new or replaced. A text counts only where the property depends on its maker: zones and
/// account numbers occur everywhere.
/// </summary>
internal sealed class ComputedValues
{
    /// <summary>What stands for an unknown part of a text.</summary>
    public const string Marker = "(known after apply)";

    // Shorter texts occur by chance.
    private const int ShortestPart = 12;
    private const int ShortestWhole = 6;

    // Outputs that belong to the account or region, not to the resource.
    private static readonly HashSet<string> Shared = new(StringComparer.Ordinal)
    {
        "accountId", "arnPartition", "availabilityZone", "availabilityZoneId", "availabilityZoneName", "availabilityZones", "hostedZoneId", "ownerId", "region", "registryId",
        "tags", "tagsAll", "urn", "zoneId",
    };

    private readonly Dictionary<string, List<(string? Text, ResourceNode Source)>> _texts = new(StringComparer.Ordinal);
    private readonly List<string> _parts;

    public ComputedValues(IEnumerable<(ResourceNode? Before, ResourceNode After, bool Replaced)> resources)
    {
        foreach (var (before, after, replaced) in resources)
        {
            foreach (var (text, old) in Texts(before, after))
            {
                var present = before is not null && !replaced ? old ?? text : IsNamed(before, after, text, old) ? text : null;
                if (!_texts.TryGetValue(text, out var makers))
                {
                    _texts.Add(text, makers = []);
                }

                makers.Add((present, after));
            }
        }

        foreach (var text in _texts.Where(entry => entry.Value.TrueForAll(maker => maker.Text == entry.Key)).Select(entry => entry.Key).ToList())
        {
            _texts.Remove(text);
        }

        _parts = [.. _texts.Keys.Where(text => text.Length >= ShortestPart).OrderByDescending(text => text.Length).ThenBy(text => text, StringComparer.Ordinal)];
    }

    /// <summary>
    /// The value as far as it is known; the resources whose new outputs it waits for are added to <paramref name="awaited"/>. Only outputs of
    /// <paramref name="sources"/> are looked for, of every resource when that is null.
    /// </summary>
    public PropertyValue Resolve(PropertyValue value, IReadOnlySet<string>? sources, ICollection<ResourceNode> awaited) => value switch
    {
        TextValue text => Resolve(text, sources, awaited),
        SecretValue secret => new SecretValue(Resolve(secret.Inner, sources, awaited)),
        OutputValue output => Resolve(output.WithoutDependencies, sources, awaited),
        ListValue list => new ListValue(list.Items.Select(item => Resolve(item, sources, awaited))),
        MapValue map => new MapValue(map.Select(member => KeyValuePair.Create(member.Key, Resolve(member.Value, sources, awaited)))),
        ArchiveValue { Members: { } members } archive => archive with { Members = (MapValue)Resolve(members, sources, awaited) },
        _ => value,
    };

    private PropertyValue Resolve(TextValue value, IReadOnlySet<string>? sources, ICollection<ResourceNode> awaited)
    {
        if (Find(value.Value, sources) is var (text, source))
        {
            if (text is null)
            {
                awaited.Add(source);
                return PropertyValue.Unknown;
            }

            return text;
        }

        return Parts(value.Value, sources, awaited);
    }

    // Two makers that would put different things in the same text leave it as it is.
    private (string? Text, ResourceNode Source)? Find(string text, IReadOnlySet<string>? sources)
    {
        if (!_texts.TryGetValue(text, out var makers))
        {
            return null;
        }

        var found = makers.Where(maker => sources is null || sources.Contains(maker.Source.Urn)).ToList();
        return found.Count > 0 && found.TrueForAll(maker => maker.Text == found[0].Text) ? found[0] : null;
    }

    private string Parts(string text, IReadOnlySet<string>? sources, ICollection<ResourceNode> awaited)
    {
        if (sources is { Count: 0 })
        {
            return text;
        }

        foreach (var part in _parts)
        {
            if (text.Contains(part, StringComparison.Ordinal) && Find(part, sources) is var (known, source))
            {
                if (known is null)
                {
                    awaited.Add(source);
                }

                text = text.Replace(part, known ?? Marker, StringComparison.Ordinal);
            }
        }

        return text;
    }

    // Every text among the outputs that is no input handed back, with the old version's text at the same place.
    private static IEnumerable<(string Text, string? Old)> Texts(ResourceNode? before, ResourceNode after)
    {
        if (!after.Custom || after.Operation == ResourceOperation.Read)
        {
            yield break;
        }

        if (after.Id is { Length: >= ShortestWhole } id && !after.Inputs.Values.Any(input => input.AsText == id))
        {
            yield return (id, before?.Id);
        }

        foreach (var (name, value) in after.Outputs.Where(output => !Shared.Contains(output.Key)))
        {
            foreach (var pair in Leaves(value, before?.Outputs.Find(name), after.Inputs.Find(name)))
            {
                yield return pair;
            }
        }
    }

    private static IEnumerable<(string Text, string? Old)> Leaves(PropertyValue value, PropertyValue? before, PropertyValue? input)
    {
        switch (value.Unwrapped)
        {
            case TextValue text when text.Value.Length >= ShortestWhole && input?.AsText != text.Value:
                yield return (text.Value, before?.AsText);
                break;
            case ListValue list:
                for (var index = 0; index < list.Count; index++)
                {
                    foreach (var pair in Leaves(list.Items[index], before?[index], input?[index]))
                    {
                        yield return pair;
                    }
                }

                break;
            case MapValue map:
                foreach (var (key, member) in map)
                {
                    foreach (var pair in Leaves(member, before?[key], input?[key]))
                    {
                        yield return pair;
                    }
                }

                break;
            default:
                break;
        }
    }

    // The ARN of a role or function ends with the name it is given: a new resource of that name has the same one.
    private static bool IsNamed(ResourceNode? before, ResourceNode after, string text, string? old) =>
        (before is null || text == old)
        && after.Inputs.Any(input => input.Key is "name" or "bucket" or "roleName" or "functionName" or "repository" or "identifier" or "clusterIdentifier"
            && input.Value.AsText is { Length: > 0 } name
            && (text == name || text.EndsWith($"/{name}", StringComparison.Ordinal) || text.EndsWith($":{name}", StringComparison.Ordinal)
                || text.EndsWith($":{name}:*", StringComparison.Ordinal)));
}
