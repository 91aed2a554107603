using Infra.Preview.Findings.Judging;
using Infra.Preview.Model;

namespace Infra.Preview.Findings.Rules.CloudFront;

internal sealed class Firewall() : ResourceRule("aws:cloudfront/distribution:Distribution")
{
    public override RuleInfo Info { get; } = new()
    {
        Id = "cloudfront-web-acl",
        Title = "Distributions stand behind a web application firewall",
        Severity = FindingSeverity.Low,
        Reason = "Floods and known attacks reach the application.",
        Fix = "Set webAclId to a web ACL of the scope CLOUDFRONT.",
        References = [ControlReference.Fsbp("CloudFront.6")],
    };

    protected override Verdict Judge(ResourceNode node, ResourceIndex graph) => Verdict.Require(node.At("webAclId").IsGiven(), "webAclId is not set");
}
