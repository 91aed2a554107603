using Infra.Preview.Findings.Judging;
using Infra.Preview.Model;

namespace Infra.Preview.Findings.Rules.CloudWatch;

internal sealed class AlarmActions() : ResourceRule("aws:cloudwatch/metricAlarm:MetricAlarm")
{
    public override RuleInfo Info { get; } = new()
    {
        Id = "cloudwatch-alarm-actions",
        Title = "Alarms tell somebody",
        Severity = FindingSeverity.Medium,
        Reason = "An alarm without an action changes its colour where nobody looks.",
        Fix = "Set alarmActions, for example to an SNS topic, and leave actionsEnabled at true.",
        References = [ControlReference.SecurityHub("CloudWatch.15"), ControlReference.SecurityHub("CloudWatch.17")],
    };

    protected override Verdict Judge(ResourceNode node, ResourceIndex graph) => Verdict.Require(
        (node.At("alarmActions").IsGiven(), "alarmActions is empty"),
        (node.At("actionsEnabled").IsOn(whenMissing: true), "actionsEnabled is false"));
}
