namespace Pulumi;

/// <summary>Marks a property of a resource or stack as an output.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class OutputAttribute : Attribute
{
    /// <summary>Names the output as the provider or the stack's consumers do.</summary>
    /// <param name="name">Name of the output; the name of the C# property when null.</param>
    public OutputAttribute(string? name = null) => Name = name;

    /// <summary>Name of the output; null when it is the name of the C# property.</summary>
    public string? Name { get; }
}
