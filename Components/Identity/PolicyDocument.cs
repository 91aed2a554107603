using System.Collections.Immutable;
using Pulumi;

namespace Infra.Components.Identity;

/// <summary>An IAM policy: statements that become one stable JSON text.</summary>
public sealed class PolicyDocument
{
    /// <summary>Makes a policy of these statements. Faults in them throw <see cref="ArgumentException"/>, all at once.</summary>
    public PolicyDocument(params IEnumerable<PolicyStatement> statements)
    {
        Statements = [.. statements];
        PolicyDocumentRules.Check(Statements);
    }

    /// <summary>The statements in order.</summary>
    public IReadOnlyList<PolicyStatement> Statements { get; }

    /// <summary>
    /// The policy as JSON: version 2012-10-17, statements in order, keys sorted, the values of a list in the order given.
    /// Unknown or secret values in a statement make the whole text unknown or secret.
    /// </summary>
    public Output<string> ToJson() =>
        Output.All(Statements.Select(Resolve)).Apply(statements => PolicyJson.Write(statements));

    private static Output<ResolvedStatement> Resolve(PolicyStatement statement) =>
        Output.Tuple(
            statement.Resources.ToOutput(),
            (statement.Principal?.Identifiers ?? []).ToOutput(),
            Output.All(statement.Conditions.Select(Resolve)))
        .Apply(values => new ResolvedStatement(
            statement.Sid,
            statement.Effect,
            statement.Actions,
            PolicyDocumentRules.CheckedResources(statement, values.Item1),
            statement.Principal is { } principal ? new ResolvedPrincipal(principal.Type, values.Item2) : null,
            values.Item3));

    private static Output<ResolvedCondition> Resolve(PolicyCondition condition) =>
        Output.Tuple(condition.Key.ToOutput(), condition.Values.ToOutput())
            .Apply(values => new ResolvedCondition(condition.Comparison, values.Item1, values.Item2));
}

internal sealed record ResolvedStatement(
    string Sid,
    PolicyEffect Effect,
    IReadOnlyList<string> Actions,
    ImmutableArray<string> Resources,
    ResolvedPrincipal? Principal,
    ImmutableArray<ResolvedCondition> Conditions);

internal sealed record ResolvedPrincipal(string? Type, ImmutableArray<string> Identifiers);

internal sealed record ResolvedCondition(string Comparison, string Key, ImmutableArray<string> Values);
