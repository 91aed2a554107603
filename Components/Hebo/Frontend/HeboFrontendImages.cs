using Infra.Components.Edge;
using Infra.Components.Functions;
using Infra.Components.Identity;
using Infra.Components.Observability;
using Infra.Components.Storage;
using Pulumi;

namespace Infra.Components.Hebo.Frontend;

/// <summary>The function that makes images of the size and format a browser wants, and the address at which CloudFront calls it.</summary>
internal sealed class HeboFrontendImages : ComponentResource
{
    /// <summary>The component's type token.</summary>
    public const string Token = "infra:hebo:FrontendImages";

    private const int MemoryMiB = 1536;
    private const int TimeoutSeconds = 25;

    /// <summary>Makes the function and its address.</summary>
    public HeboFrontendImages(string name, HeboFrontendImagesArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        var logs = LogGroups.Create($"{name}-logs", $"/aws/lambda/{args.PhysicalName}", args.LogRetentionDays, this);
        var role = CreateRole(name, args);
        var function = CreateFunction(name, args, role, logs.Name);
        FunctionName = function.FunctionName;
        Address = new SignedFunctionUrl($"{name}-url", new SignedFunctionUrlArgs { FunctionName = function.FunctionName }, Child());
        RegisterOutputs();
    }

    /// <summary>The function's name.</summary>
    [Output("functionName")]
    public Output<string> FunctionName { get; private set; }

    /// <summary>The address at which CloudFront calls it.</summary>
    public SignedFunctionUrl Address { get; }

    private ServiceRole CreateRole(string name, HeboFrontendImagesArgs args) => new($"{name}-role", new ServiceRoleArgs
    {
        Trust = TrustPolicy.Service("lambda.amazonaws.com"),
        Description = $"The function {args.PhysicalName}",
        ManagedPolicyArns = [ManagedPolicies.LambdaBasicExecution],
        InlinePolicies = HeboFrontendPolicies.Images(args.Bucket.Arn, args.AssetsFolder),
    }, Child());

    private LambdaFunction CreateFunction(string name, HeboFrontendImagesArgs args, ServiceRole role, Output<string> logGroupName) => new($"{name}-function", new LambdaFunctionArgs
    {
        PhysicalName = args.PhysicalName,
        Description = "Optimises the images of Hebo's frontend",
        Code = FunctionCode.Zip(args.Bundle),
        // OpenNext installs the image library for it.
        Architecture = FunctionArchitecture.Arm64,
        MemoryMiB = MemoryMiB,
        TimeoutSeconds = TimeoutSeconds,
        RoleArn = role.Arn,
        LogGroupName = logGroupName,
        Environment = new() { { "BUCKET_NAME", args.Bucket.BucketName }, { "BUCKET_KEY_PREFIX", args.AssetsFolder } },
    }, Child());

    private ComponentResourceOptions Child() => new() { Parent = this };
}

/// <summary>What <see cref="HeboFrontendImages"/> are made of.</summary>
internal sealed class HeboFrontendImagesArgs : ResourceArgs
{
    /// <summary>The function's name in AWS.</summary>
    public required string PhysicalName { get; init; }

    /// <summary>Days that logs are kept.</summary>
    public required int LogRetentionDays { get; init; }

    /// <summary>The function's folder, relative to that of Pulumi.yaml.</summary>
    public required string Bundle { get; init; }

    /// <summary>The bucket's folder of files for viewers.</summary>
    public required string AssetsFolder { get; init; }

    /// <summary>The bucket of the site's own images.</summary>
    public required PrivateBucket Bucket { get; init; }
}
