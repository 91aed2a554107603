using Pulumi;
using Aws = Pulumi.Aws;

namespace Infra.Components.Functions;

/// <summary>A Lambda function of a documented name, with its own code or the placeholder.</summary>
public sealed class LambdaFunction : ComponentResource
{
    /// <summary>The component's type token.</summary>
    public const string Token = "infra:functions:LambdaFunction";

    /// <summary>Makes the function.</summary>
    public LambdaFunction(string name, LambdaFunctionArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        args.Validate(name);
        var function = CreateFunction(name, args);
        Arn = function.Arn;
        FunctionName = function.Name;
        RegisterOutputs();
    }

    /// <summary>The function's ARN, without a version.</summary>
    [Output("arn")]
    public Output<string> Arn { get; private set; }

    /// <summary>The function's name.</summary>
    [Output("functionName")]
    public Output<string> FunctionName { get; private set; }

    private Aws.Lambda.Function CreateFunction(string name, LambdaFunctionArgs args)
    {
        var function = new Aws.Lambda.FunctionArgs
        {
            Name = args.PhysicalName,
            Description = args.Description,
            Role = args.RoleArn,
            Architectures = args.Architecture == FunctionArchitecture.Arm64 ? "arm64" : "x86_64",
            MemorySize = args.MemoryMiB,
            Timeout = args.TimeoutSeconds,
            Environment = Variables(args.Environment)!,
            LoggingConfig = new Aws.Lambda.Inputs.FunctionLoggingConfigArgs { LogFormat = "Text", LogGroup = args.LogGroupName },
            VpcConfig = Vpc(args.Network)!,
            FileSystemConfig = FileSystem(args.FileSystem)!,
        };
        SetCode(function, args);
        return new Aws.Lambda.Function(name, function, new CustomResourceOptions
        {
            Parent = this,
            DependsOn = args.CreateAfter,
            // The name is fixed: a replacement cannot exist beside the function that it replaces.
            DeleteBeforeReplace = true,
        });
    }

    private static void SetCode(Aws.Lambda.FunctionArgs function, LambdaFunctionArgs args)
    {
        switch (args.Code)
        {
            case FunctionCode.ImageCode image:
                function.PackageType = "Image";
                function.ImageUri = image.Uri;
                break;
            case FunctionCode.ZipCode zip:
                SetArchive(function, args, new FileArchive(zip.Path));
                break;
            case FunctionCode.FolderCode folder:
                SetArchive(function, args, folder.ToArchive());
                break;
            default:
                throw new NotSupportedException($"No function can be made of {args.Code.GetType().Name}.");
        }
    }

    private static void SetArchive(Aws.Lambda.FunctionArgs function, LambdaFunctionArgs args, Archive archive)
    {
        function.PackageType = "Zip";
        function.Code = archive;
        function.Handler = args.Handler;
        function.Runtime = args.Runtime;
    }

    private static Aws.Lambda.Inputs.FunctionEnvironmentArgs? Variables(InputMap<string>? variables) => variables is null ? null : new()
    {
        Variables = variables,
    };

    private static Aws.Lambda.Inputs.FunctionVpcConfigArgs? Vpc(FunctionNetwork? network) => network is null ? null : new()
    {
        SubnetIds = network.SubnetIds,
        SecurityGroupIds = network.SecurityGroupIds,
    };

    private static Aws.Lambda.Inputs.FunctionFileSystemConfigArgs? FileSystem(FunctionFileSystem? fileSystem) => fileSystem is null ? null : new()
    {
        Arn = fileSystem.AccessPointArn,
        LocalMountPath = fileSystem.MountPath,
    };
}
