using Infra.Preview.Findings.Judging;
using Infra.Preview.Model;

namespace Infra.Preview.Findings.Rules.Lambda;

internal sealed class ServicePermissionSource() : ResourceRule("aws:lambda/permission:Permission")
{
    public override RuleInfo Info { get; } = new()
    {
        Id = "lambda-permission-source",
        Title = "Services may call functions only for a named source",
        Severity = FindingSeverity.Medium,
        Reason = "Without a source, anybody's resource of that service, in any account, can make it call the function.",
        Fix = "Set sourceArn to the resource that calls, or sourceAccount.",
        References = [ControlReference.Fsbp("Lambda.1")],
    };

    protected override Verdict Judge(ResourceNode node, ResourceIndex graph) => Verdict
        .Require(node.At("sourceArn").IsGiven() | node.At("sourceAccount").IsGiven(), $"{node.At("principal").Shown()} may call for any source")
        .When(node.At("principal").Satisfies(principal => principal.EndsWith(".amazonaws.com", StringComparison.Ordinal)));
}
