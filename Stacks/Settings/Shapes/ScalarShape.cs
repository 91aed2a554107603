using System.Text.Json;
using Infra.Stacks.Settings.Constraints;
using Infra.Stacks.Settings.Reading;

namespace Infra.Stacks.Settings.Shapes;

/// <summary>A single value within constraints.</summary>
internal abstract class ScalarShape(IReadOnlyList<ConstraintAttribute> constraints) : ValueShape
{
    public IReadOnlyList<ConstraintAttribute> Constraints => constraints;

    public override string Allowed =>
        constraints.Count == 0 ? Article : string.Join(", ", [Article, .. constraints.Select(constraint => constraint.Allowed)]);

    /// <summary>The kind with its article: `a whole number`.</summary>
    protected abstract string Article { get; }

    public override object? Read(JsonElement element, SettingPlace place, SectionReading reading)
    {
        if (Convert(element) is { } value && constraints.All(constraint => constraint.AdmitsIn(reading.Directory, value)))
        {
            return value;
        }

        var nearest = element.ValueKind == JsonValueKind.String
            ? constraints.Select(constraint => constraint.Nearest(element.GetString()!)).FirstOrDefault(near => near is not null)
            : null;
        reading.Refuse(place, element, Allowed, nearest);
        return null;
    }

    /// <summary>The value as string, int, decimal or bool; null when the element is of another kind.</summary>
    protected abstract object? Convert(JsonElement element);
}

/// <summary>A text.</summary>
internal sealed class TextShape(IReadOnlyList<ConstraintAttribute> constraints) : ScalarShape(constraints)
{
    public override string Kind => "text";

    protected override string Article => "a text";

    protected override object? Convert(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => element.GetString(),
        JsonValueKind.Number when Constraints.Any(constraint => constraint is DigitsAttribute) => element.GetRawText(),
        _ => null,
    };
}

/// <summary>A whole number of 32 bits.</summary>
internal sealed class IntegerShape(IReadOnlyList<ConstraintAttribute> constraints) : ScalarShape(constraints)
{
    public override string Kind => "whole number";

    protected override string Article => "a whole number";

    protected override object? Convert(JsonElement element) =>
        element.ValueKind == JsonValueKind.Number && element.TryGetInt32(out var number) ? number : null;
}

/// <summary>A decimal number.</summary>
internal sealed class NumberShape(IReadOnlyList<ConstraintAttribute> constraints) : ScalarShape(constraints)
{
    public override string Kind => "number";

    protected override string Article => "a number";

    protected override object? Convert(JsonElement element) =>
        element.ValueKind == JsonValueKind.Number && element.TryGetDecimal(out var number) ? number : null;
}

/// <summary>True or false.</summary>
internal sealed class FlagShape() : ScalarShape([])
{
    public override string Kind => "true or false";

    protected override string Article => "true or false";

    protected override object? Convert(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };
}
