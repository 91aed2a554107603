namespace Infra.Components.SeePlusPlus;

/// <summary>What may be chosen of the code runner.</summary>
public sealed record CodeRunnerSettings
{
    /// <summary>Memory in MiB. Default: 10240.</summary>
    public int MemoryMiB { get; init; } = 10_240;

    /// <summary>Seconds that one run may take. Default: 120.</summary>
    public int TimeoutSeconds { get; init; } = 120;

    /// <summary>Whether the image repository is made. Default: it is; otherwise another stack has made it.</summary>
    public bool CreatesRepository { get; init; } = true;

    /// <summary>The tag of the image in the repository. Default: null, the placeholder runs.</summary>
    public string? ImageTag { get; init; }

    /// <summary>An image in another private repository of the region. Default: null, that of the tag.</summary>
    public string? ImageUri { get; init; }

    /// <summary>The region that images are copied to. Default: null, none.</summary>
    public string? ReplicationRegion { get; init; }
}
