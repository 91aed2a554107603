namespace Infra.Components.Containers;

/// <summary>Whether an image tag may move to another image.</summary>
public enum TagMutability
{
    /// <summary>A tag stays with the image it was first pushed with.</summary>
    Immutable,

    /// <summary>A push moves the tag.</summary>
    Mutable,
}
