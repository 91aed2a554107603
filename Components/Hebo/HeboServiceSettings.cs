namespace Infra.Components.Hebo;

/// <summary>What the services run on.</summary>
public enum HeboServiceRuntime
{
    /// <summary>AWS App Runner.</summary>
    AppRunner,

    /// <summary>ECS on Fargate behind a load balancer.</summary>
    Fargate,

    /// <summary>Nothing: they do not exist yet.</summary>
    None,
}

/// <summary>How API and Gateway run.</summary>
public sealed record HeboServiceSettings
{
    /// <summary>What they run on.</summary>
    public required HeboServiceRuntime Runtime { get; init; }

    /// <summary>The API's image.</summary>
    public required string ApiImage { get; init; }

    /// <summary>The Gateway's image.</summary>
    public required string GatewayImage { get; init; }

    /// <summary>The API's port.</summary>
    public required int ApiPort { get; init; }

    /// <summary>The Gateway's port.</summary>
    public required int GatewayPort { get; init; }

    /// <summary>CPU units of an instance; 1024 are a vCPU.</summary>
    public required int Cpu { get; init; }

    /// <summary>Memory of an instance in MiB.</summary>
    public required int MemoryMiB { get; init; }

    /// <summary>The fewest instances of each.</summary>
    public required int MinimumInstances { get; init; }

    /// <summary>The most instances of each.</summary>
    public required int MaximumInstances { get; init; }

    /// <summary>How many requests an App Runner instance takes at the same time.</summary>
    public required int MaximumConcurrency { get; init; }
}
