using Infra.Preview.Findings.Judging;
using Infra.Preview.Model;

namespace Infra.Preview.Findings.Rules.Ecs;

internal sealed class PrivilegedContainers : ContainerRule
{
    public override RuleInfo Info { get; } = new()
    {
        Id = "ecs-no-privileged-containers",
        Title = "Containers are not privileged",
        Severity = FindingSeverity.High,
        Reason = "A privileged container is root on its host.",
        Fix = "Leave privileged out; add the one capability that is needed, if any.",
        References = [ControlReference.Fsbp("ECS.4")],
    };

    protected override Verdict Judge(PropertyValue container) => Verdict.Require(!container.At("privileged").IsOn(), "the container is privileged");
}
