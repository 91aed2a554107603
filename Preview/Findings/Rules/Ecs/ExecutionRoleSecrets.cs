using Infra.Preview.Findings.Judging;
using Infra.Preview.Model;

namespace Infra.Preview.Findings.Rules.Ecs;

internal sealed class ExecutionRoleSecrets : IRule
{
    private const string Role = "aws:iam/role:Role";

    public RuleInfo Info { get; } = new()
    {
        Id = "ecs-execution-role-reads-secrets",
        Title = "The execution role may read what its containers ask for",
        Severity = FindingSeverity.Medium,
        Reason = "A task whose execution role may not read one of its secrets never starts.",
        Fix = "Allow secretsmanager:GetSecretValue, or ssm:GetParameters, on the ARN in valueFrom.",
        References = [ControlReference.Fsbp("ECS.8")],
    };

    public IEnumerable<Outcome> Evaluate(ResourceIndex graph) =>
        from task in graph.Of("aws:ecs/taskDefinition:TaskDefinition")
        let containers = task.At("containerDefinitions").Json()
        from outcome in containers.IsUnknown ? [new Outcome(task, Verdict.Undecided)] : Judge(graph, task, containers.AsList ?? ListValue.Empty)
        select outcome;

    private static IEnumerable<Outcome> Judge(ResourceIndex graph, ResourceNode task, ListValue containers)
    {
        var statements = graph.Targets(task, "executionRoleArn", Role) is [{ Sure: { } role }] ? Statements(graph, role) : null;
        return
            from container in containers
            from secret in container["secrets"].AsList ?? ListValue.Empty
            let reference = secret["valueFrom"].AsText ?? ""
            let readable = statements is null ? Truth.Unknown : statements.Any(statement => MayRead(statement, reference))
            select new Outcome(
                task, Verdict.Require(readable, $"the execution role may not read {secret["name"].AsText}"), $"{container["name"].AsText}, {secret["name"].AsText}");
    }

    // A secret's reference may name a key and a version behind the ARN, which has seven parts.
    private static bool MayRead(PolicyStatement statement, string reference)
    {
        var arn = string.Join(':', reference.Split(':').Take(7));
        return (statement.Covers("secretsmanager:GetSecretValue") || statement.Covers("ssm:GetParameters"))
            && statement.Resources.Any(resource => ResourcePattern.MatchesText(resource, arn));
    }

    // The role's own statements; null while they are not all known.
    private static List<PolicyStatement>? Statements(ResourceIndex graph, ResourceNode role)
    {
        var own = graph.Of("aws:iam/rolePolicy:RolePolicy").Select(policy => (Belongs: graph.Points(policy, "role", role), Policy: policy.At("policy")));
        var attached =
            from attachment in graph.Of("aws:iam/rolePolicyAttachment:RolePolicyAttachment")
            from policy in graph.Of("aws:iam/policy:Policy")
            select (Belongs: graph.Points(attachment, "role", role) & graph.Points(attachment, "policyArn", policy), Policy: policy.At("policy"));
        var statements = own.Concat(attached).Where(entry => !entry.Belongs.IsNo)
            .Select(entry => entry.Belongs.IsYes ? PolicyStatement.Of(entry.Policy) : null).ToList();
        return statements.Contains(null) ? null : [.. statements.SelectMany(some => some!)];
    }
}
