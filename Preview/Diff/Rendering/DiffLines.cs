using Infra.Preview.Model;
using Infra.Preview.Rendering;

namespace Infra.Preview.Diff.Rendering;

/// <summary>The words for changes, the same in every form of report.</summary>
internal static class DiffLines
{
    // Longer values are cut in reports for people; --json has them whole.
    private const int LongestValue = 160;

    public static char Sign(ChangeKind kind) => kind switch
    {
        ChangeKind.Create => '+',
        ChangeKind.Delete => '-',
        ChangeKind.Update => '~',
        ChangeKind.Replace => '±',
        ChangeKind.Move => '>',
        _ => ' ',
    };

    public static string Title(ResourceChange change) =>
        $"{change.Kind.ToString().ToLowerInvariant()} {ResourceTree.ShortType(change.Node.Type)} {change.Node.Name}";

    /// <summary>Everything about a change below its title.</summary>
    public static IEnumerable<DiffLine> Details(ResourceChange change, SecretTexts secrets)
    {
        if (change.ForcedBy.Count > 0)
        {
            yield return new DiffLine('!', $"{(change.Kind == ChangeKind.Move ? "would also be replaced by" : "forced by")} {string.Join(", ", change.ForcedBy)}", 1);
        }

        if (change.MissingAlias is { } alias)
        {
            yield return new DiffLine('!', $"looks like {change.Before!.Name} moved; as it stands, the old one is deleted and a new one made. To keep it, add to its options:", 1);
            yield return new DiffLine(' ', alias, 2);
        }

        if (change.PossibleDataLoss is { } loss)
        {
            yield return new DiffLine('!', $"if one of the properties below replaces it, this would be lost: {loss}", 1);
        }

        if (change.Refused is { } refused)
        {
            yield return new DiffLine('!', refused, 1);
        }

        foreach (var note in change.Notes)
        {
            yield return new DiffLine(' ', note, 1);
        }

        foreach (var access in change.Access)
        {
            yield return new DiffLine('!', $"{Word(access.Direction)}: {secrets.Withhold(access.Text)}", 1);
        }

        foreach (var line in change.Properties.SelectMany(property => Property(property, secrets)))
        {
            yield return line;
        }
    }

    public static IEnumerable<DiffLine> Property(PropertyChange property, SecretTexts secrets)
    {
        var effect = property.Effect switch
        {
            ReplaceEffect.Replaces => "replaces",
            ReplaceEffect.Unknown => "unknown whether it replaces",
            _ => null,
        };
        var remarks = string.Join("; ", new[] { property.Reason, effect }.OfType<string>());
        var tail = remarks.Length == 0 ? "" : $"  ({remarks})";
        if (property.Hidden)
        {
            yield return new DiffLine('~', $"{property.Path}: changed, values hidden (hideDiffs){tail}", 1);
        }
        else if (property.Before is null)
        {
            yield return new DiffLine('+', $"{property.Path}: {Value(property.After, secrets)}{tail}", 1);
        }
        else if (property.After is null)
        {
            yield return new DiffLine('-', $"{property.Path}: {Value(property.Before, secrets)}{tail}", 1);
        }
        else
        {
            yield return new DiffLine('~', $"{property.Path}: {Value(property.Before, secrets)} => {Value(property.After, secrets)}{tail}", 1);
        }
    }

    /// <summary>`1 to create, 2 to update`, in that order, what there is none of left out.</summary>
    public static string Counts(IEnumerable<ResourceChange> changes)
    {
        var groups = changes.ToLookup(change => change.Kind);
        var parts = Enum.GetValues<ChangeKind>().Where(kind => kind != ChangeKind.Same && groups[kind].Any())
            .Select(kind => $"{Sign(kind)}{groups[kind].Count()}");
        return string.Join(' ', parts);
    }

    private static string Word(AccessDirection direction) => direction switch
    {
        AccessDirection.Widens => "widens access",
        AccessDirection.Narrows => "narrows access",
        _ => "changes access",
    };

    private static string Value(PropertyValue? value, SecretTexts secrets)
    {
        if (value?.Unwrapped is UnknownValue && value is not SecretValue)
        {
            return Forecast.ComputedValues.Marker;
        }

        var text = value is SecretValue ? PropertyJson.Withheld : value is null ? "" : secrets.Withhold(value).ToString();
        return text.Length <= LongestValue ? text : $"{text[..LongestValue]}… ({text.Length} characters)";
    }
}
