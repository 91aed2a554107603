using Pulumi;

namespace Infra.Components.SeePlusPlus;

/// <summary>What a <see cref="SeePlusPlusCodeRunner"/> is made of.</summary>
public sealed class SeePlusPlusCodeRunnerArgs : ResourceArgs
{
    /// <summary>The stage, part of the names.</summary>
    public required SeePlusPlusStage Stage { get; init; }

    /// <summary>How far the repository resists deletion.</summary>
    public required DataProtection DataProtection { get; init; }

    /// <summary>The network it is attached to.</summary>
    public required SeePlusPlusNetwork Network { get; init; }

    /// <summary>The name of the trace bucket.</summary>
    public required Output<string> TraceBucketName { get; init; }

    /// <summary>The ARN of the trace bucket.</summary>
    public required Output<string> TraceBucketArn { get; init; }

    /// <summary>Memory in MiB.</summary>
    public required int MemoryMiB { get; init; }

    /// <summary>Seconds that one run may take.</summary>
    public required int TimeoutSeconds { get; init; }

    /// <summary>Days that logs are kept.</summary>
    public required int LogRetentionDays { get; init; }

    /// <summary>Whether the image repository is made. Default: it is; otherwise it is looked up.</summary>
    public bool CreatesRepository { get; init; } = true;

    /// <summary>The tag of its image in the repository. Default: null, none yet.</summary>
    public string? ImageTag { get; init; }

    /// <summary>Its image in another private repository of the region, with a tag or digest. Default: null, that of the tag.</summary>
    public string? ImageUri { get; init; }

    /// <summary>Whether it keeps traces in the bucket and answers from there. Default: not.</summary>
    public bool CachesTraces { get; init; }

    /// <summary>The region that images are copied to. Default: null, none.</summary>
    public string? ReplicationRegion { get; init; }

    internal SeePlusPlusNames Names => new(Stage);
}
