using Infra.Preview.Findings.Judging;
using Infra.Preview.Model;

namespace Infra.Preview.Findings.Rules.Elb;

internal sealed class HeaderDefences() : ResourceRule("aws:lb/loadBalancer:LoadBalancer")
{
    public override RuleInfo Info { get; } = new()
    {
        Id = "elb-header-defences",
        Title = "Application load balancers drop malformed requests",
        Severity = FindingSeverity.Medium,
        Reason = "Requests that load balancer and application read differently smuggle a second request past the first one's checks.",
        Fix = "Set dropInvalidHeaderFields to true and leave desyncMitigationMode at defensive, or set strictest.",
        References = [ControlReference.Fsbp("ELB.4"), ControlReference.Fsbp("ELB.12")],
    };

    protected override Verdict Judge(ResourceNode node, ResourceIndex graph)
    {
        var (mode, type) = (node.At("desyncMitigationMode"), node.At("loadBalancerType"));
        return Verdict.Require(
                (node.At("dropInvalidHeaderFields").IsOn(), "dropInvalidHeaderFields is not true"),
                (mode.IsNull ? Truth.Yes : mode.IsOneOf("defensive", "strictest"), $"desyncMitigationMode is {mode.Shown()}"))
            .When(type.IsNull ? Truth.Yes : type.IsOneOf("application"));
    }
}
