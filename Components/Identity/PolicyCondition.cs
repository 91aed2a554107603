using Pulumi;

namespace Infra.Components.Identity;

/// <summary>A condition that a request must meet for a statement to match it.</summary>
public sealed class PolicyCondition
{
    /// <summary>Makes a condition.</summary>
    /// <param name="comparison">IAM's operator, e.g. `StringEquals`.</param>
    /// <param name="key">The context key, e.g. `aws:SourceAccount`. A constant, except for keys named after an identity provider's address.</param>
    /// <param name="values">The values, any one of which suffices.</param>
    public PolicyCondition(string comparison, Input<string> key, InputList<string> values)
    {
        Comparison = comparison;
        Key = key;
        Values = values;
    }

    /// <summary>IAM's operator.</summary>
    public string Comparison { get; }

    /// <summary>The context key.</summary>
    public Input<string> Key { get; }

    /// <summary>The values, any one of which suffices.</summary>
    public InputList<string> Values { get; }

    /// <summary>The text is one of these, letter by letter.</summary>
    public static PolicyCondition StringEquals(Input<string> key, InputList<string> values) => new("StringEquals", key, values);

    /// <summary>The text matches one of these; `*` and `?` stand for any characters.</summary>
    public static PolicyCondition StringLike(Input<string> key, InputList<string> values) => new("StringLike", key, values);

    /// <summary>The ARN is one of these.</summary>
    public static PolicyCondition ArnEquals(Input<string> key, InputList<string> values) => new("ArnEquals", key, values);

    /// <summary>The ARN matches one of these; `*` and `?` stand for any characters.</summary>
    public static PolicyCondition ArnLike(Input<string> key, InputList<string> values) => new("ArnLike", key, values);

    /// <summary>The key is there and true.</summary>
    public static PolicyCondition IsTrue(Input<string> key) => new("Bool", key, "true");

    /// <summary>The key is there and false.</summary>
    public static PolicyCondition IsFalse(Input<string> key) => new("Bool", key, "false");
}
