namespace Infra.Stacks.Settings;

/// <summary>Marks a setting whose value must be stored encrypted. Its type is `Output&lt;string&gt;`, or a map of them.</summary>
/// <param name="placeholder">A worthless value of the right form, which stands in for the encrypted one in an offline preview.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SecretAttribute(string placeholder) : Attribute
{
    /// <summary>A worthless value of the right form.</summary>
    public string Placeholder { get; } = placeholder;
}
