using Pulumi;
using Aws = Pulumi.Aws;

namespace Infra.Components.Edge;

/// <summary>A site on CloudFront: HTTPS alone, HTTP/2 and 3, over IPv4 and IPv6, under its own name or CloudFront's.</summary>
public sealed class WebDistribution : ComponentResource
{
    /// <summary>The component's type token.</summary>
    public const string Token = "infra:edge:WebDistribution";

    private const int HttpPort = 80;
    private const int HttpsPort = 443;
    private const int OriginReadSeconds = 30;

    /// <summary>Makes the distribution, what signs its requests, and its DNS records.</summary>
    public WebDistribution(string name, WebDistributionArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        args.Validate(name);
        var distribution = CreateDistribution(name, args, [.. args.Origins.Select(origin => Origin(name, origin))]);
        if (args.Domain is { } domain)
        {
            WriteRecord($"{name}-a", "A", domain, distribution);
            WriteRecord($"{name}-aaaa", "AAAA", domain, distribution);
        }

        Arn = distribution.Arn;
        DistributionId = distribution.Id;
        DomainName = distribution.DomainName;
        RegisterOutputs();
    }

    /// <summary>The distribution's ARN, which bucket policies and permissions name.</summary>
    [Output("arn")]
    public Output<string> Arn { get; private set; }

    /// <summary>The distribution's id.</summary>
    [Output("distributionId")]
    public Output<string> DistributionId { get; private set; }

    /// <summary>CloudFront's own name of the site, `d….cloudfront.net`.</summary>
    [Output("domainName")]
    public Output<string> DomainName { get; private set; }

    private Aws.CloudFront.Distribution CreateDistribution(string name, WebDistributionArgs args, Aws.CloudFront.Inputs.DistributionOriginArgs[] origins)
    {
        var distribution = new Aws.CloudFront.DistributionArgs
        {
            Enabled = true,
            Comment = args.Comment,
            HttpVersion = "http2and3",
            IsIpv6Enabled = true,
            Origins = origins,
            DefaultCacheBehavior = Default(args.DefaultBehavior),
            OrderedCacheBehaviors = args.Behaviors.Select(behavior => Ordered(behavior.Pattern, behavior.Behavior)).ToArray(),
            Restrictions = new Aws.CloudFront.Inputs.DistributionRestrictionsArgs
            {
                GeoRestriction = new Aws.CloudFront.Inputs.DistributionRestrictionsGeoRestrictionArgs { RestrictionType = "none" },
            },
            ViewerCertificate = Certificate(args.Domain),
        };
        if (args.Domain is { } domain)
        {
            distribution.Aliases = domain.HostName;
        }

        return new Aws.CloudFront.Distribution(name, distribution, Child());
    }

    private Aws.CloudFront.Inputs.DistributionOriginArgs Origin(string name, EdgeOrigin origin)
    {
        var args = new Aws.CloudFront.Inputs.DistributionOriginArgs { OriginId = origin.Id, DomainName = origin.DomainName };
        if (origin.Path is { } path)
        {
            args.OriginPath = path;
        }

        if (origin.Signature != OriginSignature.None)
        {
            args.OriginAccessControlId = CreateAccessControl($"{name}-{origin.Id}", origin.Signature).Id;
        }

        // A bucket behind an access control is an origin without any configuration of its own.
        if (origin.Signature != OriginSignature.Bucket)
        {
            args.CustomOriginConfig = new Aws.CloudFront.Inputs.DistributionOriginCustomOriginConfigArgs
            {
                HttpPort = HttpPort,
                HttpsPort = HttpsPort,
                OriginProtocolPolicy = "https-only",
                OriginSslProtocols = "TLSv1.2",
                OriginReadTimeout = OriginReadSeconds,
            };
        }

        foreach (var (header, value) in origin.Headers.OrderBy(header => header.Key, StringComparer.Ordinal))
        {
            args.CustomHeaders.Add(new Aws.CloudFront.Inputs.DistributionOriginCustomHeaderArgs { Name = header, Value = value });
        }

        return args;
    }

    private Aws.CloudFront.OriginAccessControl CreateAccessControl(string name, OriginSignature signature) => new(name, new Aws.CloudFront.OriginAccessControlArgs
    {
        OriginAccessControlOriginType = signature == OriginSignature.Bucket ? "s3" : "lambda",
        SigningBehavior = "always",
        SigningProtocol = "sigv4",
    }, Child());

    private static Aws.CloudFront.Inputs.DistributionDefaultCacheBehaviorArgs Default(EdgeBehavior behavior)
    {
        var args = new Aws.CloudFront.Inputs.DistributionDefaultCacheBehaviorArgs
        {
            TargetOriginId = behavior.OriginId,
            ViewerProtocolPolicy = "redirect-to-https",
            AllowedMethods = behavior.Methods,
            CachedMethods = new[] { "GET", "HEAD" },
            Compress = true,
            CachePolicyId = behavior.CachePolicyId,
            OriginRequestPolicyId = behavior.OriginRequestPolicyId,
            ResponseHeadersPolicyId = ManagedEdgePolicies.SecurityHeaders,
        };
        if (behavior.ViewerRequestFunctionArn is { } function)
        {
            args.FunctionAssociations = new Aws.CloudFront.Inputs.DistributionDefaultCacheBehaviorFunctionAssociationArgs
            {
                EventType = "viewer-request",
                FunctionArn = function,
            };
        }

        return args;
    }

    private static Aws.CloudFront.Inputs.DistributionOrderedCacheBehaviorArgs Ordered(string pattern, EdgeBehavior behavior)
    {
        var args = new Aws.CloudFront.Inputs.DistributionOrderedCacheBehaviorArgs
        {
            PathPattern = pattern,
            TargetOriginId = behavior.OriginId,
            ViewerProtocolPolicy = "redirect-to-https",
            AllowedMethods = behavior.Methods,
            CachedMethods = new[] { "GET", "HEAD" },
            Compress = true,
            CachePolicyId = behavior.CachePolicyId,
            OriginRequestPolicyId = behavior.OriginRequestPolicyId,
            ResponseHeadersPolicyId = ManagedEdgePolicies.SecurityHeaders,
        };
        if (behavior.ViewerRequestFunctionArn is { } function)
        {
            args.FunctionAssociations = new Aws.CloudFront.Inputs.DistributionOrderedCacheBehaviorFunctionAssociationArgs
            {
                EventType = "viewer-request",
                FunctionArn = function,
            };
        }

        return args;
    }

    // CloudFront's own certificate takes no choice of protocols.
    private static Aws.CloudFront.Inputs.DistributionViewerCertificateArgs Certificate(EdgeDomain? domain) => domain is null
        ? new() { CloudfrontDefaultCertificate = true }
        : new()
        {
            AcmCertificateArn = domain.CertificateArn,
            SslSupportMethod = "sni-only",
            MinimumProtocolVersion = "TLSv1.2_2021",
        };

    private void WriteRecord(string name, string type, EdgeDomain domain, Aws.CloudFront.Distribution distribution) =>
        _ = new Aws.Route53.Record(name, new Aws.Route53.RecordArgs
        {
            ZoneId = domain.ZoneId,
            Name = domain.HostName,
            Type = type,
            Aliases = new Aws.Route53.Inputs.RecordAliasArgs
            {
                Name = distribution.DomainName,
                ZoneId = distribution.HostedZoneId,
                EvaluateTargetHealth = false,
            },
        }, Child());

    private CustomResourceOptions Child() => new() { Parent = this };
}
