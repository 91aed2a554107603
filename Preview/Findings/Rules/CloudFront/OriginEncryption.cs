using Infra.Preview.Findings.Judging;
using Infra.Preview.Model;

namespace Infra.Preview.Findings.Rules.CloudFront;

internal sealed class OriginEncryption : IRule
{
    public RuleInfo Info { get; } = new()
    {
        Id = "cloudfront-origin-encrypted",
        Title = "Distributions reach their origins by HTTPS",
        Severity = FindingSeverity.Medium,
        Reason = "Between CloudFront and the origin the request is readable again.",
        Fix = "Set customOriginConfig.originProtocolPolicy to https-only.",
        References = [ControlReference.Fsbp("CloudFront.9")],
    };

    public IEnumerable<Outcome> Evaluate(ResourceIndex graph) =>
        from node in graph.Of("aws:cloudfront/distribution:Distribution")
        from outcome in node.At("origins").AsList is { } origins
            ? origins.Where(origin => !origin.At("customOriginConfig").IsNull).Select(origin => new Outcome(node, Judge(origin), origin["originId"].AsText ?? ""))
            : [new Outcome(node, node.At("origins").IsUnknown ? Verdict.Undecided : Verdict.NotApplicable)]
        select outcome;

    private static Verdict Judge(PropertyValue origin) => Verdict.Require(
        origin.At("customOriginConfig.originProtocolPolicy").IsOneOf("https-only"),
        $"originProtocolPolicy is {origin.At("customOriginConfig.originProtocolPolicy").Shown()}");
}
