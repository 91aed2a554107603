namespace Infra.Components.Hypernym;

/// <summary>What both ways of running Hypernym stand on.</summary>
internal sealed class HypernymFoundation
{
    /// <summary>The names of the system's parts.</summary>
    public required HypernymNames Names { get; init; }

    /// <summary>The region.</summary>
    public required string Region { get; init; }

    /// <summary>Where the network lies.</summary>
    public required HypernymNetworkLayout Layout { get; init; }

    /// <summary>The network, its endpoints and its security groups.</summary>
    public required HypernymNetwork Network { get; init; }

    /// <summary>What runs.</summary>
    public required HypernymApplication Application { get; init; }

    /// <summary>Who answers its model calls.</summary>
    public required InferenceProvider Provider { get; init; }

    /// <summary>What that gives to the application, and what it needs.</summary>
    public required HypernymInference Inference { get; init; }

    /// <summary>How the internal load balancer behaves.</summary>
    public required HypernymFrontDoor FrontDoor { get; init; }

    /// <summary>Days that logs are kept.</summary>
    public required int LogRetentionDays { get; init; }

    /// <summary>Whether container metrics are collected.</summary>
    public required bool ContainerInsights { get; init; }
}
