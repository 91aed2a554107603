using Infra.Preview.Findings.Judging;
using Infra.Preview.Model;

namespace Infra.Preview.Findings.Rules.Lambda;

internal sealed class FunctionZones() : ResourceRule("aws:lambda/function:Function")
{
    public override RuleInfo Info { get; } = new()
    {
        Id = "lambda-two-zones",
        Title = "Functions in a VPC span availability zones",
        Severity = FindingSeverity.Low,
        Reason = "A function in one zone stops with it.",
        Fix = "Give vpcConfig subnets in two availability zones.",
        References = [ControlReference.Fsbp("Lambda.5")],
    };

    protected override Verdict Judge(ResourceNode node, ResourceIndex graph) => Verdict
        .Require(Subnets.SpanZones(graph, node, "vpcConfig.subnetIds", 2), "its subnets do not lie in two availability zones")
        .When(node.At("vpcConfig").IsNull ? Truth.No : node.At("vpcConfig.subnetIds").IsGiven());
}
