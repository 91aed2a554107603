using Pulumi;

namespace Infra.Components.Hyperp;

/// <summary>What the operator decides about Hyperp's functions.</summary>
public sealed record HyperpFunctionSettings
{
    /// <summary>The GitHub App's id, a number.</summary>
    public required Input<string> GithubAppId { get; init; }

    /// <summary>The bundles of the functions. Default: the placeholder for each.</summary>
    public HyperpCode Code { get; init; } = new();

    /// <summary>The functions' runtime. Default: `nodejs22.x`.</summary>
    public string Runtime { get; init; } = "nodejs22.x";

    /// <summary>The image that compresses artifacts for download. It runs with the task role. Default: the public one, at its newest.</summary>
    public Input<string> DownloadableCreatorImage { get; init; } = "public.ecr.aws/b6g9t8f1/downloadable-creator:latest";

    /// <summary>The image that calculates what a workflow cost. It runs with the task role. Default: the public one, at its newest.</summary>
    public Input<string> UsageCalculatorImage { get; init; } = "public.ecr.aws/b6g9t8f1/usage-calculator:latest";

    /// <summary>US dollars for one Fargate vCPU and hour. Default: 0.04048, Linux on x86 in us-east-1.</summary>
    public decimal FargateVcpuPricePerHour { get; init; } = 0.04048m;

    /// <summary>US dollars for one Fargate GB and hour. Default: 0.004445, Linux on x86 in us-east-1.</summary>
    public decimal FargateGbPricePerHour { get; init; } = 0.004445m;
}

/// <summary>The zip files or folders of the functions' code, relative to the folder of Pulumi.yaml. A function without one runs the placeholder.</summary>
public sealed record HyperpCode
{
    /// <summary>The webhook handler's. Default: null, the placeholder.</summary>
    public string? WebhookHandler { get; init; }

    /// <summary>The task state handler's. Default: null, the placeholder.</summary>
    public string? TaskStateChangeHandler { get; init; }

    /// <summary>The EFS controller's. Default: null, the placeholder.</summary>
    public string? EfsController { get; init; }

    /// <summary>The CLI API's. Default: null, the placeholder.</summary>
    public string? CliRestApi { get; init; }
}
