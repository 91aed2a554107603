using Infra.Preview.Findings.Judging;
using Infra.Preview.Model;

namespace Infra.Preview.Findings.Rules.S3;

internal sealed class BucketPublicAccess() : ResourceRule("aws:s3/bucket:Bucket")
{
    private static readonly string[] Flags = ["blockPublicAcls", "blockPublicPolicy", "ignorePublicAcls", "restrictPublicBuckets"];

    public override RuleInfo Info { get; } = new()
    {
        Id = "s3-public-access-blocked",
        Title = "Buckets block every kind of public access",
        Severity = FindingSeverity.High,
        Reason = "Without the block, one wrong policy or ACL opens every object to the internet.",
        Fix = "Give the bucket an aws.s3.BucketPublicAccessBlock with all four flags true.",
        References = [ControlReference.Fsbp("S3.8"), ControlReference.Cis("2.1.4")],
    };

    protected override Verdict Judge(ResourceNode node, ResourceIndex graph) => Verdict.Require(
        graph.AnyPointing(["aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock"], "bucket", node, block => Truth.All(Flags.Select(flag => block.At(flag).IsOn()))),
        "no public access block with all four flags belongs to the bucket");
}
