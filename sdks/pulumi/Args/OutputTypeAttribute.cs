namespace Pulumi;

/// <summary>Marks a class as the shape of a structured output.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class OutputTypeAttribute : Attribute
{
}

/// <summary>Marks the constructor of an <see cref="OutputTypeAttribute"/> class that receives the output's members.</summary>
[AttributeUsage(AttributeTargets.Constructor)]
public sealed class OutputConstructorAttribute : Attribute
{
}

/// <summary>Names the member that a parameter of an <see cref="OutputConstructorAttribute"/> constructor receives.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class OutputConstructorParameterAttribute : Attribute
{
    /// <summary>Names the member, where that differs from the name of the parameter.</summary>
    public OutputConstructorParameterAttribute(string name) => Name = name;

    /// <summary>Name of the member in the provider's schema.</summary>
    public string Name { get; }
}

/// <summary>
/// Marks a struct as an enumeration of strings or numbers: it has a one-argument constructor and an explicit conversion
/// back to that <see cref="string"/> or <see cref="double"/>.
/// </summary>
[AttributeUsage(AttributeTargets.Struct)]
public sealed class EnumTypeAttribute : Attribute
{
}
