namespace Pulumi;

/// <summary>Marks an interface as a union of output types that one property tells apart.</summary>
[AttributeUsage(AttributeTargets.Interface)]
public sealed class DiscriminatedUnionDiscriminatorAttribute : Attribute
{
    /// <summary>Names the property whose value tells the cases apart.</summary>
    public DiscriminatedUnionDiscriminatorAttribute(string propertyName) => PropertyName = propertyName;

    internal string PropertyName { get; }
}

/// <summary>Names one case of a discriminated union and the output type that carries it.</summary>
[AttributeUsage(AttributeTargets.Interface, AllowMultiple = true)]
public sealed class DiscriminatedUnionCaseAttribute : Attribute
{
    /// <summary>Names the value of the discriminator and the type that is used for it.</summary>
    public DiscriminatedUnionCaseAttribute(string tag, Type type)
    {
        Tag = tag;
        Type = type;
    }

    internal string Tag { get; }

    internal Type Type { get; }
}
