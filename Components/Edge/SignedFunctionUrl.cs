using Pulumi;
using Aws = Pulumi.Aws;

namespace Infra.Components.Edge;

/// <summary>
/// An HTTPS address of a function that only signed requests reach: those of the CloudFront distribution that it is an origin of. For GET
/// requests; CloudFront signs no body, so that Lambda refuses others unless the viewer itself sends the body's hash.
/// </summary>
public sealed class SignedFunctionUrl : ComponentResource
{
    /// <summary>The component's type token.</summary>
    public const string Token = "infra:edge:SignedFunctionUrl";

    private const string IamAuthorization = "AWS_IAM";

    private readonly SignedFunctionUrlArgs _args;
    private readonly Aws.Lambda.FunctionUrl _url;

    /// <summary>Makes the address. Nobody may call it before <see cref="Admit"/>.</summary>
    public SignedFunctionUrl(string name, SignedFunctionUrlArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        _args = args;
        _url = CreateUrl(name, args);
        Url = _url.FunctionUrlResult;
        RegisterOutputs();
    }

    /// <summary>The address, `https://….lambda-url.region.on.aws/`, with a slash at its end.</summary>
    [Output("url")]
    public Output<string> Url { get; private set; }

    /// <summary>Lets a distribution call the address, once. After the distribution, which the permissions name.</summary>
    /// <param name="distributionArn">The distribution's ARN.</param>
    public void Admit(Output<string> distributionArn)
    {
        var name = GetResourceName();
        Allow($"{name}-invoke-url", "AllowCloudFrontInvokeFunctionUrl", distributionArn, permission =>
        {
            permission.Action = "lambda:InvokeFunctionUrl";
            permission.FunctionUrlAuthType = IamAuthorization;
        });
        // Since October 2025 Lambda wants this one too and answers 403 without it.
        Allow($"{name}-invoke-function", "AllowCloudFrontInvokeFunctionViaUrl", distributionArn, permission =>
        {
            permission.Action = "lambda:InvokeFunction";
            permission.InvokedViaFunctionUrl = true;
        });
    }

    private Aws.Lambda.FunctionUrl CreateUrl(string name, SignedFunctionUrlArgs args) => new(name, new Aws.Lambda.FunctionUrlArgs
    {
        FunctionName = args.FunctionName,
        AuthorizationType = IamAuthorization,
        InvokeMode = "BUFFERED",
    }, new CustomResourceOptions { Parent = this });

    private void Allow(string name, string statement, Output<string> distributionArn, Action<Aws.Lambda.PermissionArgs> set)
    {
        var permission = new Aws.Lambda.PermissionArgs
        {
            Function = _args.FunctionName,
            StatementId = statement,
            Principal = "cloudfront.amazonaws.com",
            SourceArn = distributionArn,
        };
        set(permission);
        _ = new Aws.Lambda.Permission(name, permission, new CustomResourceOptions { Parent = this, DependsOn = _url });
    }
}

/// <summary>What a <see cref="SignedFunctionUrl"/> is made of.</summary>
public sealed class SignedFunctionUrlArgs : ResourceArgs
{
    /// <summary>The function's name.</summary>
    public required Input<string> FunctionName { get; init; }
}
