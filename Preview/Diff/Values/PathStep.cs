using System.Globalization;
using System.Text;

namespace Infra.Preview.Diff.Values;

/// <summary>One step into a value: a member, or an element of a list by position, shown by its label where it has one.</summary>
internal readonly record struct PathStep(string? Key, int Index = -1, string? Label = null)
{
    /// <summary>Writes steps as Pulumi writes property paths, elements with a label as `["label"]`.</summary>
    public static string Text(IEnumerable<PathStep> steps)
    {
        var text = new StringBuilder();
        foreach (var step in steps)
        {
            if (step.Key is not { } key)
            {
                text.Append('[').Append(step.Label is { } label ? $"\"{label}\"" : step.Index < 0 ? "" : step.Index.ToString(CultureInfo.InvariantCulture)).Append(']');
            }
            else if (key.Length > 0 && key.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '$' or ':' or '/'))
            {
                text.Append(text.Length == 0 ? "" : ".").Append(key);
            }
            else
            {
                text.Append("[\"").Append(key).Append("\"]");
            }
        }

        return text.ToString();
    }

    /// <summary>The steps without elements: how tables name a property wherever it stands in lists.</summary>
    public static string Generic(IEnumerable<PathStep> steps) => string.Join('.', steps.Select(step => step.Key).OfType<string>());
}
