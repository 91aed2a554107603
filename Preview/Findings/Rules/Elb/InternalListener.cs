using Infra.Preview.Findings.Judging;
using Infra.Preview.Model;

namespace Infra.Preview.Findings.Rules.Elb;

internal sealed class InternalListener() : ResourceRule("aws:lb/listener:Listener")
{
    public override RuleInfo Info { get; } = new()
    {
        Id = "elb-internal-listener-encrypted",
        Title = "Internal listeners speak TLS",
        Severity = FindingSeverity.Low,
        Reason = "Whoever gets into the network reads the traffic.",
        Fix = "Give the listener a certificate, for example of a private authority, and HTTPS.",
        References = [ControlReference.Fsbp("ELB.1"), ControlReference.Fsbp("ELB.17")],
    };

    protected override Verdict Judge(ResourceNode node, ResourceIndex graph) =>
        Verdict.Require(Listeners.AreEncrypted(node), $"{node.At("protocol").Shown()} is answered without a redirect to HTTPS").When(Listeners.AreInternal(graph, node));
}
