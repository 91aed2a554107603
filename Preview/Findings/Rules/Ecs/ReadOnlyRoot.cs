using Infra.Preview.Findings.Judging;
using Infra.Preview.Model;

namespace Infra.Preview.Findings.Rules.Ecs;

internal sealed class ReadOnlyRoot : ContainerRule
{
    public override RuleInfo Info { get; } = new()
    {
        Id = "ecs-read-only-root",
        Title = "Containers cannot write to their root file system",
        Severity = FindingSeverity.Medium,
        Reason = "Whoever breaks into a container that can write its own image can leave tools and back doors in it.",
        Fix = "Set readonlyRootFilesystem and mount a volume where the application writes, such as /tmp.",
        References = [ControlReference.Fsbp("ECS.5")],
    };

    protected override Verdict Judge(PropertyValue container) =>
        Verdict.Require(container.At("readonlyRootFilesystem").IsOn(), "readonlyRootFilesystem is not true");
}
