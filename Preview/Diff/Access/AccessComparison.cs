using Infra.Preview.Diff.Values;
using Infra.Preview.Model;

namespace Infra.Preview.Diff.Access;

/// <summary>Says of a changed resource who may do or reach more or less.</summary>
internal static class AccessComparison
{
    // Links whose existence alone is a permission, and the inputs that say which.
    private static readonly Dictionary<string, string[]> Grants = new(StringComparer.Ordinal)
    {
        ["aws:iam/rolePolicyAttachment:RolePolicyAttachment"] = ["policyArn"],
        ["aws:iam/userPolicyAttachment:UserPolicyAttachment"] = ["policyArn"],
        ["aws:iam/groupPolicyAttachment:GroupPolicyAttachment"] = ["policyArn"],
        ["aws:lambda/permission:Permission"] = ["principal", "action", "sourceArn"],
        ["aws:eks/accessPolicyAssociation:AccessPolicyAssociation"] = ["principalArn", "policyArn"],
    };

    public static IReadOnlyList<AccessChange> Of(string type, MapValue before, MapValue after) =>
    [
        .. SecurityGroups.Compare(type, before, after),
        .. Policies(before, after),
        .. Granted(type, before, after),
    ];

    private static IEnumerable<AccessChange> Policies(MapValue before, MapValue after)
    {
        var (old, young) = (Documents(before), Documents(after));
        return old.Keys.Union(young.Keys).Order(StringComparer.Ordinal).SelectMany(path =>
            PolicyComparison.Compare(old.GetValueOrDefault(path, MapValue.Empty), young.GetValueOrDefault(path, MapValue.Empty)));
    }

    private static IEnumerable<AccessChange> Granted(string type, MapValue before, MapValue after)
    {
        if (!Grants.TryGetValue(type, out var names))
        {
            yield break;
        }

        var (old, young) = (Text(before), Text(after));
        if (old == young)
        {
            yield break;
        }

        if (young.Length > 0)
        {
            yield return new AccessChange(AccessDirection.Widens, $"grants {young}");
        }

        if (old.Length > 0)
        {
            yield return new AccessChange(AccessDirection.Narrows, $"no longer grants {old}");
        }

        string Text(MapValue inputs) => inputs.Count == 0 ? "" : string.Join(", ", names.Select(name => AccessText.Of(inputs[name])).Where(text => text.Length > 0));
    }

    // Policies are JSON texts, at any depth; a secret one is not read.
    private static SortedList<string, MapValue> Documents(MapValue inputs)
    {
        var found = new SortedList<string, MapValue>(StringComparer.Ordinal);
        Visit(inputs, "");
        return found;

        void Visit(PropertyValue value, string path)
        {
            switch (value)
            {
                case TextValue text when JsonTexts.Parse(text.Value) is MapValue map && map.ContainsKey("Statement"):
                    found[path] = map;
                    break;
                case MapValue map:
                    foreach (var (key, member) in map)
                    {
                        Visit(member, $"{path}.{key}");
                    }

                    break;
                case ListValue list:
                    for (var index = 0; index < list.Count; index++)
                    {
                        Visit(list.Items[index], $"{path}[{list.Items[index]["name"].AsText ?? $"{index}"}]");
                    }

                    break;
                default:
                    break;
            }
        }
    }
}
