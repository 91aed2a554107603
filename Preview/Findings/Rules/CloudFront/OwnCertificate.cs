using Infra.Preview.Findings.Judging;
using Infra.Preview.Model;

namespace Infra.Preview.Findings.Rules.CloudFront;

internal sealed class OwnCertificate() : ResourceRule("aws:cloudfront/distribution:Distribution")
{
    public override RuleInfo Info { get; } = new()
    {
        Id = "cloudfront-own-certificate",
        Title = "Distributions have a certificate of their own",
        Severity = FindingSeverity.Low,
        Reason = "Without one the site has an address under cloudfront.net, whose certificate still admits TLS 1.0.",
        Fix = "Set viewerCertificate.acmCertificateArn to a certificate in us-east-1, and aliases.",
        References = [ControlReference.Fsbp("CloudFront.7")],
    };

    protected override Verdict Judge(ResourceNode node, ResourceIndex graph) => Verdict.Require(
        node.At("viewerCertificate.acmCertificateArn").IsGiven() | node.At("viewerCertificate.iamCertificateId").IsGiven(), "viewerCertificate names no certificate");
}
