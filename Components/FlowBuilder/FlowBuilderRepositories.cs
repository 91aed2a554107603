using Infra.Components.Containers;
using Pulumi;

namespace Infra.Components.FlowBuilder;

/// <summary>The repositories of Flow Builder's images.</summary>
public sealed class FlowBuilderRepositories : ComponentResource
{
    /// <summary>The component's type token.</summary>
    public const string Token = "infra:flowBuilder:Repositories";

    private const int ImagesToKeep = 10;
    private const int UntaggedImageDays = 1;

    /// <summary>Makes the repositories.</summary>
    public FlowBuilderRepositories(string name, FlowBuilderRepositoriesArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        Api = args.HoldsApi ? Create($"{name}-api", args.Names.Api, args) : null;
        Worker = Create($"{name}-worker", args.Names.Worker, args);
        Scheduler = Create($"{name}-scheduler", args.Names.Scheduler, args);
        WorkerUrl = Worker.RepositoryUrl;
        SchedulerUrl = Scheduler.RepositoryUrl;
        RegisterOutputs();
    }

    /// <summary>The URL of the worker's repository.</summary>
    [Output("workerUrl")]
    public Output<string> WorkerUrl { get; private set; }

    /// <summary>The URL of the scheduler's repository.</summary>
    [Output("schedulerUrl")]
    public Output<string> SchedulerUrl { get; private set; }

    /// <summary>The API's repository; null where no API runs.</summary>
    public ImageRepository? Api { get; }

    /// <summary>The worker's repository.</summary>
    public ImageRepository Worker { get; }

    /// <summary>The scheduler's repository, which the cleanup's images lie in, too.</summary>
    public ImageRepository Scheduler { get; }

    /// <summary>The image of that tag of the scheduler or the cleanup; null without a tag.</summary>
    public Input<string>? FunctionImage(string? tag) => tag is null ? null : (Input<string>)Output.Format($"{SchedulerUrl}:{tag}");

    private ImageRepository Create(string name, string physicalName, FlowBuilderRepositoriesArgs args) => new(name, new ImageRepositoryArgs
    {
        PhysicalName = physicalName,
        DataProtection = args.DataProtection,
        ImagesToKeep = ImagesToKeep,
        UntaggedImageDays = UntaggedImageDays,
    }, new ComponentResourceOptions { Parent = this });
}

/// <summary>What <see cref="FlowBuilderRepositories"/> are made of.</summary>
public sealed class FlowBuilderRepositoriesArgs : ResourceArgs
{
    /// <summary>The system's names.</summary>
    public required FlowBuilderNames Names { get; init; }

    /// <summary>How far the repositories resist deletion.</summary>
    public required DataProtection DataProtection { get; init; }

    /// <summary>Whether there is one for the API. Default: there is.</summary>
    public bool HoldsApi { get; init; } = true;
}
