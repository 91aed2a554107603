using Infra.Preview.Model;
using NUnit.Framework;

namespace Infra.Tests.Systems.Hebo.Frontend;

/// <summary>What Hebo's document promises of the frontend, checked on every stack that holds it.</summary>
[TestFixtureSource(typeof(HeboStack), nameof(HeboStack.Names))]
[Parallelizable]
internal sealed class HeboFrontendPromises(string stackName)
{
    private const string ServerKeyPlaceholder = "placeholder-stack-secret-server-key";

    private HeboStack Stack { get; set; } = null!;

    private HeboFrontendParts Parts { get; set; } = null!;

    [OneTimeSetUp]
    public async Task PreviewTheStack()
    {
        Stack = await HeboStack.Of(stackName);
        Parts = new HeboFrontendParts(Stack);
    }

    // Promise 17.
    [Test]
    public void The_bucket_blocks_public_access_and_admits_the_distribution_alone()
    {
        var block = Parts.Only("aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock").Inputs;
        var statements = PolicyText.Parse(Parts.Only("aws:s3/bucketPolicy:BucketPolicy").Inputs["policy"].AsText);
        Assert.Multiple(() =>
        {
            Assert.That(
                new[] { "blockPublicAcls", "blockPublicPolicy", "ignorePublicAcls", "restrictPublicBuckets" }.Select(setting => block[setting].AsBool),
                Is.All.True);
            Assert.That(statements.Select(statement => (statement.Sid, statement.Effect)), Is.EqualTo(new[] { ("RefusePlainHttp", "Deny"), ("AdmitDistribution", "Allow") }));
            Assert.That(statements[1].Principals, Is.EqualTo(new[] { "Service:cloudfront.amazonaws.com" }));
            Assert.That(statements[1].Actions, Is.EqualTo(new[] { "s3:GetObject" }));
            Assert.That(statements[1].Resources, Is.EqualTo(new[] { $"{Parts.Only("aws:s3/bucket:Bucket").Output("arn").AsText}/_assets/*" }));
            Assert.That(statements[1].Conditions, Is.EqualTo(new[] { $"ArnEquals aws:SourceArn {Parts.Distribution.Output("arn").AsText}" }));
        });
    }

    [Test]
    public void CloudFront_signs_its_requests_to_the_bucket()
    {
        var origin = Parts.Origin("s3");
        var control = Parts.OfType("aws:cloudfront/originAccessControl:OriginAccessControl")
            .Single(control => control.Output("id").AsText == origin["originAccessControlId"].AsText).Inputs;
        Assert.Multiple(() =>
        {
            Assert.That(control["originAccessControlOriginType"].AsText, Is.EqualTo("s3"));
            Assert.That(control["signingBehavior"].AsText, Is.EqualTo("always"));
            Assert.That(origin["domainName"].AsText, Is.EqualTo($"{Parts.Only("aws:s3/bucket:Bucket").Output("bucket").AsText}.s3.us-east-1.amazonaws.com"));
            Assert.That(origin["originPath"].AsText, Is.EqualTo("/_assets"));
        });
    }

    // Promise 40.
    [Test]
    public void The_bucket_is_emptied_with_a_preview_and_kept_with_production()
    {
        var bucket = Parts.Only("aws:s3/bucket:Bucket");
        Assert.Multiple(() =>
        {
            Assert.That(bucket.Inputs["forceDestroy"].AsBool, Is.EqualTo(!Stack.IsProduction));
            Assert.That(bucket.Protect, Is.EqualTo(Stack.IsProduction));
        });
    }

    // Promise 18.
    [Test]
    public void Every_path_is_redirected_to_HTTPS_and_compressed()
    {
        PropertyValue[] behaviors = [Parts.Distribution.Inputs["defaultCacheBehavior"], .. Parts.Distribution.Inputs["orderedCacheBehaviors"].AsList!];
        Assert.Multiple(() =>
        {
            Assert.That(behaviors, Has.Length.GreaterThan(1));
            Assert.That(behaviors.Select(behavior => behavior["viewerProtocolPolicy"].AsText), Is.All.EqualTo("redirect-to-https"));
            Assert.That(behaviors.Select(behavior => behavior["compress"].AsBool), Is.All.True);
            Assert.That(Parts.Distribution.Inputs["httpVersion"].AsText, Is.EqualTo("http2and3"));
            Assert.That(Parts.Distribution.Inputs["isIpv6Enabled"].AsBool, Is.True);
        });
    }

