using Infra.Preview.Findings.Judging;
using Infra.Preview.Model;

namespace Infra.Preview.Findings.Rules.CloudFront;

internal sealed class TlsVersion() : ResourceRule("aws:cloudfront/distribution:Distribution")
{
    public override RuleInfo Info { get; } = new()
    {
        Id = "cloudfront-tls-version",
        Title = "Distributions admit TLS of today only",
        Severity = FindingSeverity.Medium,
        Reason = "Older versions and ciphers can be broken.",
        Fix = "Set viewerCertificate.minimumProtocolVersion to TLSv1.2_2021 or newer.",
        References = [ControlReference.Fsbp("CloudFront.15")],
    };

    // With CloudFront's own certificate the version cannot be chosen.
    protected override Verdict Judge(ResourceNode node, ResourceIndex graph) => Verdict
        .Require(
            node.At("viewerCertificate.minimumProtocolVersion").IsOneOf("TLSv1.2_2021", "TLSv1.2_2025", "TLSv1.3_2025"),
            $"minimumProtocolVersion is {node.At("viewerCertificate.minimumProtocolVersion").Shown()}")
        .When(!node.At("viewerCertificate.cloudfrontDefaultCertificate").IsOn());
}
