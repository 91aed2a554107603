namespace Infra.Components.Hebo.Frontend.OpenNext;

/// <summary>The part of `open-next.output.json` that a deployment needs, as OpenNext 3 writes it.</summary>
internal sealed record OpenNextOutput
{
    public Dictionary<string, OpenNextOrigin> Origins { get; init; } = [];

    public Dictionary<string, OpenNextFunction> EdgeFunctions { get; init; } = [];

    public List<OpenNextBehavior> Behaviors { get; init; } = [];

    public OpenNextExtras AdditionalProps { get; init; } = new();
}

/// <summary>A function's bundle, `.open-next/…`, and its entry.</summary>
internal record OpenNextFunction
{
    public string? Handler { get; init; }

    public string? Bundle { get; init; }
}

/// <summary>An origin: a function, a container or the bucket.</summary>
internal sealed record OpenNextOrigin : OpenNextFunction
{
    public string? Type { get; init; }

    public bool Streaming { get; init; }

    public string? Queue { get; init; }

    public string? TagCache { get; init; }

    public string? OriginPath { get; init; }

    public List<OpenNextCopy> Copy { get; init; } = [];
}

/// <summary>A folder that is copied into the bucket.</summary>
internal sealed record OpenNextCopy
{
    public string From { get; init; } = "";

    public string To { get; init; } = "";

    /// <summary>Whether viewers get it; otherwise only the server does.</summary>
    public bool Cached { get; init; }

    /// <summary>The folder in it whose files never change under a name.</summary>
    public string? VersionedSubDir { get; init; }
}

/// <summary>Which origin answers a path pattern.</summary>
internal sealed record OpenNextBehavior
{
    public string Pattern { get; init; } = "";

    public string? Origin { get; init; }
}

/// <summary>The functions around the server.</summary>
internal sealed record OpenNextExtras
{
    public bool DisableIncrementalCache { get; init; }

    public bool DisableTagCache { get; init; }

    public OpenNextFunction? InitializationFunction { get; init; }

    public OpenNextFunction? RevalidationFunction { get; init; }
}
