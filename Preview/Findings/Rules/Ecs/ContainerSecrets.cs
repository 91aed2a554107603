using Infra.Preview.Findings.Judging;
using Infra.Preview.Model;

namespace Infra.Preview.Findings.Rules.Ecs;

internal sealed class ContainerSecrets : ContainerRule
{
    public override RuleInfo Info { get; } = new()
    {
        Id = "ecs-no-secrets-in-environment",
        Title = "Containers get secrets by reference",
        Severity = FindingSeverity.High,
        Reason = "Whoever may describe the task definition reads its environment, and every revision is kept.",
        Fix = "Pass the value with secrets[].valueFrom from Secrets Manager or Parameter Store.",
        References = [ControlReference.Fsbp("ECS.8")],
    };

    protected override Verdict Judge(PropertyValue container) => SecretNames.Judge(
        [.. (container.At("environment").AsList ?? ListValue.Empty).Select(variable => (variable["name"].AsText ?? "", variable["value"]))]);
}
