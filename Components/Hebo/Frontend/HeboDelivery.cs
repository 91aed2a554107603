using Infra.Components.Edge;
using Infra.Components.Hebo.Frontend.OpenNext;
using Infra.Components.Hebo.Frontend.Server;
using Infra.Components.Storage;
using Pulumi;
using Aws = Pulumi.Aws;

namespace Infra.Components.Hebo.Frontend;

/// <summary>The way from a browser to the frontend: certificate, distribution, cache rules and DNS records.</summary>
internal sealed class HeboDelivery : ComponentResource
{
    /// <summary>The component's type token.</summary>
    public const string Token = "infra:hebo:Delivery";

    private const string ServerOrigin = "default";
    private const string ImageOrigin = "imageOptimizer";
    private const string BucketOrigin = "s3";
    private const string OriginSecretHeader = "x-origin-secret";
    private const string CacheKeyHeader = "x-open-next-cache-key";
    private const string NoBuild = "placeholder";
    private const int OneYearSeconds = 31_536_000;

    private readonly HeboDeliveryArgs _args;

    /// <summary>Makes the way, its end first.</summary>
    public HeboDelivery(string name, HeboDeliveryArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        _args = args;
        var pages = Pages(CreateCachePolicy(name), CreateViewerRequest(name));
        var distribution = new WebDistribution($"{name}-site", new WebDistributionArgs
        {
            Comment = $"{args.NamePrefix}: Next.js application",
            Origins = [.. Origins()],
            DefaultBehavior = pages with { OriginId = ServerOrigin, AllowsWrites = true },
            Behaviors = [.. Behaviors(pages)],
            Domain = args.Domain is { } domain ? CreateDomain(name, domain) : null,
        }, Child());
        DistributionArn = distribution.Arn;
        DistributionId = distribution.DistributionId;
        Url = args.Domain is { } own ? Output.Create($"https://{own.HostName}") : Output.Format($"https://{distribution.DomainName}");
        RegisterOutputs();
    }

    /// <summary>The distribution's ARN.</summary>
    [Output("distributionArn")]
    public Output<string> DistributionArn { get; private set; }

    /// <summary>The distribution's id.</summary>
    [Output("distributionId")]
    public Output<string> DistributionId { get; private set; }

    /// <summary>The frontend's address, without a slash at its end.</summary>
    [Output("url")]
    public Output<string> Url { get; private set; }

    /// <summary>The bucket's folder of files for viewers.</summary>
    /// <param name="build">The application; null for the placeholder, which has the same folder and nothing in it.</param>
    public static string AssetsFolder(OpenNextBuild? build) => build?.AssetsFolder ?? "_assets";

    private Aws.CloudFront.CachePolicy CreateCachePolicy(string name) => new($"{name}-cache", new Aws.CloudFront.CachePolicyArgs
    {
        Name = $"{_args.NamePrefix}-pages",
        Comment = "As long as the application says, by query and by what a page depends on",
        MinTtl = 0,
        DefaultTtl = 0,
        MaxTtl = OneYearSeconds,
        ParametersInCacheKeyAndForwardedToOrigin = new Aws.CloudFront.Inputs.CachePolicyParametersInCacheKeyAndForwardedToOriginArgs
        {
            CookiesConfig = new Aws.CloudFront.Inputs.CachePolicyParametersInCacheKeyAndForwardedToOriginCookiesConfigArgs { CookieBehavior = "none" },
            HeadersConfig = new Aws.CloudFront.Inputs.CachePolicyParametersInCacheKeyAndForwardedToOriginHeadersConfigArgs
            {
                HeaderBehavior = "whitelist",
                Headers = new Aws.CloudFront.Inputs.CachePolicyParametersInCacheKeyAndForwardedToOriginHeadersConfigHeadersArgs { Items = CacheKeyHeader },
            },
            QueryStringsConfig = new Aws.CloudFront.Inputs.CachePolicyParametersInCacheKeyAndForwardedToOriginQueryStringsConfigArgs { QueryStringBehavior = "all" },
            EnableAcceptEncodingBrotli = true,
            EnableAcceptEncodingGzip = true,
        },
    }, new CustomResourceOptions { Parent = this });

