using Infra.Preview.Findings.Judging;
using Infra.Preview.Model;

namespace Infra.Preview.Findings.Rules.Ecs;

internal sealed class ContainerLogging : ContainerRule
{
    public override RuleInfo Info { get; } = new()
    {
        Id = "ecs-container-logging",
        Title = "Every container writes logs",
        Severity = FindingSeverity.Medium,
        Reason = "A container without a log driver leaves nothing to look at when it fails or is attacked.",
        Fix = "Set logConfiguration, for example with the awslogs driver.",
        References = [ControlReference.Fsbp("ECS.9")],
    };

    protected override Verdict Judge(PropertyValue container) =>
        Verdict.Require(container.At("logConfiguration.logDriver").IsGiven(), "logConfiguration names no driver");
}
