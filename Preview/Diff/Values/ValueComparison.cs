using Infra.Preview.Model;

namespace Infra.Preview.Diff.Values;

/// <summary>
/// Finds the places where two values differ. Text that holds JSON is compared as JSON, sets without regard to order, lists of named
/// objects by name. A secret is compared but never entered.
/// </summary>
internal sealed class ValueComparison(string type, Func<PropertyValue, PropertyValue, bool?> sameFile)
{
    private readonly List<ValueDifference> _found = [];
    private readonly List<string> _uncompared = [];

    public IReadOnlyList<ValueDifference> Found => _found;

    /// <summary>Paths of secrets of which one side is withheld.</summary>
    public IReadOnlyList<string> Uncompared => _uncompared;

    public void Compare(IReadOnlyList<PathStep> path, PropertyValue? before, PropertyValue? after)
    {
        before = Present(before);
        after = Present(after);
        if (before is SecretValue || after is SecretValue)
        {
            Secrets(path, before, after);
            return;
        }

        switch (before, after)
        {
            case (null, null):
                break;
            case (MapValue left, MapValue right):
                foreach (var key in left.Keys.Union(right.Keys).Order(StringComparer.Ordinal))
                {
                    Compare([.. path, new PathStep(key)], left.Find(key), right.Find(key));
                }

                break;
            case (ListValue left, ListValue right):
                Lists(path, left, right);
                break;
            // A policy may give one value where another gives a list of one.
            case (ListValue left, TextValue) when SetProperties.IsSet(type, path):
                Lists(path, left, ListValue.Of(after));
                break;
            case (TextValue, ListValue right) when SetProperties.IsSet(type, path):
                Lists(path, ListValue.Of(before), right);
                break;
            case (TextValue left, TextValue right) when left != right && JsonTexts.Parse(left.Value) is { } old && JsonTexts.Parse(right.Value) is { } young:
                Compare(path, old, young);
                break;
            case (AssetValue or ArchiveValue, AssetValue or ArchiveValue):
                Files(path, before, after);
                break;
            default:
                if (!Equals(before, after))
                {
                    _found.Add(new ValueDifference(path, before, after));
                }

                break;
        }
    }

    private void Secrets(IReadOnlyList<PathStep> path, PropertyValue? before, PropertyValue? after)
    {
        if (IsWithheld(before) || IsWithheld(after))
        {
            if (before is null || after is null)
            {
                _found.Add(new ValueDifference(path, before, after));
            }
            else
            {
                _uncompared.Add(PathStep.Text(path));
            }

            return;
        }

        var inner = new ValueComparison(type, sameFile);
        inner.Compare(path, before?.Plain(), after?.Plain());
        if (inner.Found.Count > 0)
        {
            // Neither the values nor the places inside a secret are anyone's business.
            _found.Add(new ValueDifference(path, AsSecret(before), AsSecret(after)));
        }
        else if (before is not SecretValue || after is not SecretValue)
        {
            _found.Add(new ValueDifference(path, AsSecret(before), AsSecret(after), after is SecretValue ? "is a secret now" : "is no secret any more"));
        }
    }

    private void Lists(IReadOnlyList<PathStep> path, ListValue before, ListValue after)
    {
        if (SetProperties.KeyOf(before, after) is { } name)
        {
            Named(path, before, after, name);
            return;
        }

        if (SetProperties.IsSet(type, path))
        {
            var (gone, added) = Rest(before, after);
            IReadOnlyList<PathStep> element = [.. path, new PathStep(null)];
            if (gone is [var old] && added is [var young] && old is MapValue && young is MapValue)
            {
                Compare(element, old, young);
                return;
            }

            _found.AddRange(gone.Select(item => new ValueDifference(element, item, null)));
            _found.AddRange(added.Select(item => new ValueDifference(element, null, item)));
            return;
        }

        // What both begin and end with stays; the rest is compared by position.
        var start = 0;
        while (start < Math.Min(before.Count, after.Count) && Same(before.Items[start], after.Items[start]))
        {
            start++;
        }

        var end = 0;
        while (end < Math.Min(before.Count, after.Count) - start && Same(before.Items[^(end + 1)], after.Items[^(end + 1)]))
        {
            end++;
        }

        for (var index = start; index < Math.Max(before.Count, after.Count) - end; index++)
        {
            Compare(
                [.. path, new PathStep(null, index)],
                index < before.Count - end ? before.Items[index] : null,
                index < after.Count - end ? after.Items[index] : null);
        }
    }

    private void Named(IReadOnlyList<PathStep> path, ListValue before, ListValue after, string name)
    {
        var left = before.Items.ToDictionary(item => item[name].AsText!, StringComparer.Ordinal);
        var right = after.Items.ToDictionary(item => item[name].AsText!, StringComparer.Ordinal);
        var start = _found.Count;
        foreach (var label in right.Keys.Concat(left.Keys.Except(right.Keys)))
        {
            var index = after.Items.ToList().FindIndex(item => item[name].AsText == label);
            Compare([.. path, new PathStep(null, index, label)], left.GetValueOrDefault(label), right.GetValueOrDefault(label));
        }

        if (_found.Count == start && !SetProperties.IsSet(type, path) && !left.Keys.SequenceEqual(right.Keys))
        {
            _found.Add(new ValueDifference(path, ListValue.Of(left.Keys.Select(key => new TextValue(key))), ListValue.Of(right.Keys.Select(key => new TextValue(key))), "order"));
        }
    }

    private void Files(IReadOnlyList<PathStep> path, PropertyValue before, PropertyValue after)
    {
        if (before is ArchiveValue { Members: { } left } && after is ArchiveValue { Members: { } right })
        {
            Compare(path, left, right);
        }
        else if (sameFile(before, after) is { } same)
        {
            if (!same)
            {
                _found.Add(new ValueDifference(path, before, after, "content"));
            }
        }
        else if (!Equals(before, after))
        {
            _found.Add(new ValueDifference(path, before, after));
        }
    }

    private (List<PropertyValue> Gone, List<PropertyValue> Added) Rest(ListValue before, ListValue after)
    {
        var gone = before.Items.ToList();
        var added = new List<PropertyValue>();
        foreach (var item in after.Items)
        {
            var at = gone.FindIndex(other => Same(other, item));
            if (at >= 0)
            {
                gone.RemoveAt(at);
            }
            else
            {
                added.Add(item);
            }
        }

        return (gone, added);
    }

    private bool Same(PropertyValue left, PropertyValue right)
    {
        var inner = new ValueComparison(type, sameFile);
        inner.Compare([], left, right);
        return inner.Found.Count == 0;
    }

    private static PropertyValue? Present(PropertyValue? value) => value switch
    {
        OutputValue output => Present(output.WithoutDependencies),
        { IsNull: true } => null,
        _ => value,
    };

    private static bool IsWithheld(PropertyValue? value) => value is SecretValue { Inner: TextValue { Value: PropertyJson.Withheld } };

    private static SecretValue? AsSecret(PropertyValue? value) => value is null ? null : new SecretValue(value);
}
