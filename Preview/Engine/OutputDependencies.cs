using Infra.Preview.Model;

namespace Infra.Preview.Engine;

/// <summary>The dependencies that output values carry, and values without them.</summary>
internal static class OutputDependencies
{
    /// <summary>URNs of everything that output values in there depend on, ordinal order.</summary>
    public static IReadOnlyList<string> Of(PropertyValue value)
    {
        SortedSet<string>? urns = null;
        Collect(value, ref urns);
        return urns is null ? [] : [.. urns];
    }

    /// <summary>The map with every output value replaced by what it carries: unknown, secret or plain.</summary>
    public static MapValue Downgrade(MapValue map) => HasOutputs(map) ? (MapValue)Without(map) : map;

    private static PropertyValue Without(PropertyValue value) => value switch
    {
        OutputValue output => Without(output.WithoutDependencies),
        SecretValue secret => new SecretValue(Without(secret.Inner)),
        ListValue list => new ListValue(list.Items.Select(Without)),
        MapValue map => new MapValue(map.Select(member => KeyValuePair.Create(member.Key, Without(member.Value)))),
        _ => value,
    };

    private static bool HasOutputs(PropertyValue value) => value switch
    {
        OutputValue => true,
        SecretValue secret => HasOutputs(secret.Inner),
        ListValue list => list.Items.Any(HasOutputs),
        MapValue map => map.Values.Any(HasOutputs),
        _ => false,
    };

    private static void Collect(PropertyValue value, ref SortedSet<string>? urns)
    {
        switch (value)
        {
            case OutputValue output:
                if (output.Dependencies.Count > 0)
                {
                    (urns ??= new SortedSet<string>(StringComparer.Ordinal)).UnionWith(output.Dependencies);
                }

                if (output.Value is { } inner)
                {
                    Collect(inner, ref urns);
                }

                break;
            case SecretValue secret:
                Collect(secret.Inner, ref urns);
                break;
            case ListValue list:
                foreach (var item in list.Items)
                {
                    Collect(item, ref urns);
                }

                break;
            case MapValue map:
                foreach (var (_, member) in map)
                {
                    Collect(member, ref urns);
                }

                break;
            default:
                break;
        }
    }
}
