using Infra.Preview.Findings.Judging;
using Infra.Preview.Model;

namespace Infra.Preview.Findings.Rules.Elb;

internal sealed class PublicListener() : ResourceRule("aws:lb/listener:Listener")
{
    public override RuleInfo Info { get; } = new()
    {
        Id = "elb-public-listener-encrypted",
        Title = "Listeners for the internet speak TLS or redirect to it",
        Severity = FindingSeverity.High,
        Reason = "Passwords, tokens and pages cross the internet readable and changeable.",
        Fix = "Give the listener a certificate and HTTPS, and let port 80 redirect to it.",
        References = [ControlReference.Fsbp("ELB.1"), ControlReference.Fsbp("ELB.17")],
    };

    protected override Verdict Judge(ResourceNode node, ResourceIndex graph) =>
        Verdict.Require(Listeners.AreEncrypted(node), $"{node.At("protocol").Shown()} is answered without a redirect to HTTPS").When(!Listeners.AreInternal(graph, node));
}
