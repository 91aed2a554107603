using Infra.Preview.Model;

namespace Infra.Preview.Diff.Access;

/// <summary>Compares two IAM policy documents statement by statement and says what each difference allows or forbids.</summary>
internal static class PolicyComparison
{
    // Of a denial, more means less is allowed; of "everything but", too.
    private static readonly (string Name, string Label, bool Inverted)[] Parts =
    [
        ("Action", "action", false), ("NotAction", "not action", true),
        ("Resource", "resource", false), ("NotResource", "not resource", true),
        ("Principal", "principal", false), ("NotPrincipal", "not principal", true),
    ];

    public static IEnumerable<AccessChange> Compare(MapValue before, MapValue after)
    {
        var old = Statements(before);
        var young = Statements(after);
        foreach (var statement in young.ToList())
        {
            if (old.Find(other => other == statement) is { } same)
            {
                old.Remove(same);
                young.Remove(statement);
            }
        }

        foreach (var statement in young)
        {
            var partner = Partner(statement, old);
            if (partner is null)
            {
                yield return Whole(statement, added: true);
                continue;
            }

            old.Remove(partner);
            foreach (var change in Differences(partner, statement))
            {
                yield return change;
            }
        }

        foreach (var statement in old)
        {
            yield return Whole(statement, added: false);
        }
    }

    private static List<MapValue> Statements(MapValue document) => document.Find("Statement") switch
    {
        ListValue list => [.. list.Items.OfType<MapValue>()],
        MapValue one => [one],
        _ => [],
    };

    private static bool Denies(MapValue statement) => statement["Effect"].AsText == "Deny";

    private static MapValue? Partner(MapValue statement, List<MapValue> candidates) =>
        statement["Sid"].AsText is { Length: > 0 } sid
            ? candidates.Find(other => other["Sid"].AsText == sid)
            : candidates.Where(other => other["Sid"].AsText is null or "" && Denies(other) == Denies(statement))
                .Select(other => (Statement: other, Common: Parts.Count(part => Values(other, part.Name).Intersect(Values(statement, part.Name)).Any())))
                .Where(entry => entry.Common > 0)
                .OrderByDescending(entry => entry.Common)
                .Select(entry => entry.Statement)
                .FirstOrDefault();

    private static AccessChange Whole(MapValue statement, bool added)
    {
        var text = $"{(added ? "new" : "removed")} statement {Title(statement)}: "
            + string.Join(", ", Parts.SelectMany(part => Values(statement, part.Name).Select(value => $"{part.Label} {value}")));
        return new AccessChange(added != Denies(statement) ? AccessDirection.Widens : AccessDirection.Narrows, text);
    }

    private static IEnumerable<AccessChange> Differences(MapValue before, MapValue after)
    {
        var title = Title(after);
        var denies = Denies(after);
        if (Denies(before) != denies)
        {
            yield return new AccessChange(
                denies ? AccessDirection.Narrows : AccessDirection.Widens, $"{title}: effect {before["Effect"].AsText} is {after["Effect"].AsText} now");
        }

        foreach (var (name, label, inverted) in Parts)
        {
            var (old, young) = (Values(before, name), Values(after, name));
            // A part that appears or vanishes turns the statement's meaning round: "all but these" becomes "these".
            var turned = (old.Count == 0) != (young.Count == 0);
            foreach (var value in young.Except(old))
            {
                yield return new AccessChange(turned ? AccessDirection.Changes : Direction(true, inverted, denies), $"{title}: {label} {value} added");
            }

            foreach (var value in old.Except(young))
            {
                yield return new AccessChange(turned ? AccessDirection.Changes : Direction(false, inverted, denies), $"{title}: {label} {value} removed");
            }
        }

        foreach (var change in Conditions(before, after, title, denies))
        {
            yield return change;
        }
    }

    private static IEnumerable<AccessChange> Conditions(MapValue before, MapValue after, string title, bool denies)
    {
        var (old, young) = (Flat(before), Flat(after));
        foreach (var (name, values) in young)
        {
            if (!old.TryGetValue(name, out var earlier))
            {
                // Conditions must all hold: one more lets less through.
                yield return new AccessChange(Direction(false, false, denies), $"{title}: condition {name} added ({string.Join(", ", values)})");
                continue;
            }

            // Any of a condition's values will do, unless it says "not" or concerns every value of the request.
            var negated = name.Contains("Not", StringComparison.Ordinal);
            var plain = !name.StartsWith("Null", StringComparison.Ordinal) && !name.StartsWith("Bool", StringComparison.Ordinal)
                && !name.Contains("LessThan", StringComparison.Ordinal) && !name.Contains("GreaterThan", StringComparison.Ordinal);
            foreach (var value in values.Except(earlier))
            {
                yield return new AccessChange(plain ? Direction(true, negated, denies) : AccessDirection.Changes, $"{title}: condition {name} admits {value}");
            }

            foreach (var value in earlier.Except(values))
            {
                yield return new AccessChange(plain ? Direction(false, negated, denies) : AccessDirection.Changes, $"{title}: condition {name} no longer names {value}");
            }
        }

        foreach (var (name, values) in old.Where(entry => !young.ContainsKey(entry.Key)))
        {
            yield return new AccessChange(Direction(true, false, denies), $"{title}: condition {name} removed ({string.Join(", ", values)})");
        }
    }

    private static AccessDirection Direction(bool more, bool inverted, bool denies) =>
        more != inverted != denies ? AccessDirection.Widens : AccessDirection.Narrows;

    private static SortedList<string, HashSet<string>> Flat(MapValue statement)
    {
        var flat = new SortedList<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var (operation, keys) in statement["Condition"].AsMap ?? MapValue.Empty)
        {
            foreach (var (key, values) in keys.AsMap ?? MapValue.Empty)
            {
                flat[$"{operation} {key}"] = [.. AccessText.All(values)];
            }
        }

        return flat;
    }

    // A principal is `*`, or lists by kind.
    private static List<string> Values(MapValue statement, string part) => statement[part] switch
    {
        MapValue kinds => [.. kinds.SelectMany(kind => AccessText.All(kind.Value).Select(value => $"{kind.Key} {value}"))],
        var value => [.. AccessText.All(value)],
    };

    private static string Title(MapValue statement) =>
        $"{statement["Effect"].AsText ?? "Allow"}{(statement["Sid"].AsText is { Length: > 0 } sid ? $" \"{sid}\"" : "")}";
}