    private Aws.CloudFront.Function CreateViewerRequest(string name) => new($"{name}-viewer-request", new Aws.CloudFront.FunctionArgs
    {
        Name = $"{_args.NamePrefix}-viewer-request",
        Comment = "Tells the server the viewer's host and what the page depends on",
        Runtime = "cloudfront-js-2.0",
        Code = ViewerRequest.Code(_args.Build?.Fingerprint ?? NoBuild),
        Publish = true,
    }, new CustomResourceOptions { Parent = this });

    private EdgeDomain CreateDomain(string name, HeboDomain domain)
    {
        var certificate = new ValidatedCertificate($"{name}-certificate", new ValidatedCertificateArgs
        {
            DomainName = domain.HostName,
            ZoneId = domain.ZoneId,
        }, Child());
        return new EdgeDomain(domain.HostName, domain.ZoneId, certificate.CertificateArn);
    }

    private IEnumerable<EdgeOrigin> Origins()
    {
        yield return EdgeOrigin.Server(ServerOrigin, _args.ServerUrl, new Dictionary<string, Input<string>> { [OriginSecretHeader] = _args.OriginSecret });
        yield return EdgeOrigin.Bucket(BucketOrigin, _args.Bucket.BucketName, _args.Bucket.Region, AssetsFolder(_args.Build));
        if (_args.Images is { } images)
        {
            yield return EdgeOrigin.Function(ImageOrigin, images);
        }
    }

    private IEnumerable<(string Pattern, EdgeBehavior Behavior)> Behaviors(EdgeBehavior pages)
    {
        if (_args.Build is null)
        {
            return [("_next/static/*", Files)];
        }

        return _args.Build.Behaviors.Select(behavior => (behavior.Pattern, behavior.Origin switch
        {
            BucketOrigin => Files,
            ImageOrigin when _args.Images is not null => pages with { OriginId = ImageOrigin },
            // Without an optimiser the server answers in its place.
            _ => pages with { OriginId = ServerOrigin, AllowsWrites = true },
        }));
    }

    private static EdgeBehavior Pages(Aws.CloudFront.CachePolicy cache, Aws.CloudFront.Function viewerRequest) => new()
    {
        OriginId = ServerOrigin,
        CachePolicyId = cache.Id,
        OriginRequestPolicyId = ManagedEdgePolicies.AllViewerExceptHostHeader,
        ViewerRequestFunctionArn = viewerRequest.Arn,
    };

    private static EdgeBehavior Files { get; } = new() { OriginId = BucketOrigin, CachePolicyId = ManagedEdgePolicies.CachingOptimized };

    private ComponentResourceOptions Child() => new() { Parent = this };
}

/// <summary>What a <see cref="HeboDelivery"/> is made of.</summary>
internal sealed class HeboDeliveryArgs : ResourceArgs
{
    /// <summary>How the names of its parts in AWS begin.</summary>
    public required string NamePrefix { get; init; }

    /// <summary>The frontend's own address. Null: CloudFront's default name and certificate.</summary>
    public required HeboDomain? Domain { get; init; }

    /// <summary>The application. Null: the placeholder.</summary>
    public required OpenNextBuild? Build { get; init; }

    /// <summary>The bucket of the site's files.</summary>
    public required PrivateBucket Bucket { get; init; }

    /// <summary>The server's address.</summary>
    public required Output<string> ServerUrl { get; init; }

    /// <summary>What the server knows CloudFront by.</summary>
    public required Output<string> OriginSecret { get; init; }

    /// <summary>The image optimiser's address. Null: there is none.</summary>
    public required SignedFunctionUrl? Images { get; init; }
}
