using Infra.Components.Edge;
using NUnit.Framework;
using Pulumi;

namespace Infra.Tests.Components.Edge;

public sealed class WebDistributionTests
{
    private const string DistributionType = "aws:cloudfront/distribution:Distribution";

    private static readonly EdgeBehavior Files = new() { OriginId = "files", CachePolicyId = ManagedEdgePolicies.CachingOptimized };

    [Test]
    public async Task A_site_without_a_domain_is_a_distribution_with_CloudFronts_own_certificate()
    {
        var run = await Create(args: []);
        var distribution = run.Only(DistributionType);
        Assert.Multiple(() =>
        {
            Assert.That(run.Registrations.Select(registration => registration.Type), Is.EquivalentTo(new[]
            {
                DistributionType, "aws:cloudfront/originAccessControl:OriginAccessControl",
            }));
            Assert.That(distribution["viewerCertificate.cloudfrontDefaultCertificate"], Is.EqualTo(true));
            Assert.That(distribution["viewerCertificate.minimumProtocolVersion"], Is.Null);
            Assert.That(distribution["aliases"], Is.Null);
        });
    }

    [Test]
    public async Task A_site_with_a_domain_has_its_certificate_and_two_records()
    {
        var run = await Create(domain: new EdgeDomain("site.example", "Z1", "arn:certificate"), args: []);
        var distribution = run.Only(DistributionType);
        var records = run.OfType("aws:route53/record:Record");
        Assert.Multiple(() =>
        {
            Assert.That(distribution.Texts("aliases"), Is.EqualTo(new[] { "site.example" }));
            Assert.That(distribution["viewerCertificate.acmCertificateArn"], Is.EqualTo("arn:certificate"));
            Assert.That(distribution["viewerCertificate.minimumProtocolVersion"], Is.EqualTo("TLSv1.2_2021"));
            Assert.That(distribution["viewerCertificate.sslSupportMethod"], Is.EqualTo("sni-only"));
            Assert.That(records.Select(record => record["type"]), Is.EquivalentTo(new[] { "A", "AAAA" }));
            Assert.That(records.Select(record => record["zoneId"]), Is.All.EqualTo("Z1"));
        });
    }

    [Test]
    public async Task A_bucket_is_signed_for_and_a_server_gets_its_headers_over_TLS()
    {
        var run = await Create(args: []);
        var origins = run.Only(DistributionType);
        Assert.Multiple(() =>
        {
            Assert.That(origins["origins.0.originId"], Is.EqualTo("server"));
            Assert.That(origins["origins.0.domainName"], Is.EqualTo("server.example"));
            Assert.That(origins["origins.0.originAccessControlId"], Is.Null);
            Assert.That(origins["origins.0.customOriginConfig.originProtocolPolicy"], Is.EqualTo("https-only"));
            Assert.That(origins["origins.0.customHeaders.0.name"], Is.EqualTo("x-secret"));
            Assert.That(origins["origins.0.customHeaders.0.value"], Is.EqualTo("s"));
            Assert.That(origins["origins.1.domainName"], Is.EqualTo("bucket.s3.us-east-1.amazonaws.com"));
            Assert.That(origins["origins.1.originPath"], Is.EqualTo("/assets"));
            Assert.That(origins["origins.1.originAccessControlId"], Is.EqualTo("site-files-id"));
            Assert.That(origins["origins.1.customOriginConfig"], Is.Null);
        });
    }

    [Test]
    public async Task Patterns_keep_their_order_and_read_unless_they_may_write()
    {
        var distribution = (await Create(args: [("b/*", Files), ("a/*", Files with { OriginId = "server", AllowsWrites = true })])).Only(DistributionType);
        Assert.Multiple(() =>
        {
            Assert.That(distribution["orderedCacheBehaviors.0.pathPattern"], Is.EqualTo("b/*"));
            Assert.That(distribution.Texts("orderedCacheBehaviors.0.allowedMethods"), Is.EqualTo(new[] { "GET", "HEAD", "OPTIONS" }));
            Assert.That(distribution["orderedCacheBehaviors.1.pathPattern"], Is.EqualTo("a/*"));
            Assert.That(distribution.Texts("orderedCacheBehaviors.1.allowedMethods"), Does.Contain("POST").And.Contain("PUT").And.Contain("PATCH"));
        });
    }

    [Test]
    public void A_behaviour_of_an_unknown_origin_is_refused() => Assert.That(
        () => Create(args: [("a/*", Files with { OriginId = "elsewhere" })]),
        Throws.Exception.With.Message.Contains("'elsewhere'").And.Message.Contains("server, files"));

    [Test]
    public void More_patterns_than_CloudFront_takes_are_refused() => Assert.That(
        () => Create(args: [.. Enumerable.Range(0, 75).Select(number => ($"{number}/*", Files))]),
        Throws.Exception.With.Message.Contains("are 75").And.Message.Contains("takes 74"));

    private static Task<ComponentRun> Create((string, EdgeBehavior)[] args, EdgeDomain? domain = null) => ComponentRun.Of(options =>
    {
        _ = new WebDistribution("site", new WebDistributionArgs
        {
            Comment = "Site",
            Origins =
            [
                EdgeOrigin.Server("server", Output.Create("https://server.example/"), new Dictionary<string, Input<string>> { ["x-secret"] = "s" }),
                EdgeOrigin.Bucket("files", Output.Create("bucket"), Output.Create("us-east-1"), "assets"),
            ],
            DefaultBehavior = Files with { OriginId = "server", AllowsWrites = true },
            Behaviors = args,
            Domain = domain,
        }, options);
    });
}
