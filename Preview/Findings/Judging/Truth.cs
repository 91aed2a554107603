namespace Infra.Preview.Findings.Judging;

/// <summary>Yes, no, or not known before a deployment. `&amp;` and `|` decide as soon as one side does; they do not short-circuit.</summary>
public readonly record struct Truth
{
    private readonly sbyte _value;

    private Truth(sbyte value) => _value = value;

    /// <summary>It holds.</summary>
    public static Truth Yes => new(1);

    /// <summary>Only a deployment can tell.</summary>
    public static Truth Unknown => new(0);

    /// <summary>It does not hold.</summary>
    public static Truth No => new(-1);

    /// <summary>Whether it holds for certain.</summary>
    public bool IsYes => _value > 0;

    /// <summary>Whether it does not hold for certain.</summary>
    public bool IsNo => _value < 0;

    /// <summary>Whether only a deployment can tell.</summary>
    public bool IsUnknown => _value == 0;

    /// <summary>What is known for certain.</summary>
    public static implicit operator Truth(bool value) => value ? Yes : No;

    /// <summary>Both hold.</summary>
    public static Truth operator &(Truth left, Truth right) => new(Math.Min(left._value, right._value));

    /// <summary>At least one holds.</summary>
    public static Truth operator |(Truth left, Truth right) => new(Math.Max(left._value, right._value));

    /// <summary>The opposite.</summary>
    public static Truth operator !(Truth value) => new((sbyte)-value._value);

    /// <summary>Whether one of them holds; no for none.</summary>
    public static Truth Any(IEnumerable<Truth> values) => values.Aggregate(No, (left, right) => left | right);

    /// <summary>Whether all of them hold; yes for none.</summary>
    public static Truth All(IEnumerable<Truth> values) => values.Aggregate(Yes, (left, right) => left & right);
}
