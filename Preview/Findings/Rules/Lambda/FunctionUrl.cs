using Infra.Preview.Findings.Judging;
using Infra.Preview.Model;

namespace Infra.Preview.Findings.Rules.Lambda;

internal sealed class FunctionUrl() : ResourceRule("aws:lambda/functionUrl:FunctionUrl")
{
    public override RuleInfo Info { get; } = new()
    {
        Id = "lambda-url-signed",
        Title = "Function URLs ask for signed requests",
        Severity = FindingSeverity.High,
        Reason = "Anyone who knows the address runs the function; only its own code then decides whom it serves.",
        Fix = "Set authorizationType to AWS_IAM; for callers that cannot sign, check a secret in the code and accept the finding with that reason.",
        References = [ControlReference.Fsbp("Lambda.1"), ControlReference.Checkov("CKV_AWS_258")],
    };

    protected override Verdict Judge(ResourceNode node, ResourceIndex graph) => Verdict.Require(
        node.At("authorizationType").IsOneOf("AWS_IAM"), $"authorizationType is {node.At("authorizationType").Shown()}");
}
