using Infra.Components;
using Infra.Stacks.Settings;
using Infra.Stacks.Settings.Constraints;

namespace Infra.Stacks.Hebo;

/// <summary>Hebo's settings of API and Gateway.</summary>
public abstract record HeboServiceSettings : HeboDatabaseSettings
{
    private const string ImagePattern =
        "^(public\\.ecr\\.aws|[0-9]{12}\\.dkr\\.ecr\\.[a-z]{2}(-[a-z]+)+-[0-9]\\.amazonaws\\.com)/[a-z0-9]+([._/-][a-z0-9]+)*"
        + "(:[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}|@sha256:[0-9a-f]{64})$";

    private const string ImageAllowed =
        "an image for linux/amd64 with a tag or digest in ECR Public or a private ECR repository, such as public.ecr.aws/m1o3d3n5/hebo-api:latest";

    /// <summary>What the services run on.</summary>
    [Setting(
        "What API and Gateway run on: appRunner, fargate (the same services behind a load balancer) or none (neither is created yet).",
        note: "App Runner has admitted no new AWS customers since 30 April 2026; they choose fargate.")]
    public HeboRuntime ServiceRuntime { get; init; } = HeboRuntime.AppRunner;

    /// <summary>The API's image.</summary>
    [Setting("The image of the API. Changing its tag or digest deploys; pushing to the same tag does not.")]
    [Pattern(ImagePattern, ImageAllowed)]
    public string ApiImage { get; init; } = "public.ecr.aws/m1o3d3n5/hebo-api:latest";

    /// <summary>The Gateway's image.</summary>
    [Setting("The image of the Gateway. Changing its tag or digest deploys; pushing to the same tag does not.")]
    [Pattern(ImagePattern, ImageAllowed)]
    public string GatewayImage { get; init; } = "public.ecr.aws/m1o3d3n5/hebo-gateway:latest";

    /// <summary>The API's port.</summary>
    [Setting("The port that the API listens on.")]
    [Between(1, 65535)]
    public int ApiPort { get; init; } = 3001;

    /// <summary>The Gateway's port.</summary>
    [Setting("The port that the Gateway listens on.")]
    [Between(1, 65535)]
    public int GatewayPort { get; init; } = 3002;

    /// <summary>A service's processor.</summary>
    [Setting("CPU units of an instance of either service; 1024 are a vCPU.")]
    [OneOf(256, 512, 1024, 2048, 4096)]
    [DefaultIn(DeploymentEnvironment.Prod, 1024)]
    public int AppCpu { get; init; } = 256;

    /// <summary>A service's memory.</summary>
    [Setting("Memory of an instance of either service in MiB; App Runner and Fargate each offer certain amounts beside each `appCpu`.")]
    [Between(512, 30720)]
    [DefaultIn(DeploymentEnvironment.Prod, 2048)]
    public int AppMemory { get; init; } = 512;

    /// <summary>The fewest instances.</summary>
    [Setting("The fewest instances of each service.")]
    [Between(1, 25)]
    [DefaultIn(DeploymentEnvironment.Prod, 2)]
    public int AppMinInstances { get; init; } = 1;

    /// <summary>The most instances.</summary>
    [Setting("The most instances of each service.")]
    [Between(1, 25)]
    [DefaultIn(DeploymentEnvironment.Prod, 25)]
    public int AppMaxInstances { get; init; } = 2;

    /// <summary>How many requests an instance takes.</summary>
    [Setting("How many requests an instance takes at the same time before App Runner starts another; Fargate scales by processor load instead.")]
    [Between(1, 200)]
    public int AppMaxConcurrency { get; init; } = 100;
}
