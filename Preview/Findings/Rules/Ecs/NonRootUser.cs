using Infra.Preview.Findings.Judging;
using Infra.Preview.Model;

namespace Infra.Preview.Findings.Rules.Ecs;

internal sealed class NonRootUser : ContainerRule
{
    public override RuleInfo Info { get; } = new()
    {
        Id = "ecs-non-root-user",
        Title = "Containers run as a user of their own",
        Severity = FindingSeverity.Medium,
        Reason = "Root in a container is the first step out of it.",
        Fix = "Set user to a number other than 0.",
        References = [ControlReference.Fsbp("ECS.20")],
    };

    protected override Verdict Judge(PropertyValue container) => Verdict.Require(
        container.At("user").Satisfies(user => user.Split(':')[0] is not ("root" or "0" or "")), "user is not set, or is root");
}
