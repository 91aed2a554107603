using Pulumi;
using Aws = Pulumi.Aws;

namespace Infra.Components.Functions;

/// <summary>An HTTPS address of a function that callers reach without AWS credentials. The function itself must check who calls.</summary>
public sealed class PublicFunctionUrl : ComponentResource
{
    /// <summary>The component's type token.</summary>
    public const string Token = "infra:functions:PublicFunctionUrl";

    private const string NoAuthorization = "NONE";

    /// <summary>Makes the address and the two permissions it needs.</summary>
    public PublicFunctionUrl(string name, PublicFunctionUrlArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        var url = CreateUrl(name, args);
        AllowInvokingTheUrl(name, args, url);
        AllowInvokingTheFunctionThroughIt(name, args, url);
        Url = url.FunctionUrlResult;
        RegisterOutputs();
    }

    /// <summary>The address, `https://….lambda-url.region.on.aws/`, with a slash at its end.</summary>
    [Output("url")]
    public Output<string> Url { get; private set; }

    private Aws.Lambda.FunctionUrl CreateUrl(string name, PublicFunctionUrlArgs args) => new(name, new Aws.Lambda.FunctionUrlArgs
    {
        FunctionName = args.FunctionName,
        AuthorizationType = NoAuthorization,
        InvokeMode = args.Streams ? "RESPONSE_STREAM" : "BUFFERED",
        Cors = Cors(args.Methods)!,
    }, new CustomResourceOptions { Parent = this });

    private static Aws.Lambda.Inputs.FunctionUrlCorsArgs? Cors(IReadOnlyList<string> methods) => methods.Count == 0 ? null : new()
    {
        AllowOrigins = "*",
        AllowMethods = methods.ToArray(),
        AllowHeaders = "*",
    };

    private void AllowInvokingTheUrl(string name, PublicFunctionUrlArgs args, Resource url) =>
        _ = new Aws.Lambda.Permission($"{name}-invoke-url", new Aws.Lambda.PermissionArgs
        {
            Function = args.FunctionName,
            StatementId = "AllowPublicInvokeFunctionUrl",
            Principal = "*",
            Action = "lambda:InvokeFunctionUrl",
            FunctionUrlAuthType = NoAuthorization,
        }, After(url));

    // Since October 2025 Lambda wants this one too and answers 403 without it. The condition keeps the function's API closed to the public.
    private void AllowInvokingTheFunctionThroughIt(string name, PublicFunctionUrlArgs args, Resource url) =>
        _ = new Aws.Lambda.Permission($"{name}-invoke-function", new Aws.Lambda.PermissionArgs
        {
            Function = args.FunctionName,
            StatementId = "AllowPublicInvokeFunctionViaUrl",
            Principal = "*",
            Action = "lambda:InvokeFunction",
            InvokedViaFunctionUrl = true,
        }, After(url));

    // While it creates an address, the provider changes the function's policy as well; Lambda refuses two changes at a time, and the
    // provider does not try again.
    private CustomResourceOptions After(Resource url) => new() { Parent = this, DependsOn = url };
}

/// <summary>What a <see cref="PublicFunctionUrl"/> is made of.</summary>
public sealed class PublicFunctionUrlArgs : ResourceArgs
{
    /// <summary>The function's name.</summary>
    public required Input<string> FunctionName { get; init; }

    /// <summary>
    /// The HTTP methods that browsers may use from other origins: GET, POST, PUT, …, not OPTIONS, which Lambda answers itself.
    /// Empty where no page of another origin calls it.
    /// </summary>
    public required IReadOnlyList<string> Methods { get; init; }

    /// <summary>Whether the function sends its answer piece by piece, which its code must be written for. Default: in one piece.</summary>
    public bool Streams { get; init; }
}
