using Infra.Preview.Findings.Judging;
using Infra.Preview.Model;

namespace Infra.Preview.Findings.Rules.S3;

internal sealed class ObjectExpiry() : ResourceRule("aws:s3/bucket:Bucket")
{
    public override RuleInfo Info { get; } = new()
    {
        Id = "s3-lifecycle",
        Title = "Buckets have a lifecycle",
        Severity = FindingSeverity.Low,
        Reason = "Parts of uploads that were never finished and old versions are paid for without being seen.",
        Fix = "Give the bucket an aws.s3.BucketLifecycleConfiguration that at least aborts unfinished uploads.",
        References = [ControlReference.Fsbp("S3.13")],
    };

    protected override Verdict Judge(ResourceNode node, ResourceIndex graph) => Verdict.Require(
        graph.AnyPointing(
            ["aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration"], "bucket", node,
            lifecycle => lifecycle.At("rules").AnyItem(rule => rule.At("status").IsOneOf("Enabled"))),
        "no lifecycle configuration with an enabled rule belongs to the bucket");
}
