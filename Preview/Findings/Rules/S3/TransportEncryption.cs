using Infra.Preview.Findings.Judging;
using Infra.Preview.Model;

namespace Infra.Preview.Findings.Rules.S3;

internal sealed class TransportEncryption() : ResourceRule("aws:s3/bucket:Bucket")
{
    public override RuleInfo Info { get; } = new()
    {
        Id = "s3-tls-only",
        Title = "Buckets refuse requests without TLS",
        Severity = FindingSeverity.Medium,
        Reason = "Objects and signatures could be read on the way.",
        Fix = "Add a bucket policy that denies requests for which aws:SecureTransport is false.",
        References = [ControlReference.Fsbp("S3.5"), ControlReference.Cis("2.1.1")],
    };

    protected override Verdict Judge(ResourceNode node, ResourceIndex graph) => Verdict.Require(
        graph.AnyPointing(["aws:s3/bucketPolicy:BucketPolicy"], "bucket", node, policy => PolicyStatement.Of(policy.At("policy")) is { } statements
            ? statements.Any(RefusesPlainHttp)
            : Truth.Unknown),
        "no bucket policy denies requests without TLS");

    private static bool RefusesPlainHttp(PolicyStatement statement) => statement.Content["Effect"].AsText == "Deny"
        && statement.ConditionKeys.Any(entry => entry.Operator == "Bool" && entry.Key.Equals("aws:SecureTransport", StringComparison.OrdinalIgnoreCase)
            && entry.Values is ["false"]);
}
