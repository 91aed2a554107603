using Meta = Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Networking = Pulumi.Kubernetes.Types.Inputs.Networking.V1;

namespace Infra.Components.Hypernym.Eks;

/// <summary>The traffic of Hypernym's pods, narrower than the security group that they share with their nodes.</summary>
internal static class HypernymTraffic
{
    private const int Dns = 53;
    private const int Https = 443;

    public static Networking.NetworkPolicySpecArgs Specify(HypernymFoundation foundation, Meta.LabelSelectorArgs pods) => new()
    {
        PodSelector = pods,
        PolicyTypes = ["Ingress", "Egress"],
        // The load balancer and the kubelets, which probe, have addresses of the private subnets.
        Ingress = new Networking.NetworkPolicyIngressRuleArgs
        {
            From = foundation.Layout.PrivateSubnets.Select(subnet => Block(subnet.CidrBlock)).ToArray(),
            Ports = Port(foundation.Application.Port),
        },
        Egress = (Networking.NetworkPolicyEgressRuleArgs[])
        [
            new() { To = new Networking.NetworkPolicyPeerArgs { NamespaceSelector = new Meta.LabelSelectorArgs() }, Ports = (Networking.NetworkPolicyPortArgs[])[Port(Dns, "UDP"), Port(Dns)] },
            new() { To = Block(foundation.Layout.VpcCidr), Ports = Port(Https) },
            .. ToProvider(foundation),
        ],
    };

    private static IEnumerable<Networking.NetworkPolicyEgressRuleArgs> ToProvider(HypernymFoundation foundation)
    {
        var (port, cidrs) = foundation.Provider switch
        {
            ManagedInference managed => (managed.Port, managed.ApiCidrs),
            ByopInference byop => (byop.Port, byop.EgressCidrs),
            _ => throw new NotSupportedException($"No traffic is known of {foundation.Provider.GetType().Name}."),
        };
        if (cidrs.Count > 0)
        {
            yield return new() { To = cidrs.Select(Block).ToArray(), Ports = Port(port) };
        }

        // Service names such as the managed one's lead to pods; policies see those, and not the service's address.
        if (foundation.Provider is ManagedInference)
        {
            yield return new() { To = new Networking.NetworkPolicyPeerArgs { PodSelector = new Meta.LabelSelectorArgs() }, Ports = Port(port) };
        }

        if (foundation.Layout.NatSubnet is not null)
        {
            yield return new() { To = Block("0.0.0.0/0"), Ports = Port(Https) };
        }
    }

    private static Networking.NetworkPolicyPeerArgs Block(string cidr) => new() { IpBlock = new Networking.IPBlockArgs { Cidr = cidr } };

    private static Networking.NetworkPolicyPortArgs Port(int port, string protocol = "TCP") => new() { Port = port, Protocol = protocol };
}
