using Infra.Components.Functions;
using Infra.Components.Hebo.Frontend.OpenNext;
using Infra.Components.Identity;
using Infra.Components.Observability;
using Infra.Components.Storage;
using Pulumi;

namespace Infra.Components.Hebo.Frontend;

/// <summary>The function that renders the frontend's pages, or the placeholder, and the address at which CloudFront calls it.</summary>
internal sealed class HeboFrontendServer : ComponentResource
{
    /// <summary>The component's type token.</summary>
    public const string Token = "infra:hebo:FrontendServer";

    private const string OriginFile = "origin.mjs";
    private const int MemoryMiB = 1024;
    private const int TimeoutSeconds = 20;

    private readonly HeboFrontendServerArgs _args;

    /// <summary>Makes the function and its address.</summary>
    public HeboFrontendServer(string name, HeboFrontendServerArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        _args = args;
        var logs = LogGroups.Create($"{name}-logs", $"/aws/lambda/{args.PhysicalName}", args.LogRetentionDays, this);
        var role = CreateRole(name);
        var function = CreateFunction(name, role, logs.Name);
        Url = Publish(name, function).Url;
        RegisterOutputs();
    }

    /// <summary>The address at which CloudFront calls it. It is public; the function answers those alone who know the origin's secret.</summary>
    [Output("url")]
    public Output<string> Url { get; private set; }

    private ServiceRole CreateRole(string name) => new($"{name}-role", new ServiceRoleArgs
    {
        Trust = TrustPolicy.Service("lambda.amazonaws.com"),
        Description = $"The function {_args.PhysicalName}",
        ManagedPolicyArns = [ManagedPolicies.LambdaBasicExecution],
        InlinePolicies = HeboFrontendPolicies.Server(_args),
    }, Child());

    private LambdaFunction CreateFunction(string name, ServiceRole role, Output<string> logGroupName) => new($"{name}-function", new LambdaFunctionArgs
    {
        PhysicalName = _args.PhysicalName,
        Description = "Renders the pages of Hebo's frontend",
        Code = _args.Build is { } build
            ? FunctionCode.FolderWith(build.ServerBundle, new Dictionary<string, string> { [OriginFile] = $"Components/Hebo/Frontend/Server/{OriginFile}" })
            : FunctionCode.Placeholder,
        Handler = _args.Build is null ? "index.handler" : "origin.handler",
        MemoryMiB = MemoryMiB,
        TimeoutSeconds = TimeoutSeconds,
        RoleArn = role.Arn,
        LogGroupName = logGroupName,
        Environment = HeboFrontendEnvironment.Server(_args),
        // The files first: a page of a new build asks for them at once.
        CreateAfter = _args.CreateAfter.Concat(role.Policies).ToArray(),
    }, Child());

    // Signed requests would be the tighter lock, but CloudFront signs no bodies, and browsers send none of their hashes: forms and server
    // actions would fail.
    private PublicFunctionUrl Publish(string name, LambdaFunction function) => new($"{name}-url", new PublicFunctionUrlArgs
    {
        FunctionName = function.FunctionName,
        Methods = [],
        Streams = _args.Build is { Streams: true },
    }, Child());

    private ComponentResourceOptions Child() => new() { Parent = this };
}

/// <summary>What a <see cref="HeboFrontendServer"/> is made of.</summary>
internal sealed class HeboFrontendServerArgs : ResourceArgs
{
    /// <summary>The function's name in AWS.</summary>
    public required string PhysicalName { get; init; }

    /// <summary>Days that logs are kept.</summary>
    public required int LogRetentionDays { get; init; }

    /// <summary>The application. Null: the placeholder.</summary>
    public required OpenNextBuild? Build { get; init; }

    /// <summary>The frontend's own settings: addresses and keys that the application knows.</summary>
    public required HeboFrontendArgs Settings { get; init; }

    /// <summary>What CloudFront proves itself by.</summary>
    public required Output<string> OriginSecret { get; init; }

    /// <summary>The bucket that holds cached pages.</summary>
    public required PrivateBucket Bucket { get; init; }

    /// <summary>What renders pages anew. Null: nothing does.</summary>
    public required HeboRevalidation? Revalidation { get; init; }

    /// <summary>What must exist before the function answers.</summary>
    public required IReadOnlyList<Resource> CreateAfter { get; init; }
}
