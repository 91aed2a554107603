using Infra.Preview.Findings.Judging;
using Infra.Preview.Model;

namespace Infra.Preview.Findings.Rules.Ec2;

internal sealed class MetadataService() : ResourceRule("aws:ec2/instance:Instance", "aws:ec2/launchTemplate:LaunchTemplate")
{
    public override RuleInfo Info { get; } = new()
    {
        Id = "ec2-imdsv2-required",
        Title = "The metadata service of instances asks for a token",
        Severity = FindingSeverity.High,
        Reason = "With version 1, a request forged through the application reads the instance role's credentials.",
        Fix = "Set metadataOptions.httpTokens to required.",
        References = [ControlReference.Fsbp("EC2.8"), ControlReference.Fsbp("EC2.170"), ControlReference.Cis("5.6")],
    };

    protected override Verdict Judge(ResourceNode node, ResourceIndex graph) => Verdict.Require(
        node.At("metadataOptions.httpTokens").IsOneOf("required") | node.At("metadataOptions.httpEndpoint").IsOneOf("disabled"),
        "metadataOptions.httpTokens is not required");
}
