using Infra.Preview.Findings.Judging;
using Infra.Preview.Model;

namespace Infra.Preview.Findings.Rules;

/// <summary>A rule about each statement of some policies.</summary>
internal abstract class StatementRule : IRule
{
    /// <summary>Where policies that give permissions to identities stand.</summary>
    protected static readonly (string Type, string Path)[] IdentityPolicies =
    [
        ("aws:iam/policy:Policy", "policy"), ("aws:iam/rolePolicy:RolePolicy", "policy"), ("aws:iam/userPolicy:UserPolicy", "policy"),
        ("aws:iam/groupPolicy:GroupPolicy", "policy"), ("aws:iam/role:Role", "inlinePolicies"),
    ];

    public abstract RuleInfo Info { get; }

    protected abstract IReadOnlyList<(string Type, string Path)> Policies { get; }

    public IEnumerable<Outcome> Evaluate(ResourceIndex graph) =>
        from place in Policies
        from node in graph.Of(place.Type)
        from policy in Documents(node.At(place.Path))
        from outcome in Judge(node, policy)
        select outcome;

    protected abstract Verdict Judge(PolicyStatement statement);

    // A role's inline policies are a list of them; elsewhere the value is the policy.
    private static IEnumerable<PropertyValue> Documents(PropertyValue value) =>
        value.AsList is { } list ? list.Select(item => item.At("policy")) : value.IsNull ? [] : [value];

    private IEnumerable<Outcome> Judge(ResourceNode node, PropertyValue policy) => PolicyStatement.Of(policy) is { } statements
        ? statements.Select(statement => new Outcome(node, Judge(statement), statement.Name))
        : [new Outcome(node, Verdict.Undecided)];
}
