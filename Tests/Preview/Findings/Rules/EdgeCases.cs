using Infra.Preview.Findings.Judging;

namespace Infra.Tests.Preview.Findings.Rules;

/// <summary>CloudFront.</summary>
internal static class EdgeCases
{
    public static IReadOnlyList<RuleCase> All { get; } =
    [
        new("cloudfront-viewers-encrypted")
        {
            Compliant = """cloudfront/distribution:Distribution site {"enabled": true, "defaultCacheBehavior": {"viewerProtocolPolicy": "redirect-to-https"}}""",
            Violating = """cloudfront/distribution:Distribution site {"enabled": true, "defaultCacheBehavior": {"viewerProtocolPolicy": "redirect-to-https"}, "orderedCacheBehaviors": [{"pathPattern": "/api/*", "viewerProtocolPolicy": "allow-all"}]}""",
            Missing = """cloudfront/distribution:Distribution site {"enabled": true, "defaultCacheBehavior": {"compress": true}}""",
        },
        new("cloudfront-own-certificate")
        {
            Compliant = """cloudfront/distribution:Distribution site {"enabled": true, "viewerCertificate": {"acmCertificateArn": "arn:aws:acm:us-east-1:123456789012:certificate/1"}}""",
            Violating = """cloudfront/distribution:Distribution site {"enabled": true, "viewerCertificate": {"cloudfrontDefaultCertificate": true}}""",
            Missing = """cloudfront/distribution:Distribution site {"enabled": true}""",
        },
        new("cloudfront-tls-version")
        {
            Compliant = """cloudfront/distribution:Distribution site {"enabled": true, "viewerCertificate": {"acmCertificateArn": "arn:1", "minimumProtocolVersion": "TLSv1.2_2021"}}""",
            Violating = """cloudfront/distribution:Distribution site {"enabled": true, "viewerCertificate": {"acmCertificateArn": "arn:1", "minimumProtocolVersion": "TLSv1.1_2016"}}""",
            Missing = """cloudfront/distribution:Distribution site {"enabled": true, "viewerCertificate": {"acmCertificateArn": "arn:1"}}""",
        },
        new("cloudfront-tls-version")
        {
            Compliant = """cloudfront/distribution:Distribution site {"enabled": true, "viewerCertificate": {"acmCertificateArn": "arn:1", "minimumProtocolVersion": "TLSv1.3_2025"}}""",
            Violating = """cloudfront/distribution:Distribution site {"enabled": true, "viewerCertificate": {"acmCertificateArn": "arn:1", "minimumProtocolVersion": "TLSv1"}}""",
            Missing = """cloudfront/distribution:Distribution site {"enabled": true, "viewerCertificate": {"cloudfrontDefaultCertificate": true}}""",
            MissingIs = VerdictKind.NotApplicable,
        },
        new("cloudfront-origin-access-control")
        {
            Compliant = """cloudfront/distribution:Distribution site {"enabled": true, "origins": [{"originId": "files", "domainName": "data.s3.us-east-1.amazonaws.com", "originAccessControlId": "E1"}]}""",
            Violating = """cloudfront/distribution:Distribution site {"enabled": true, "origins": [{"originId": "app", "domainName": "abc.lambda-url.us-east-1.on.aws", "originAccessControlId": ""}]}""",
            Missing = """cloudfront/distribution:Distribution site {"enabled": true, "origins": [{"originId": "files", "domainName": "data.s3.us-east-1.amazonaws.com"}]}""",
        },
        new("cloudfront-origin-encrypted")
        {
            Compliant = """cloudfront/distribution:Distribution site {"enabled": true, "origins": [{"originId": "api", "domainName": "api.example.com", "customOriginConfig": {"originProtocolPolicy": "https-only", "httpPort": 80, "httpsPort": 443}}]}""",
            Violating = """cloudfront/distribution:Distribution site {"enabled": true, "origins": [{"originId": "api", "domainName": "api.example.com", "customOriginConfig": {"originProtocolPolicy": "http-only", "httpPort": 80, "httpsPort": 443}}]}""",
            Missing = """cloudfront/distribution:Distribution site {"enabled": true, "origins": [{"originId": "files", "domainName": "data.s3.us-east-1.amazonaws.com"}]}""",
            MissingIs = VerdictKind.NotApplicable,
        },
        new("cloudfront-access-logs")
        {
            Compliant = """cloudfront/distribution:Distribution site {"enabled": true, "loggingConfig": {"bucket": "logs.s3.amazonaws.com"}}""",
            Violating = """
                cloudfront/distribution:Distribution site {"enabled": true}
                cloudfront/distribution:Distribution other {"enabled": true}
                cloudwatch/logDeliverySource:LogDeliverySource logs {"resourceArn": "@other.arn", "logType": "ACCESS_LOGS"}
                """,
            Missing = """cloudfront/distribution:Distribution site {"enabled": true}""",
        },
        new("cloudfront-web-acl")
        {
            Compliant = """cloudfront/distribution:Distribution site {"enabled": true, "webAclId": "arn:aws:wafv2:us-east-1:123456789012:global/webacl/a/1"}""",
            Violating = """cloudfront/distribution:Distribution site {"enabled": true, "webAclId": ""}""",
            Missing = """cloudfront/distribution:Distribution site {"enabled": true}""",
        },
    ];
}
