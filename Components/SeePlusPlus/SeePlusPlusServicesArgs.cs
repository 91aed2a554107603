using Infra.Components.Containers;
using Pulumi;

namespace Infra.Components.SeePlusPlus;

/// <summary>What <see cref="SeePlusPlusServices"/> are made of.</summary>
public sealed class SeePlusPlusServicesArgs : ResourceArgs
{
    /// <summary>The stage, which decides how deployments go.</summary>
    public required SeePlusPlusStage Stage { get; init; }

    /// <summary>The region.</summary>
    public required string Region { get; init; }

    /// <summary>The network they run in.</summary>
    public required SeePlusPlusNetwork Network { get; init; }

    /// <summary>The load balancer they stand behind.</summary>
    public required SeePlusPlusFrontDoor FrontDoor { get; init; }

    /// <summary>The function that the backend calls.</summary>
    public required SeePlusPlusCodeRunner CodeRunner { get; init; }

    /// <summary>The ARN of the trace bucket.</summary>
    public required Output<string> TraceBucketArn { get; init; }

    /// <summary>Their images.</summary>
    public required SeePlusPlusImages Images { get; init; }

    /// <summary>The domain's name; null for none.</summary>
    public required string? DomainName { get; init; }

    /// <summary>Whether the user interface to come is deployed.</summary>
    public required bool DeploysBeta { get; init; }

    /// <summary>The function's memory in MiB, which the backend is told.</summary>
    public required int CodeRunnerMemoryMiB { get; init; }

    /// <summary>Seconds that a run may take, which the backend is told.</summary>
    public required int CodeRunnerTimeoutSeconds { get; init; }

    /// <summary>Days that logs are kept.</summary>
    public required int LogRetentionDays { get; init; }

    /// <summary>Whether container metrics are collected.</summary>
    public required bool ContainerInsights { get; init; }

    /// <summary>How the services scale; null for one task each.</summary>
    public required ServiceScaling? Scaling { get; init; }

    /// <summary>Secret environment variables of the backend by name. Default: none.</summary>
    public IReadOnlyDictionary<string, Output<string>> BackendSecrets { get; init; } = new Dictionary<string, Output<string>>();

    internal SeePlusPlusNames Names => new(Stage);

    internal SeePlusPlusSite Site => new(Stage, DomainName, DeploysBeta);
}
