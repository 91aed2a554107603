using Infra.Preview.Findings.Judging;
using Infra.Preview.Model;

namespace Infra.Preview.Findings.Rules.CloudFront;

internal sealed class ViewerEncryption() : ResourceRule("aws:cloudfront/distribution:Distribution")
{
    public override RuleInfo Info { get; } = new()
    {
        Id = "cloudfront-viewers-encrypted",
        Title = "Viewers of distributions use HTTPS",
        Severity = FindingSeverity.High,
        Reason = "Cookies, tokens and pages cross the internet readable and changeable.",
        Fix = "Set viewerProtocolPolicy of every cache behaviour to redirect-to-https or https-only.",
        References = [ControlReference.Fsbp("CloudFront.3")],
    };

    protected override Verdict Judge(ResourceNode node, ResourceIndex graph) => Verdict.Require(
        IsEncrypted(node.At("defaultCacheBehavior")) & node.At("orderedCacheBehaviors").EveryItem(IsEncrypted), "a cache behaviour answers plain HTTP");

    private static Truth IsEncrypted(PropertyValue behavior) => behavior.At("viewerProtocolPolicy").IsOneOf("redirect-to-https", "https-only");
}
