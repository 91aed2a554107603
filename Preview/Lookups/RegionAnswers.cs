using Infra.Preview.Model;
using Infra.Preview.Synthesis;

namespace Infra.Preview.Lookups;

/// <summary>Answers about regions and what AWS publishes for them.</summary>
internal static class RegionAnswers
{
    private const string OptIn = "opt-in-not-required";

    /// <summary>The region's zones; null when its zones are not recorded. All of them are available, and none needs opting in.</summary>
    public static MapValue? Zones(LookupCall call)
    {
        var zones = RegionFacts.Of(call.Region).Zones;
        if (zones.Count == 0)
        {
            return null;
        }

        var excludedNames = call.Args["excludeNames"].AsList?.Texts.ToList() ?? [];
        var excludedIds = call.Args["excludeZoneIds"].AsList?.Texts.ToList() ?? [];
        var states = call.Text("state");
        var chosen = zones.Where(zone =>
            states is "" or "available"
            && !excludedNames.Contains(zone.Name)
            && !excludedIds.Contains(zone.Id)
            && Allows(call, "opt-in-status", OptIn)
            && Allows(call, "state", "available")
            && Allows(call, "zone-type", "availability-zone")
            && Allows(call, "region-name", call.Region)
            && Allows(call, "group-name", call.Region)
            && Allows(call, "zone-name", zone.Name)
            && Allows(call, "zone-id", zone.Id)).ToList();
        return MapValue.Of(
            ("id", call.Region),
            ("names", List(chosen.Select(zone => zone.Name))),
            ("zoneIds", List(chosen.Select(zone => zone.Id))),
            ("groupNames", chosen.Count > 0 ? List([call.Region]) : ListValue.Empty));
    }

    /// <summary>One zone by name or id; null when it is not recorded.</summary>
    public static MapValue? Zone(LookupCall call)
    {
        var zone = RegionFacts.Of(call.Region).Zones.FirstOrDefault(known => known.Name == call.Text("name") || known.Id == call.Text("zoneId"));
        return zone.Name is null
            ? null
            : MapValue.Of(
                ("id", zone.Name),
                ("name", zone.Name),
                ("nameSuffix", zone.Name[call.Region.Length..]),
                ("zoneId", zone.Id),
                ("groupName", call.Region),
                ("groupLongName", RegionFacts.Of(call.Region).Description),
                ("networkBorderGroup", call.Region),
                ("optInStatus", OptIn),
                ("state", "available"),
                ("zoneType", "availability-zone"));
    }

    public static MapValue Region(LookupCall call) => MapValue.Of(
        ("id", call.Region),
        ("name", call.Region),
        ("region", call.Region),
        ("description", RegionFacts.Of(call.Region).Description),
        ("endpoint", $"ec2.{call.Region}.amazonaws.com"));

    public static MapValue Regions() => MapValue.Of(("id", "aws"), ("names", List(RegionFacts.Names.Order(StringComparer.Ordinal))));

    /// <summary>An AWS-managed list by its name; null when its id is not recorded. Its entries change and are left out.</summary>
    public static MapValue? PrefixList(LookupCall call)
    {
        var name = call.Text("name") is { Length: > 0 } given ? given : call.FirstFilter("prefix-list-name") ?? "";
        return RegionFacts.Of(call.Region).PrefixList(name) is { } id
            ? MapValue.Of(
                ("id", id),
                ("name", name),
                ("prefixListId", id),
                ("arn", $"arn:aws:ec2:{call.Region}:aws:prefix-list/{id}"),
                ("ownerId", "AWS"),
                ("addressFamily", "IPv4"))
            : null;
    }

    /// <summary>An AWS service that has endpoints, by its full or short name; null when the region's zones are not recorded. It is taken to be in all of them.</summary>
    public static MapValue? EndpointService(LookupCall call)
    {
        var zones = RegionFacts.Of(call.Region).Zones;
        var name = call.Text("serviceName") is { Length: > 0 } given ? given : $"com.amazonaws.{call.Region}.{call.Text("service")}";
        var id = "vpce-svc-" + Digest.Hex(call.Seed("service"), 17);
        return zones.Count == 0
            ? null
            : MapValue.Of(
                ("id", name),
                ("serviceName", name),
                ("serviceType", call.Text("serviceType") is { Length: > 0 } type ? type : "Interface"),
                ("availabilityZones", List(zones.Select(zone => zone.Name))),
                ("arn", $"arn:aws:ec2:{call.Region}:{call.Account}:vpc-endpoint-service/{id}"),
                ("serviceId", id),
                ("owner", "amazon"),
                ("serviceRegion", call.Region),
                ("vpcEndpointPolicySupported", true));
    }

    public static MapValue? LoadBalancerAccount(LookupCall call) => RegionFacts.Of(call.Region).LoadBalancerAccount is { } account
        ? MapValue.Of(("id", account), ("arn", $"arn:aws:iam::{account}:root"))
        : null;

    public static MapValue? LoadBalancerZone(LookupCall call)
    {
        var facts = RegionFacts.Of(call.Region);
        return facts.Zones.Count == 0
            ? null
            : MapValue.Of(("id", call.Text("loadBalancerType") == "network" ? facts.NetworkLoadBalancerZone : facts.LoadBalancerZone));
    }

    private static bool Allows(LookupCall call, string filter, string value) => call.Filter(filter) is not { Count: > 0 } values || values.Contains(value);

    private static ListValue List(IEnumerable<string> texts) => new(texts.Select(text => (PropertyValue)text));
}
