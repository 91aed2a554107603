using System.Globalization;
using Infra.Preview.Model;

namespace Infra.Preview.Cost.Rules;

/// <summary>Numbers in property values.</summary>
internal static class Numbers
{
    /// <summary>The number, also one given as text; null when it is unknown, missing or no number.</summary>
    public static decimal? Decimal(this PropertyValue value) =>
        value.AsNumber is { } number ? (decimal)number
        : decimal.TryParse(value.AsText, NumberStyles.Float, CultureInfo.InvariantCulture, out var parsed) ? parsed
        : null;

    /// <summary>The elements of a list; none for a list that is missing; null for one that is unknown.</summary>
    public static IReadOnlyList<PropertyValue>? Items(this PropertyValue value) => value.IsUnknown ? null : value.AsList?.Items ?? [];

    /// <summary>
    /// A size given in thousandths, such as CPU units and megabytes, or with its unit in words, e.g. `1024`, `1 vCPU`, `2 GB`; null for anything else.
    /// </summary>
    public static decimal? Size(this PropertyValue value)
    {
        if (value.Decimal() is { } units)
        {
            return units / 1024;
        }

        return value.AsText?.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var number, _]
            && decimal.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var size)
            ? size
            : null;
    }
}
