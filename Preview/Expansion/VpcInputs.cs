using Infra.Preview.Engine;
using Infra.Preview.Expansion.Layout;
using Infra.Preview.Model;

namespace Infra.Preview.Expansion;

/// <summary>The inputs of `awsx:ec2:Vpc` that shape the tree, read once, with the provider's defaults.</summary>
internal sealed record VpcInputs
{
    /// <summary>All inputs as they came.</summary>
    public required MapValue Raw { get; init; }

    /// <summary>The VPC's block; null when an IPAM pool chooses it.</summary>
    public string? CidrBlock { get; init; }

    /// <summary>The zones named; null leaves the choice to the region.</summary>
    public IReadOnlyList<string>? ZoneNames { get; init; }

    /// <summary>The number of zones asked for; null for the default of 3.</summary>
    public int? ZoneCount { get; init; }

    /// <summary>The prefix length of one zone; null derives it.</summary>
    public int? ZoneMask { get; init; }

    /// <summary>The specs; null for none given, which differs from an empty list.</summary>
    public IReadOnlyList<SubnetSpec>? Specs { get; init; }

    /// <summary>`Legacy`, `Auto`, `AutoMerge` or `Exact`.</summary>
    public string Strategy { get; init; } = "Legacy";

    /// <summary>`None`, `Single` or `OnePerAz`, in the caller's spelling.</summary>
    public string NatStrategy { get; init; } = "OnePerAz";

    /// <summary>Elastic IP allocations for the NAT gateways; empty = new ones are made.</summary>
    public IReadOnlyList<PropertyValue> ElasticIps { get; init; } = [];

    /// <summary>Whether name tags end in the zone instead of a number.</summary>
    public bool NamesByZone { get; init; }

    /// <summary>Whether endpoints get subnets, route tables and groups by themselves.</summary>
    public bool EndpointsAuto { get; init; }

    /// <summary>The endpoints asked for.</summary>
    public IReadOnlyList<MapValue> Endpoints { get; init; } = [];

    /// <summary>Whether the NAT strategy is that one, in any spelling.</summary>
    public bool Nat(string strategy) => string.Equals(NatStrategy, strategy, StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads the inputs. A plain input that is unknown throws <see cref="ComponentException"/>.</summary>
    public static VpcInputs Read(MapValue inputs)
    {
        var nat = Plain(inputs, "natGateways");
        return new VpcInputs
        {
            Raw = inputs,
            CidrBlock = Plain(inputs, "cidrBlock").AsText ?? (Given(inputs, "ipv4IpamPoolId") ? null : "10.0.0.0/16"),
            ZoneNames = Plain(inputs, "availabilityZoneNames").AsList is { } names ? [.. names.Texts] : null,
            ZoneCount = Whole(Plain(inputs, "numberOfAvailabilityZones")),
            ZoneMask = Whole(Plain(inputs, "availabilityZoneCidrMask")),
            Specs = Plain(inputs, "subnetSpecs").AsList is { } specs ? [.. specs.Select(Spec)] : null,
            Strategy = Plain(inputs, "subnetStrategy").AsText ?? "Legacy",
            NatStrategy = nat["strategy"].AsText ?? "OnePerAz",
            ElasticIps = nat["elasticIpAllocationIds"].AsList is { } ips ? ips.Items : [],
            NamesByZone = Plain(inputs, "subnetNameTagStrategy").AsText == "AvailabilityZone",
            EndpointsAuto = Plain(inputs, "vpcEndpointStrategy").AsText == "Auto",
            Endpoints = Plain(inputs, "vpcEndpointSpecs").AsList is { } endpoints ? [.. endpoints.Select(entry => entry.AsMap).OfType<MapValue>()] : [],
        };
    }

    /// <summary>Whether the input was given at all.</summary>
    public static bool Given(MapValue inputs, string name) => inputs.Find(name) is { IsNull: false };

    private static PropertyValue Plain(MapValue inputs, string name)
    {
        var value = inputs[name];
        return !value.IsUnknown
            ? value
            : throw new ComponentException(
                $"Input '{name}' of the VPC is unknown. Allowed: a plain value, since it decides which resources there are. Take it from configuration, not from an output.");
    }

    private static SubnetSpec Spec(PropertyValue value) => new(value["type"].AsText
        ?? throw new ComponentException("A subnet spec has no type. Allowed: Public, Private, Isolated, Unused. Set its type."))
    {
        Name = value["name"].AsText,
        CidrMask = Whole(value["cidrMask"]),
        Size = value["size"].AsNumber is { } size ? (long)size : null,
        CidrBlocks = value["cidrBlocks"].AsList is { } blocks ? [.. blocks.Texts] : null,
        AssignIpv6AddressOnCreation = value["assignIpv6AddressOnCreation"].AsBool,
        Tags = value.AsMap?.Find("tags"),
    };

    private static int? Whole(PropertyValue value) => value.AsNumber is { } number ? (int)number : null;
}
