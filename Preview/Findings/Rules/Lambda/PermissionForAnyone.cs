using Infra.Preview.Findings.Judging;
using Infra.Preview.Model;

namespace Infra.Preview.Findings.Rules.Lambda;

internal sealed class PermissionForAnyone() : ResourceRule("aws:lambda/permission:Permission")
{
    public override RuleInfo Info { get; } = new()
    {
        Id = "lambda-permission-not-public",
        Title = "Functions may not be called by anyone",
        Severity = FindingSeverity.Critical,
        Reason = "A permission for every principal lets every AWS account call the function, past the authorisation of its URL.",
        Fix = "Name the principal; for a public function URL set functionUrlAuthType or invokedViaFunctionUrl, which bind the permission to the URL.",
        References = [ControlReference.Fsbp("Lambda.1")],
    };

    protected override Verdict Judge(ResourceNode node, ResourceIndex graph) => Verdict.Require(
        !node.At("principal").IsOneOf("*") | node.At("functionUrlAuthType").IsGiven() | node.At("invokedViaFunctionUrl").IsOn()
            | node.At("sourceArn").IsGiven() | node.At("sourceAccount").IsGiven() | node.At("principalOrgId").IsGiven(),
        "the principal is * without a source");
}
