using Infra.Preview.Lookups;
using Infra.Preview.Model;

namespace Infra.Preview.Synthesis;

/// <summary>Outputs of networks and load balancers.</summary>
internal static class NetworkOutputs
{
    private const string Balancing = "elasticloadbalancing";

    public static PropertyValue? Value(string name, string property, Synthesis synthesis) => name switch
    {
        "vpcBlock" => $"10.{Digest.Number(synthesis.Seed("cidrBlock"), 256)}.0.0/{synthesis.Node.Inputs["ipv4NetmaskLength"].AsNumber ?? 16}",
        "vpcIpv6" => VpcIpv6(synthesis),
        "vpcIpv6Association" => HasIpv6(synthesis) ? "vpc-cidr-assoc-" + Digest.Hex(synthesis.Seed(property), 17) : "",
        "vpcIpv6Border" => HasIpv6(synthesis) ? synthesis.Region : "",
        "subnetIpv6Association" => Text(synthesis, "ipv6CidrBlock").Length > 0 ? "subnet-cidr-assoc-" + Digest.Hex(synthesis.Seed(property), 17) : "",
        "zoneId" => ZoneId(synthesis),
        "endpointDns" => EndpointDns(synthesis),
        "endpointPrefixList" => EndpointPrefixList(synthesis),
        "loadBalancerArn" => $"arn:aws:{Balancing}:{synthesis.Region}:{synthesis.Account}:loadbalancer/{Suffix(synthesis)}",
        "loadBalancerSuffix" => Suffix(synthesis),
        "loadBalancerDns" => LoadBalancerDns(synthesis),
        "loadBalancerZone" => Kind(synthesis) == "app"
            ? RegionFacts.Of(synthesis.Region).LoadBalancerZone
            : RegionFacts.Of(synthesis.Region).NetworkLoadBalancerZone,
        "listenerArn" => Below(synthesis, "loadBalancerArn", ":loadbalancer/", ":listener/"),
        "listenerRuleArn" => Below(synthesis, "listenerArn", ":listener/", ":listener-rule/"),
        _ => null,
    };

    private static string Text(Synthesis synthesis, string input) => synthesis.Node.Inputs[input].AsText ?? "";

    private static bool HasIpv6(Synthesis synthesis) =>
        synthesis.Node.Inputs["assignGeneratedIpv6CidrBlock"].AsBool is true
        || Text(synthesis, "ipv6IpamPoolId").Length > 0
        || Text(synthesis, "ipv6CidrBlock").Length > 0;

    // 2001:db8::/32 is set aside for documentation.
    private static string VpcIpv6(Synthesis synthesis) => HasIpv6(synthesis)
        ? $"2001:db8:{1 + Digest.Number(synthesis.Seed("ipv6"), 65535):x}:{1 + Digest.Number(synthesis.Seed("ipv6low"), 255):x}00::/56"
        : "";

    private static string ZoneId(Synthesis synthesis)
    {
        var own = Text(synthesis, "availabilityZoneId");
        var zone = Text(synthesis, "availabilityZone") is { Length: > 0 } given ? given : synthesis.Region + "a";
        return own.Length > 0 ? own : RegionFacts.Of(synthesis.Region).ZoneId(zone);
    }

    private static ListValue EndpointDns(Synthesis synthesis)
    {
        if (!string.Equals(Text(synthesis, "vpcEndpointType"), "Interface", StringComparison.OrdinalIgnoreCase))
        {
            return ListValue.Empty;
        }

        var service = Text(synthesis, "serviceName") is { } name ? name[(name.LastIndexOf('.') + 1)..] : "";
        var host = $"{synthesis.Id()}-{Digest.Lower(synthesis.Seed("dns"), 8)}.{service}.{synthesis.Region}.vpce.amazonaws.com";
        return ListValue.Of(MapValue.Of(("dnsName", host), ("hostedZoneId", "Z" + Digest.Upper(synthesis.Seed("dnszone"), 13))));
    }

    private static string EndpointPrefixList(Synthesis synthesis) => Text(synthesis, "vpcEndpointType") is "" or "Gateway"
        ? RegionFacts.Of(synthesis.Region).PrefixList(Text(synthesis, "serviceName")) ?? "pl-" + Digest.Hex(synthesis.Seed("prefixList"), 8)
        : "";

    private static string Kind(Synthesis synthesis) => Text(synthesis, "loadBalancerType") switch
    {
        "network" => "net",
        "gateway" => "gwy",
        _ => "app",
    };

    private static string Suffix(Synthesis synthesis) => $"{Kind(synthesis)}/{synthesis.Name}/{Number(synthesis)}";

    private static string Number(Synthesis synthesis) => Digest.Hex(synthesis.Seed("id"), 16);

    private static string LoadBalancerDns(Synthesis synthesis)
    {
        var scheme = synthesis.Node.Inputs["internal"].AsBool is true && Kind(synthesis) == "app" ? "internal-" : "";
        return Kind(synthesis) == "app"
            ? $"{scheme}{synthesis.Name}-{Digest.Digits(synthesis.Seed("dnsName"), 10)}.{synthesis.Region}.elb.amazonaws.com"
            : $"{synthesis.Name}-{Number(synthesis)}.elb.{synthesis.Region}.amazonaws.com";
    }

    // A listener's ARN continues its load balancer's, a rule's its listener's.
    private static string Below(Synthesis synthesis, string input, string from, string to)
    {
        var above = Text(synthesis, input);
        var start = above.Contains(from, StringComparison.Ordinal)
            ? above.Replace(from, to, StringComparison.Ordinal)
            : $"arn:aws:{Balancing}:{synthesis.Region}:{synthesis.Account}{to}app/unknown/{Digest.Hex(synthesis.Seed(input), 16)}";
        return $"{start}/{Number(synthesis)}";
    }
}
