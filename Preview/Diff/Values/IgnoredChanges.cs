using System.Globalization;
using Infra.Preview.Model;

namespace Infra.Preview.Diff.Values;

/// <summary>Applies `ignoreChanges` as the engine does: at the named paths the new inputs take the old values.</summary>
internal static class IgnoredChanges
{
    public static MapValue Reset(MapValue before, MapValue after, IEnumerable<string> paths) =>
        paths.Aggregate(after, (inputs, path) => Reset(before, inputs, new PropertyPattern(path).Steps, 0) as MapValue ?? MapValue.Empty);

    private static PropertyValue? Reset(PropertyValue? before, PropertyValue? after, IReadOnlyList<string> steps, int at)
    {
        if (at == steps.Count)
        {
            return before;
        }

        var old = before?.Unwrapped;
        switch (after?.Unwrapped)
        {
            case MapValue map:
                return Wrapped(after, Members(old as MapValue ?? MapValue.Empty, map, steps, at));
            // What the new inputs lack is taken from the old ones only along a path of members.
            case null or NullValue when old is MapValue members && !PropertyPattern.IsAny(steps[at]):
                var made = Members(members, MapValue.Empty, steps, at);
                return made.Count == 0 ? after : made;
            case null or NullValue when old is MapValue && PropertyPattern.IsAny(steps[at]) && at == steps.Count - 1:
                return before;
            case ListValue list:
                var earlier = old as ListValue ?? ListValue.Empty;
                return Wrapped(after, new ListValue(list.Items.Select((item, index) =>
                    index < earlier.Count && Names(steps[at], index) ? Reset(earlier.Items[index], item, steps, at + 1) ?? PropertyValue.Null : item)));
            default:
                return after;
        }
    }

    private static MapValue Members(MapValue before, MapValue after, IReadOnlyList<string> steps, int at)
    {
        var names = PropertyPattern.IsAny(steps[at]) ? before.Keys.Union(after.Keys).ToList() : [steps[at]];
        foreach (var name in names)
        {
            var reset = Reset(before.Find(name), after.Find(name), steps, at + 1);
            after = reset is null ? after.Without(name) : after.With(name, reset);
        }

        return after;
    }

    private static bool Names(string step, int index) => PropertyPattern.IsAny(step) || step == index.ToString(CultureInfo.InvariantCulture);

    private static PropertyValue Wrapped(PropertyValue like, PropertyValue value) => like is SecretValue ? new SecretValue(value) : value;
}
