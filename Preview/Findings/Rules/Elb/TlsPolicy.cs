using Infra.Preview.Findings.Judging;
using Infra.Preview.Model;

namespace Infra.Preview.Findings.Rules.Elb;

internal sealed class TlsPolicy() : ResourceRule("aws:lb/listener:Listener")
{
    public override RuleInfo Info { get; } = new()
    {
        Id = "elb-tls-policy",
        Title = "Listeners use a TLS policy of today",
        Severity = FindingSeverity.Medium,
        Reason = "The default policy, used when none is named, still admits TLS 1.0.",
        Fix = "Set sslPolicy to ELBSecurityPolicy-TLS13-1-2-2021-06 or a newer one.",
        References = [ControlReference.Fsbp("ELB.17")],
    };

    protected override Verdict Judge(ResourceNode node, ResourceIndex graph) => Verdict
        .Require(
            node.At("sslPolicy").Satisfies(policy =>
                policy.StartsWith("ELBSecurityPolicy-TLS13-1-2-", StringComparison.Ordinal) || policy.StartsWith("ELBSecurityPolicy-TLS13-1-3-", StringComparison.Ordinal)),
            $"sslPolicy is {node.At("sslPolicy").Shown()}")
        .When(node.At("protocol").IsOneOf("HTTPS", "TLS"));
}
