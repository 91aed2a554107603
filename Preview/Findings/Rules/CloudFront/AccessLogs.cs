using Infra.Preview.Findings.Judging;
using Infra.Preview.Model;

namespace Infra.Preview.Findings.Rules.CloudFront;

internal sealed class AccessLogs() : ResourceRule("aws:cloudfront/distribution:Distribution")
{
    public override RuleInfo Info { get; } = new()
    {
        Id = "cloudfront-access-logs",
        Title = "Distributions keep access logs",
        Severity = FindingSeverity.Low,
        Reason = "Without them nobody can tell who called what when something went wrong.",
        Fix = "Set loggingConfig, or deliver logs with aws.cloudwatch.LogDeliverySource.",
        References = [ControlReference.Fsbp("CloudFront.5")],
    };

    protected override Verdict Judge(ResourceNode node, ResourceIndex graph) => Verdict.Require(
        node.At("loggingConfig").IsGiven() | graph.AnyPointing(["aws:cloudwatch/logDeliverySource:LogDeliverySource"], "resourceArn", node), "no logs are delivered");
}
