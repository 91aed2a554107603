using Pulumi;

namespace Infra.Components.Hypernym.Eks;

/// <summary>What a <see cref="HypernymEks"/> is made of.</summary>
public sealed class HypernymEksArgs : ResourceArgs
{
    /// <summary>Its own settings.</summary>
    internal EksCompute Compute { get; init; } = null!;

    /// <summary>What it stands on.</summary>
    internal HypernymFoundation Foundation { get; init; } = null!;
}
