using Infra.Preview.Model;

namespace Infra.Preview.Diff.Matching;

/// <summary>How a resource of the new version and one of the old one belong together.</summary>
internal enum MatchKind
{
    /// <summary>Only one version has it.</summary>
    None,

    /// <summary>They have the same URN.</summary>
    Urn,

    /// <summary>The new one names the old one's URN as an alias.</summary>
    Alias,

    /// <summary>They look alike; the program does not say so.</summary>
    Likeness,
}

/// <summary>A resource in both versions, or in one.</summary>
internal sealed record ResourcePair(ResourceNode? Before, ResourceNode? After, MatchKind Match)
{
    /// <summary>Whether the alias that is missing on an ancestor would cover this resource too.</summary>
    public bool IsCovered { get; init; }
}
