using Infra.Preview.Findings.Judging;
using Infra.Preview.Model;

namespace Infra.Preview.Findings.Rules.Sqs;

internal sealed class QueueEncryption() : ResourceRule("aws:sqs/queue:Queue")
{
    public override RuleInfo Info { get; } = new()
    {
        Id = "sqs-encrypted",
        Title = "Queues are encrypted",
        Severity = FindingSeverity.Medium,
        Reason = "Messages lie readable on AWS's disks.",
        Fix = "Leave sqsManagedSseEnabled at true, its default for new queues, or set kmsMasterKeyId.",
        References = [ControlReference.Fsbp("SQS.1")],
    };

    protected override Verdict Judge(ResourceNode node, ResourceIndex graph) => Verdict.Require(
        node.At("sqsManagedSseEnabled").IsOn(whenMissing: true) | node.At("kmsMasterKeyId").IsGiven(), "sqsManagedSseEnabled is false and there is no key");
}
