using Infra.Preview.Findings.Judging;
using Infra.Preview.Model;

namespace Infra.Preview.Findings.Rules.Ecs;

internal sealed class SeparateRoles() : ResourceRule("aws:ecs/taskDefinition:TaskDefinition")
{
    private const string Role = "aws:iam/role:Role";

    public override RuleInfo Info { get; } = new()
    {
        Id = "ecs-separate-roles",
        Title = "The application does not have the agent's role",
        Severity = FindingSeverity.Medium,
        Reason = "The execution role may pull images and read secrets for starting the task; with it, the application could too.",
        Fix = "Make a role for taskRoleArn that differs from executionRoleArn.",
        References = [ControlReference.Checkov("CKV_AWS_249")],
    };

    protected override Verdict Judge(ResourceNode node, ResourceIndex graph)
    {
        var (execution, task) = (node.At("executionRoleArn"), node.At("taskRoleArn"));
        if (execution.IsNull || task.IsNull)
        {
            return Verdict.Require(true, "");
        }

        return Verdict.Require(execution.IsUnknown || task.IsUnknown ? Differ(graph, node) : execution.AsText != task.AsText, "task role and execution role are the same");
    }

    private static Truth Differ(ResourceIndex graph, ResourceNode node) =>
        graph.Targets(node, "executionRoleArn", Role).Concat(graph.Targets(node, "taskRoleArn", Role)).Select(target => target.Sure).ToList() is [{ } one, { } other]
            ? one != other
            : Truth.Unknown;
}
