using Infra.Preview.Findings.Judging;
using Infra.Preview.Model;

namespace Infra.Preview.Findings.Rules.CloudFront;

internal sealed class OriginAccess : IRule
{
    public RuleInfo Info { get; } = new()
    {
        Id = "cloudfront-origin-access-control",
        Title = "Buckets and functions answer only their distribution",
        Severity = FindingSeverity.High,
        Reason = "Without origin access control the origin has to be public, and can be called past the distribution.",
        Fix = "Set originAccessControlId on each origin that is a bucket or a function URL.",
        References = [ControlReference.Fsbp("CloudFront.13"), ControlReference.Fsbp("CloudFront.16")],
    };

    public IEnumerable<Outcome> Evaluate(ResourceIndex graph) =>
        from node in graph.Of("aws:cloudfront/distribution:Distribution")
        from outcome in node.At("origins").AsList is { } origins
            ? origins.Select(origin => new Outcome(node, Judge(origin), origin["originId"].AsText ?? ""))
            : [new Outcome(node, node.At("origins").IsUnknown ? Verdict.Undecided : Verdict.NotApplicable)]
        select outcome;

    private static Verdict Judge(PropertyValue origin) => Verdict
        .Require(origin.At("originAccessControlId").IsGiven() | origin.At("s3OriginConfig.originAccessIdentity").IsGiven(), "originAccessControlId is not set")
        .When(origin.At("domainName").Satisfies(name => name.Contains(".s3.", StringComparison.Ordinal) || name.Contains(".s3-", StringComparison.Ordinal)
            || name.Contains(".lambda-url.", StringComparison.Ordinal)));
}
