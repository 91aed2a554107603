using System.Globalization;
using System.Text.Json;
using Infra.Preview.Model;
using Infra.Preview.Synthesis;

namespace Infra.Preview.Findings.Judging;

/// <summary>Questions about property values, answered with what a preview knows.</summary>
internal static class Values
{
    /// <summary>The input at a dotted path; unknown when anything on the way is unknown, null when anything is missing.</summary>
    public static PropertyValue At(this ResourceNode node, string path) => At((PropertyValue)node.Inputs, path);

    /// <summary>The value at a dotted path; unknown when anything on the way is unknown, null when anything is missing.</summary>
    public static PropertyValue At(this PropertyValue value, string path)
    {
        foreach (var name in path.Split('.'))
        {
            if (value.IsUnknown)
            {
                return PropertyValue.Unknown;
            }

            value = value[name];
        }

        return value;
    }

    /// <summary>Whether a flag is on; some properties take it as text.</summary>
    public static Truth IsOn(this PropertyValue value, bool whenMissing = false) => value switch
    {
        { IsUnknown: true } => Truth.Unknown,
        { IsNull: true } => whenMissing,
        { AsBool: { } flag } => flag,
        _ => value.AsText is "true",
    };

    /// <summary>Whether the value is one of these texts, letters compared without case. A missing value is none.</summary>
    public static Truth IsOneOf(this PropertyValue value, params string[] texts) =>
        value.IsUnknown ? Truth.Unknown : value.AsText is { } text && texts.Contains(text, StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a text satisfies a condition. A missing value does not.</summary>
    public static Truth Satisfies(this PropertyValue value, Func<string, bool> condition) =>
        value.IsUnknown ? Truth.Unknown : value.AsText is { } text && condition(text);

    /// <summary>Whether a number lies in a range. A missing value does not.</summary>
    public static Truth IsBetween(this PropertyValue value, double least, double most = double.MaxValue) => value.IsUnknown
        ? Truth.Unknown
        : (value.AsNumber ?? (double.TryParse(value.AsText, NumberStyles.Float, CultureInfo.InvariantCulture, out var parsed) ? parsed : null)) is { } number
            && number >= least && number <= most;

    /// <summary>Whether anything is given. An unknown value may turn out to be null.</summary>
    public static Truth IsGiven(this PropertyValue value) => value switch
    {
        { IsUnknown: true } => Truth.Unknown,
        { IsNull: true } => false,
        { AsText: { } text } => text.Length > 0,
        { AsList: { } list } => list.Count > 0,
        { AsMap: { } map } => map.Count > 0,
        _ => true,
    };

    /// <summary>Whether an element satisfies a condition; a missing list has no elements.</summary>
    public static Truth AnyItem(this PropertyValue list, Func<PropertyValue, Truth> condition) =>
        list.IsUnknown ? Truth.Unknown : Truth.Any((list.AsList ?? ListValue.Empty).Select(condition));

    /// <summary>Whether every element satisfies a condition; a missing list has no elements.</summary>
    public static Truth EveryItem(this PropertyValue list, Func<PropertyValue, Truth> condition) =>
        list.IsUnknown ? Truth.Unknown : Truth.All((list.AsList ?? ListValue.Empty).Select(condition));

    /// <summary>The JSON in a text value; unknown when the text is, null when it is missing or no JSON.</summary>
    public static PropertyValue Json(this PropertyValue value)
    {
        if (value.IsUnknown || value.AsText is not { } text)
        {
            return value.IsUnknown ? PropertyValue.Unknown : PropertyValue.Null;
        }

        try
        {
            return JsonValues.Parse(text);
        }
        catch (JsonException)
        {
            return PropertyValue.Null;
        }
    }

    /// <summary>The value for a message: texts without quotes, secrets and unknowns withheld, `nothing` when missing.</summary>
    public static string Shown(this PropertyValue value) => value switch
    {
        { ContainsSecrets: true } => PropertyJson.Withheld,
        { IsUnknown: true } => "unknown",
        { IsNull: true } => "nothing",
        { AsText: { } text } => text,
        _ => value.ToString(),
    };
}
