using Infra.Preview.Findings.Judging;
using Infra.Preview.Model;

namespace Infra.Preview.Findings.Rules.Iam;

internal sealed class AdministratorPolicies()
    : ResourceRule(
        "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
        "aws:iam/policyAttachment:PolicyAttachment",
        "aws:iam/role:Role")
{
    private static readonly string[] Administrators = [":policy/AdministratorAccess", ":policy/IAMFullAccess", ":policy/PowerUserAccess"];

    public override RuleInfo Info { get; } = new()
    {
        Id = "iam-no-administrator-policies",
        Title = "Workloads have no administrator policies of AWS",
        Severity = FindingSeverity.Critical,
        Reason = "With them, whoever takes over the workload owns the account.",
        Fix = "Attach a policy with the permissions that are needed.",
        References = [ControlReference.Fsbp("IAM.1"), ControlReference.WellArchitected("SEC03-BP02", "sec_permissions_least_privileges")],
    };

    protected override Verdict Judge(ResourceNode node, ResourceIndex graph) => Verdict.Require(
        !(node.At("policyArn").Satisfies(IsAdministrator) | node.At("managedPolicyArns").AnyItem(arn => arn.Satisfies(IsAdministrator))),
        "an administrator policy of AWS is attached");

    private static bool IsAdministrator(string arn) => Array.Exists(Administrators, name => arn.EndsWith(name, StringComparison.Ordinal));
}
