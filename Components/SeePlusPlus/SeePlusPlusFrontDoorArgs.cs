using Pulumi;

namespace Infra.Components.SeePlusPlus;

/// <summary>What a <see cref="SeePlusPlusFrontDoor"/> is made of.</summary>
public sealed class SeePlusPlusFrontDoorArgs : ResourceArgs
{
    /// <summary>The stage, part of names and hosts.</summary>
    public required SeePlusPlusStage Stage { get; init; }

    /// <summary>The network it stands in.</summary>
    public required SeePlusPlusNetwork Network { get; init; }

    /// <summary>How far the load balancer resists deletion.</summary>
    public required DataProtection DataProtection { get; init; }

    /// <summary>Seconds that a run of code may take.</summary>
    public required int LongestRunSeconds { get; init; }

    /// <summary>The domain. Default: null, none: plain HTTP under the load balancer's own name.</summary>
    public SeePlusPlusDomain? Domain { get; init; }

    /// <summary>Whether the user interface to come is deployed.</summary>
    public required bool DeploysBeta { get; init; }

    internal SeePlusPlusNames Names => new(Stage);

    internal SeePlusPlusSite Site => new(Stage, Domain?.Name, DeploysBeta);
}
