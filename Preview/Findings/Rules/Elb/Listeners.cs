using Infra.Preview.Findings.Judging;
using Infra.Preview.Model;

namespace Infra.Preview.Findings.Rules.Elb;

/// <summary>What rules about listeners share.</summary>
internal static class Listeners
{
    /// <summary>Whether a listener speaks TLS, or only redirects to it. Protocols below HTTP carry what the application makes of them.</summary>
    public static Truth AreEncrypted(ResourceNode listener)
    {
        var actions = listener.At("defaultActions");
        return listener.At("protocol").IsOneOf("HTTPS", "TLS", "TCP", "UDP", "TCP_UDP", "QUIC", "TCP_QUIC")
            | (actions.IsGiven() & actions.EveryItem(action => action.At("type").IsOneOf("redirect") & action.At("redirect.protocol").IsOneOf("HTTPS")));
    }

    /// <summary>Whether a listener's load balancer has private addresses only.</summary>
    public static Truth AreInternal(ResourceIndex graph, ResourceNode listener) => Truth.Any(
        graph.Targets(listener, "loadBalancerArn", "aws:lb/loadBalancer:LoadBalancer").Select(target => target.Satisfies(balancer => balancer.At("internal").IsOn())));
}
