using Infra.Preview.Findings.Judging;
using Infra.Preview.Model;

namespace Infra.Preview.Findings.Rules.S3;

internal sealed class ObjectOwnership() : ResourceRule("aws:s3/bucket:Bucket")
{
    public override RuleInfo Info { get; } = new()
    {
        Id = "s3-no-acls",
        Title = "Buckets take no ACLs",
        Severity = FindingSeverity.Low,
        Reason = "An ACL gives access past the bucket's policy, object by object.",
        Fix = "Give the bucket aws.s3.BucketOwnershipControls with BucketOwnerEnforced.",
        References = [ControlReference.Fsbp("S3.12")],
    };

    protected override Verdict Judge(ResourceNode node, ResourceIndex graph) => Verdict.Require(
        graph.AnyPointing(
            ["aws:s3/bucketOwnershipControls:BucketOwnershipControls"], "bucket", node, controls => controls.At("rule.objectOwnership").IsOneOf("BucketOwnerEnforced")),
        "no ownership controls with BucketOwnerEnforced belong to the bucket");
}