    // Promise 18.
    [Test]
    public void At_most_three_origins_of_which_the_server_is_the_default()
    {
        var standard = Parts.Distribution.Inputs["defaultCacheBehavior"];
        Assert.Multiple(() =>
        {
            Assert.That(Parts.Distribution.Inputs["origins"].AsList!, Has.Count.InRange(2, 3));
            Assert.That(standard["targetOriginId"].AsText, Is.EqualTo("default"));
            Assert.That(standard["allowedMethods"].AsList!.Texts, Is.EquivalentTo(new[] { "DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT" }));
            Assert.That($"https://{Parts.Origin("default")["domainName"].AsText}/", Is.EqualTo(Parts.ServerUrl.Output("functionUrl").AsText));
            Assert.That(Parts.Origin("default")["customOriginConfig"]["originProtocolPolicy"].AsText, Is.EqualTo("https-only"));
            Assert.That(Parts.Origin("default")["customOriginConfig"]["originSslProtocols"].AsList!.Texts, Is.EqualTo(new[] { "TLSv1.2" }));
        });
    }

    [Test]
    public void Pages_are_cached_as_the_application_says_by_query_and_by_what_they_depend_on()
    {
        var policy = Parts.Only("aws:cloudfront/cachePolicy:CachePolicy");
        var key = policy.Inputs["parametersInCacheKeyAndForwardedToOrigin"];
        var standard = Parts.Distribution.Inputs["defaultCacheBehavior"];
        Assert.Multiple(() =>
        {
            Assert.That(standard["cachePolicyId"].AsText, Is.EqualTo(policy.Output("id").AsText));
            Assert.That(policy.Inputs["defaultTtl"].AsNumber, Is.Zero);
            Assert.That(policy.Inputs["maxTtl"].AsNumber, Is.EqualTo(31536000));
            Assert.That(key["headersConfig"]["headers"]["items"].AsList!.Texts, Is.EqualTo(new[] { "x-open-next-cache-key" }));
            Assert.That(key["cookiesConfig"]["cookieBehavior"].AsText, Is.EqualTo("none"));
            Assert.That(key["queryStringsConfig"]["queryStringBehavior"].AsText, Is.EqualTo("all"));
            Assert.That(key["enableAcceptEncodingBrotli"].AsBool, Is.True);
            Assert.That(key["enableAcceptEncodingGzip"].AsBool, Is.True);
        });
    }

    [Test]
    public void The_server_gets_everything_of_a_request_but_its_host_which_travels_in_a_header_of_its_own()
    {
        var function = Parts.Only("aws:cloudfront/function:Function");
        var standard = Parts.Distribution.Inputs["defaultCacheBehavior"];
        Assert.Multiple(() =>
        {
            // AllViewerExceptHostHeader.
            Assert.That(standard["originRequestPolicyId"].AsText, Is.EqualTo("b689b0a8-53d0-40ab-baf2-68738e2966ac"));
            Assert.That(
                standard["functionAssociations"].AsList!.Select(association => (association["eventType"].AsText, association["functionArn"].AsText)),
                Is.EqualTo(new[] { ("viewer-request", function.Output("arn").AsText) }));
            Assert.That(function.Inputs["runtime"].AsText, Is.EqualTo("cloudfront-js-2.0"));
            Assert.That(function.Inputs["code"].AsText, Does.Contain("headers['x-forwarded-host'] = "));
        });
    }

