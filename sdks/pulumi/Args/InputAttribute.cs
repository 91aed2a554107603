namespace Pulumi;

/// <summary>Marks a field or property of an args class as an input of the resource or function.</summary>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property)]
public sealed class InputAttribute : Attribute
{
    /// <summary>Names the input as the provider does.</summary>
    /// <param name="name">Name of the property in the provider's schema.</param>
    /// <param name="required">Whether a null value is refused.</param>
    /// <param name="json">Whether the value is sent as JSON text.</param>
    public InputAttribute(string name, bool required = false, bool json = false)
    {
        Name = name;
        IsRequired = required;
        Json = json;
    }

    internal string Name { get; }

    internal bool IsRequired { get; }

    internal bool Json { get; }
}
