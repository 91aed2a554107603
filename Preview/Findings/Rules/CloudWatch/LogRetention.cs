using Infra.Preview.Findings.Judging;
using Infra.Preview.Model;

namespace Infra.Preview.Findings.Rules.CloudWatch;

internal sealed class LogRetention() : ResourceRule("aws:cloudwatch/logGroup:LogGroup")
{
    public override RuleInfo Info { get; } = new()
    {
        Id = "cloudwatch-log-retention",
        Title = "Log groups expire",
        Severity = FindingSeverity.Medium,
        Reason = "Logs without an end are paid for for ever, and personal data in them is kept longer than allowed.",
        Fix = "Set retentionInDays.",
        References = [ControlReference.SecurityHub("CloudWatch.16")],
    };

    protected override Verdict Judge(ResourceNode node, ResourceIndex graph) => Verdict.Require(node.At("retentionInDays").IsBetween(1), "retentionInDays is not set");
}