    // Promise 19.
    [Test]
    public void The_certificate_of_the_domain_lies_in_us_east_1_is_proven_by_DNS_and_comes_before_the_distribution()
    {
        Assume.That(Stack.HasDomain);
        var certificate = Parts.Only("aws:acm/certificate:Certificate");
        var validation = Parts.Only("aws:acm/certificateValidation:CertificateValidation");
        var viewer = Parts.Distribution.Inputs["viewerCertificate"];
        Assert.Multiple(() =>
        {
            Assert.That(certificate.ProviderNode!.Inputs["region"].AsText, Is.EqualTo("us-east-1"));
            Assert.That(certificate.Inputs["domainName"].AsText, Is.EqualTo(Stack.Domain));
            Assert.That(certificate.Inputs["validationMethod"].AsText, Is.EqualTo("DNS"));
            Assert.That(viewer["acmCertificateArn"].AsText, Is.EqualTo(certificate.Output("arn").AsText));
            Assert.That(viewer["minimumProtocolVersion"].AsText, Is.EqualTo("TLSv1.2_2021"));
            Assert.That(viewer["sslSupportMethod"].AsText, Is.EqualTo("sni-only"));
            Assert.That(Stack.WaitsFor(Parts.Distribution), Does.Contain(validation.Urn));
        });
    }

    // Promises 19, 33 and 39.
    [Test]
    public void The_domain_leads_to_the_distribution_over_IPv4_and_IPv6()
    {
        Assume.That(Stack.HasDomain);
        var records = Parts.OfType("aws:route53/record:Record").Where(record => record.Inputs["aliases"].AsList is { Count: > 0 }).ToList();
        Assert.Multiple(() =>
        {
            Assert.That(Parts.Distribution.Inputs["aliases"].AsList!.Texts, Is.EqualTo(new[] { Stack.Domain }));
            Assert.That(records.Select(record => record.Inputs["type"].AsText), Is.EquivalentTo(new[] { "A", "AAAA" }));
            Assert.That(records.Select(record => record.Inputs["name"].AsText), Is.All.EqualTo(Stack.Domain));
            Assert.That(records.Select(record => record.Inputs["aliases"][0]["name"].AsText), Is.All.EqualTo(Parts.Distribution.Output("domainName").AsText));
            Assert.That(records.Select(record => record.Inputs["aliases"][0]["zoneId"].AsText), Is.All.EqualTo("Z2FDTNDATAQYW2"));
            Assert.That(Stack.Outputs["frontendUrl"].AsText, Is.EqualTo($"https://{Stack.Domain}"));
        });
    }

    // Promise 45.
    [Test]
    public void Without_a_domain_there_are_neither_certificate_nor_records_and_CloudFronts_own_name_serves()
    {
        Assume.That(Stack.HasDomain, Is.False);
        Assert.Multiple(() =>
        {
            Assert.That(Parts.OfType("aws:acm/certificate:Certificate"), Is.Empty);
            Assert.That(Parts.OfType("aws:route53/record:Record"), Is.Empty);
            Assert.That(Parts.Distribution.Inputs["aliases"].AsList, Is.Null.Or.Empty);
            Assert.That(Parts.Distribution.Inputs["viewerCertificate"]["cloudfrontDefaultCertificate"].AsBool, Is.True);
            Assert.That(Stack.Outputs["frontendUrl"].AsText, Is.EqualTo($"https://{Parts.Distribution.Output("domainName").AsText}"));
        });
    }

    // Promise 20.
    [Test]
    public void The_server_knows_the_API_and_the_project_in_public_and_the_server_key_by_its_secret_alone()
    {
        var variables = Parts.ServerVariables;
        var publicOnes = variables.Where(variable => variable.Key.StartsWith("NEXT_PUBLIC_", StringComparison.Ordinal)).ToList();
        var key = Stack.OfType("aws:secretsmanager/secret:Secret").Single(secret => secret.Inputs["name"].AsText == $"{Stack.Prefix}/StackSecretServerKey");
        var version = Stack.OfType("aws:secretsmanager/secretVersion:SecretVersion").Single(node => node.Inputs["secretId"].AsText == key.Output("id").AsText);
        Assert.Multiple(() =>
        {
            Assert.That(variables["NEXT_PUBLIC_API_URL"].AsText, Is.EqualTo(Stack.Outputs["apiUrl"].AsText));
            Assert.That(variables["NEXT_PUBLIC_STACK_PROJECT_ID"].AsText, Is.Not.Null.And.Not.Empty);
            Assert.That(variables["NEXT_PUBLIC_STACK_PUBLISHABLE_CLIENT_KEY"].AsText, Does.StartWith("pck_"));
            Assert.That(variables["STACK_SECRET_SERVER_KEY_ARN"].AsText, Is.EqualTo(key.Output("arn").AsText));
            Assert.That(variables["STACK_SECRET_SERVER_KEY_VERSION_ID"].AsText, Is.EqualTo(version.Output("versionId").AsText));
            Assert.That(variables["STACK_SECRET_SERVER_KEY"].IsNull, Is.True);
            Assert.That(publicOnes.Select(variable => variable.Value.AsText), Has.None.Contains(ServerKeyPlaceholder).And.None.EqualTo(key.Output("arn").AsText));
            Assert.That(Parts.Nodes.Select(node => PropertyJson.Text(node.Inputs, showSecrets: true)), Has.None.Contains(ServerKeyPlaceholder));
        });
    }

