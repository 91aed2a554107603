using Infra.Preview.Model;
using Infra.Preview.Synthesis;

namespace Infra.Preview.Lookups;

/// <summary>Answers about existing networks: which ones there are is the account's affair, so they are made up from the question.</summary>
internal static class NetworkAnswers
{
    private const int SubnetsFound = 2;

    public static MapValue? Compute(LookupCall call) => call.Token[(call.Token.LastIndexOf(':') + 1)..] switch
    {
        "getVpc" => Vpc(call),
        "getVpcs" => MapValue.Of(("ids", ListValue.Of("vpc-" + Digest.Hex(call.Seed("vpc"), 17)))),
        "getSubnet" => Subnet(call),
        "getSubnets" => MapValue.Of(("ids", new ListValue(Subnets(call).Select(id => (PropertyValue)id)))),
        "getSecurityGroup" => SecurityGroup(call),
        _ => null,
    };

    /// <summary>A hosted zone by name or id.</summary>
    public static MapValue HostedZone(LookupCall call)
    {
        var id = call.Text("zoneId") is { Length: > 0 } given ? given : "Z" + Digest.Upper(call.Seed("zone"), 20);
        string[] servers = ["ns-101.awsdns-12.com", "ns-702.awsdns-24.net", "ns-1203.awsdns-36.org", "ns-1704.awsdns-48.co.uk"];
        return MapValue.Of(
            ("id", id),
            ("zoneId", id),
            ("arn", $"arn:aws:route53:::hostedzone/{id}"),
            ("name", call.Text("name").TrimEnd('.')),
            ("callerReference", Digest.Uuid(call.Seed("reference"))),
            ("nameServers", new ListValue(servers.Select(server => (PropertyValue)server))),
            ("primaryNameServer", servers[0]),
            ("privateZone", call.Args["privateZone"].AsBool ?? false),
            ("resourceRecordSetCount", 2));
    }

    // Whoever asks for certain subnets gets them: that they exist is for the account to say.
    private static IEnumerable<string> Subnets(LookupCall call) => call.Filter("subnet-id") is { Count: > 0 } asked
        ? asked
        : Enumerable.Range(1, SubnetsFound).Select(index => "subnet-" + Digest.Hex(call.Seed($"subnet{index}"), 17));

    private static MapValue Vpc(LookupCall call)
    {
        var id = call.Text("id") is { Length: > 0 } given ? given : "vpc-" + Digest.Hex(call.Seed("vpc"), 17);
        return MapValue.Of(
            ("id", id),
            ("arn", $"arn:aws:ec2:{call.Region}:{call.Account}:vpc/{id}"),
            ("cidrBlock", "10.0.0.0/16"),
            ("default", call.Args["default"].AsBool ?? false),
            ("dhcpOptionsId", "dopt-" + Digest.Hex(call.Seed("dhcp"), 17)),
            ("enableDnsHostnames", true),
            ("enableDnsSupport", true),
            ("instanceTenancy", "default"),
            ("mainRouteTableId", "rtb-" + Digest.Hex(call.Seed("main"), 17)),
            ("ownerId", call.Account),
            ("state", "available"));
    }

    private static MapValue Subnet(LookupCall call)
    {
        var id = call.Text("id") is { Length: > 0 } given ? given : "subnet-" + Digest.Hex(call.Seed("subnet1"), 17);
        var zone = call.Text("availabilityZone") is { Length: > 0 } asked ? asked : call.Region + "a";
        return MapValue.Of(
            ("id", id),
            ("arn", $"arn:aws:ec2:{call.Region}:{call.Account}:subnet/{id}"),
            ("availabilityZone", zone),
            ("availabilityZoneId", RegionFacts.Of(call.Region).ZoneId(zone)),
            ("availableIpAddressCount", 251),
            ("cidrBlock", $"10.0.{Digest.Number(call.Seed("block"), 256)}.0/24"),
            ("ownerId", call.Account),
            ("state", "available"),
            ("vpcId", call.Text("vpcId") is { Length: > 0 } vpc ? vpc : "vpc-" + Digest.Hex(call.Seed("vpc"), 17)));
    }

    private static MapValue SecurityGroup(LookupCall call)
    {
        var id = call.Text("id") is { Length: > 0 } given ? given : "sg-" + Digest.Hex(call.Seed("group"), 17);
        return MapValue.Of(
            ("id", id),
            ("arn", $"arn:aws:ec2:{call.Region}:{call.Account}:security-group/{id}"),
            ("description", "Found by a lookup"),
            ("name", call.Text("name") is { Length: > 0 } name ? name : "found-" + Digest.Hex(call.Seed("name"), 7)),
            ("vpcId", call.Text("vpcId") is { Length: > 0 } vpc ? vpc : "vpc-" + Digest.Hex(call.Seed("vpc"), 17)));
    }
}
