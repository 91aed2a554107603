using Infra.Preview.Findings.Judging;

namespace Infra.Preview.Findings.Rules.Iam;

internal sealed class ServiceWildcards : StatementRule
{
    public override RuleInfo Info { get; } = new()
    {
        Id = "iam-no-service-wildcards",
        Title = "Policies do not allow all actions of a service on all resources",
        Severity = FindingSeverity.High,
        Reason = "The workload may then delete and reconfigure what it only had to read, in all of the account.",
        Fix = "List the actions, or the resources, that are needed.",
        References = [ControlReference.Fsbp("IAM.21"), ControlReference.WellArchitected("SEC03-BP02", "sec_permissions_least_privileges")],
    };

    protected override IReadOnlyList<(string Type, string Path)> Policies => IdentityPolicies;

    protected override Verdict Judge(PolicyStatement statement)
    {
        var wide = statement.Allows && statement.IsForAll ? statement.Actions.Where(action => action.EndsWith(":*", StringComparison.Ordinal)).ToList() : [];
        return Verdict.Require(wide.Count == 0, $"{string.Join(", ", wide)} is allowed on every resource");
    }
}