    // Promise 20.
    [Test]
    public void Browsers_reach_the_API_by_HTTPS()
    {
        // Without a certificate of its own the load balancer speaks plain HTTP.
        Assume.That(Stack.HasDomain || !Stack.OnFargate);
        Assert.That(Parts.ServerVariables["NEXT_PUBLIC_API_URL"].AsText, Does.StartWith("https://"));
    }

    [Test]
    public void CloudFront_proves_itself_by_a_generated_secret_that_the_server_knows()
    {
        var header = Parts.Origin("default")["customHeaders"].AsList!.Single();
        Assert.Multiple(() =>
        {
            Assert.That(header["name"].AsText, Is.EqualTo("x-origin-secret"));
            Assert.That(header["value"].AsText, Has.Length.EqualTo(40));
            Assert.That(header["value"].AsText, Is.EqualTo(Parts.ServerVariables["ORIGIN_SECRET"].AsText));
            Assert.That(Parts.Distribution.Inputs["origins"].ContainsSecrets, Is.True);
            Assert.That(Parts.Server.Inputs["environment"].ContainsSecrets, Is.True);
        });
    }

    // Promise 21.
    [Test]
    public void The_servers_address_has_both_permissions()
    {
        var permissions = Parts.PermissionsOf(Parts.Server);
        Assert.Multiple(() =>
        {
            Assert.That(permissions.Select(permission => permission.Inputs["action"].AsText), Is.EquivalentTo(new[] { "lambda:InvokeFunctionUrl", "lambda:InvokeFunction" }));
            Assert.That(
                permissions.Single(permission => permission.Inputs["action"].AsText == "lambda:InvokeFunction").Inputs["invokedViaFunctionUrl"].AsBool,
                Is.True);
            Assert.That(Parts.ServerUrl.Inputs["cors"].IsNull, Is.True);
        });
    }

    [Test]
    public void The_server_has_the_documented_size_and_logs_for_the_documented_time()
    {
        var logs = Parts.OfType("aws:cloudwatch/logGroup:LogGroup").Single(group => group.Inputs["name"].AsText == $"/aws/lambda/{Stack.Prefix}-frontend-server");
        Assert.Multiple(() =>
        {
            Assert.That(Parts.Server.Inputs["memorySize"].AsNumber, Is.EqualTo(1024));
            Assert.That(Parts.Server.Inputs["timeout"].AsNumber, Is.EqualTo(20));
            Assert.That(Parts.Server.Inputs["runtime"].AsText, Is.EqualTo("nodejs22.x"));
            Assert.That(Parts.Server.Inputs["loggingConfig"]["logGroup"].AsText, Is.EqualTo(logs.Output("name").AsText));
            Assert.That(logs.Inputs["retentionInDays"].AsNumber, Is.EqualTo(Stack.Number("logRetentionDays", Stack.IsProduction ? 30 : 7)));
        });
    }

    [Test]
    public void The_frontends_roles_name_what_they_may_touch()
    {
        var statements = Parts.OfType("aws:iam/role:Role").SelectMany(Stack.Statements).ToList();
        Assert.Multiple(() =>
        {
            Assert.That(statements, Is.Not.Empty);
            Assert.That(statements.SelectMany(statement => statement.Actions), Has.None.Contains("*"));
            Assert.That(statements.SelectMany(statement => statement.Resources), Has.None.EqualTo("*"));
        });
    }
}
