using System.Collections.Immutable;
using Infra.Components;
using Infra.Stacks.Settings;
using Infra.Stacks.Settings.Constraints;
using Pulumi;

namespace Infra.Stacks.FlowBuilder;

/// <summary>Flow Builder's settings of the standard variant's API and worker.</summary>
public abstract record FlowBuilderServiceSettings : FlowBuilderNetworkSettings
{
    /// <summary>Clerk's key.</summary>
    [Setting(
        "Standard: the secret key of the Clerk instance that signs users in.",
        defaultText: "a placeholder: `pending` gives the command that replaces it")]
    [Secret("sk_test_placeholder")]
    [Pattern("^[!-~]{8,512}$", "8 to 512 printable ASCII characters without spaces")]
    public Output<string>? ClerkSecretKey { get; init; }

    /// <summary>The frontend's address.</summary>
    [Setting(
        "Standard: the address of the frontend, as Clerk knows it; outside development required, and with https.",
        defaultText: "dev: http://localhost:3000; elsewhere none",
        example: "https://flows.example.com")]
    [Url]
    public string? ClerkFrontendUrl { get; init; }

    /// <summary>The API's image.</summary>
    [Setting(
        "Standard: the tag of the API's image in its repository.",
        defaultText: "none: a placeholder answers the health check",
        example: "1.0.0")]
    [Pattern(FlowBuilderSettings.TagPattern, FlowBuilderSettings.TagAllowed)]
    public string? ApiImageTag { get; init; }

    /// <summary>How many tasks answer requests.</summary>
    [Setting("Standard: the fewest tasks that answer requests.")]
    [DefaultIn(DeploymentEnvironment.Staging, 2)]
    [DefaultIn(DeploymentEnvironment.Prod, 3)]
    [Between(1, 100)]
    public int ApiDesiredCount { get; init; } = 1;

    /// <summary>The most tasks that answer requests.</summary>
    [Setting("Standard: the most tasks that answer requests.")]
    [DefaultIn(DeploymentEnvironment.Staging, 5)]
    [DefaultIn(DeploymentEnvironment.Prod, 6)]
    [Between(1, 100)]
    public int ApiMaxCapacity { get; init; } = 2;

    /// <summary>The processor of the API's tasks.</summary>
    [Setting("Standard: CPU units of a task of the API; 1024 are a vCPU.")]
    [DefaultIn(DeploymentEnvironment.Staging, 512)]
    [DefaultIn(DeploymentEnvironment.Prod, 1024)]
    [OneOf(256, 512, 1024, 2048, 4096, 8192, 16384)]
    public int ApiCpu { get; init; } = 256;

    /// <summary>The memory of the API's tasks.</summary>
    [Setting("Standard: memory of a task of the API in MiB; Fargate offers certain amounts beside each `apiCpu`.")]
    [DefaultIn(DeploymentEnvironment.Staging, 1024)]
    [DefaultIn(DeploymentEnvironment.Prod, 2048)]
    [Between(512, 122880)]
    public int ApiMemory { get; init; } = 512;

    /// <summary>The processor of the worker's tasks.</summary>
    [Setting("Standard: CPU units of a worker's task; 1024 are a vCPU.")]
    [DefaultIn(DeploymentEnvironment.Prod, 2048)]
    [OneOf(256, 512, 1024, 2048, 4096, 8192, 16384)]
    public int WorkerCpu { get; init; } = 1024;

    /// <summary>The memory of the worker's tasks.</summary>
    [Setting("Standard: memory of a worker's task in MiB; Fargate offers certain amounts beside each `workerCpu`.")]
    [DefaultIn(DeploymentEnvironment.Prod, 4096)]
    [Between(512, 122880)]
    public int WorkerMemory { get; init; } = 2048;

    /// <summary>The fewest workers.</summary>
    [Setting("Standard: the fewest workers; with 0 there are none while the queue is empty.")]
    [Between(0, 1000)]
    public int WorkerMinCapacity { get; init; }

    /// <summary>The most workers.</summary>
    [Setting("Standard: the most workers.")]
    [DefaultIn(DeploymentEnvironment.Staging, 10)]
    [DefaultIn(DeploymentEnvironment.Prod, 20)]
    [Between(1, 1000)]
    public int WorkerMaxCapacity { get; init; } = 5;

    /// <summary>Further variables of API and worker.</summary>
    [Setting(
        "Standard: further environment variables of API and worker, such as FRONTEND_URL; whoever may describe a task reads them, so no secrets.",
        defaultText: "none",
        example: "https://flows.example.com")]
    [Keys("^[A-Z][A-Z0-9_]{0,63}$", "1 to 64 capital letters, digits and underscores, starting with a letter")]
    [Length(0, 1024)]
    [Count(0, 50)]
    public IReadOnlyDictionary<string, string> AppEnvironment { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Whether there is a dashboard.</summary>
    [Setting("Standard: whether a dashboard shows load and backlog.")]
    [DefaultIn(DeploymentEnvironment.Staging, true)]
    [DefaultIn(DeploymentEnvironment.Prod, true)]
    public bool CreateDashboard { get; init; }
}
