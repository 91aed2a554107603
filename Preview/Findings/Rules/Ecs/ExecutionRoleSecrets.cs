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
            // A parameter may be named without its ARN; which one that is depends on account and region.
            let readable = statements is null || !reference.StartsWith("arn:", StringComparison.Ordinal)
                ? Truth.Unknown
                : statements.Any(statement => MayRead(statement, reference))
            select new Outcome(
                task, Verdict.Require(readable, $"the execution role may not read {secret["name"].AsText}"), $"{container["name"].AsText}, {secret["name"].AsText}");
    }

    // A secret's reference may name a key and a version behind the ARN, which has seven parts. A `?` is read as `*`: policies use it for the six random
    // characters at the end of an ARN.
    private static bool MayRead(PolicyStatement statement, string reference)
    {
        var arn = string.Join(':', reference.Split(':').Take(7));
        return (statement.Covers("secretsmanager:GetSecretValue") || statement.Covers("ssm:GetParameters"))
            && statement.Resources.Any(resource => ResourcePattern.MatchesText(resource.Replace('?', '*'), arn));
    }

    // The role's own statements; null while they are not all known.
    private static List<PolicyStatement>? Statements(ResourceIndex graph, ResourceNode role)
    {
        var attachments = graph.Of("aws:iam/rolePolicyAttachment:RolePolicyAttachment").Where(attachment => !graph.Points(attachment, "role", role).IsNo).ToList();
        if (attachments.Exists(attachment => MayHoldMore(graph, attachment)) || !role.At("managedPolicyArns").IsNull || role.At("inlinePolicies").IsUnknown)
        {
            return null;
        }

        var inline = (role.At("inlinePolicies").AsList ?? ListValue.Empty).Select(policy => (Belongs: Truth.Yes, Policy: policy.At("policy")));
        var own = graph.Of("aws:iam/rolePolicy:RolePolicy").Select(policy => (Belongs: graph.Points(policy, "role", role), Policy: policy.At("policy")));
        var attached =
            from attachment in attachments
            from policy in graph.Of("aws:iam/policy:Policy")
            select (Belongs: graph.Points(attachment, "role", role) & graph.Points(attachment, "policyArn", policy), Policy: policy.At("policy"));
        var statements = inline.Concat(own).Concat(attached).Where(entry => !entry.Belongs.IsNo)
            .Select(entry => entry.Belongs.IsYes ? PolicyStatement.Of(entry.Policy) : null).ToList();
        return statements.Contains(null) ? null : [.. statements.SelectMany(some => some!)];
    }

    // What a policy outside of the stack allows is not known here, except that AWS's own for execution roles names no secret.
    private static bool MayHoldMore(ResourceIndex graph, ResourceNode attachment) =>
        graph.Targets(attachment, "policyArn", "aws:iam/policy:Policy").All(target => target.Candidates.Count == 0)
        && attachment.At("policyArn").AsText?.EndsWith("/AmazonECSTaskExecutionRolePolicy", StringComparison.Ordinal) is not true;
}
