namespace Pulumi;

/// <summary>
/// A former identity of a resource. What is not set is as it is now. Either <see cref="Urn"/> alone is set, or any of the others, with at
/// most one of <see cref="Parent"/>, <see cref="ParentUrn"/> and <see cref="NoParent"/>.
/// </summary>
public sealed class Alias
{
    /// <summary>The former URN as a whole.</summary>
    public string? Urn { get; set; }

    /// <summary>The former name.</summary>
    public Input<string>? Name { get; set; }

    /// <summary>The former type token.</summary>
    public Input<string>? Type { get; set; }

    /// <summary>The former stack.</summary>
    public Input<string>? Stack { get; set; }

    /// <summary>The former project.</summary>
    public Input<string>? Project { get; set; }

    /// <summary>The former parent.</summary>
    public Resource? Parent { get; set; }

    /// <summary>URN of the former parent.</summary>
    public Input<string>? ParentUrn { get; set; }

    /// <summary>Whether the stack was the parent.</summary>
    public bool NoParent { get; set; }

    internal int ParentCount => (Parent is null ? 0 : 1) + (ParentUrn is null ? 0 : 1) + (NoParent ? 1 : 0);

    /// <summary>Throws <see cref="ArgumentException"/> when the members contradict each other.</summary>
    internal void Validate()
    {
        if (Urn is not null && (ParentCount > 0 || (Name ?? Type ?? Stack ?? Project) is not null))
        {
            throw new ArgumentException(
                $"Alias has the Urn '{Urn}' and other members. A URN says everything: set either Urn or the other members.");
        }

        if (ParentCount > 1)
        {
            throw new ArgumentException(
                $"Alias has {ParentCount} of Parent, ParentUrn and NoParent. A resource had one parent at a time: set at most one of them.");
        }
    }
}
