using Infra.Preview.Engine;
using Infra.Preview.Expansion.Layout;
using Infra.Preview.Model;

namespace Infra.Preview.Expansion;

/// <summary>The provider's checks of a VPC's own inputs, in its words.</summary>
internal static class VpcRules
{
    /// <summary>IPAM: the pool's block comes from exactly one of two inputs.</summary>
    public static void Ipam(MapValue inputs)
    {
        if (!VpcInputs.Given(inputs, "ipv4IpamPoolId"))
        {
            return;
        }

        switch (VpcInputs.Given(inputs, "cidrBlock"), VpcInputs.Given(inputs, "ipv4NetmaskLength"))
        {
            case (true, true):
                throw new ComponentException("Only one of 'cidrBlock', 'ipv4NetmaskLength' is allowed.");
            case (false, false):
                throw new ComponentException(
                    "If 'ipv4IpamPoolId' is specified, 'ipv4NetmaskLength' or 'cidrBlock' must also be specified.");
        }
    }

    /// <summary>Zones are either named or counted.</summary>
    public static void Zones(VpcInputs inputs)
    {
        if (inputs.ZoneNames is not null && inputs.ZoneCount is > 0)
        {
            throw new ComponentException("Only one of [availabilityZoneNames] and [numberOfAvailabilityZones] can be specified");
        }
    }

    /// <summary>Elastic IPs given must be as many as there are NAT gateways.</summary>
    public static void ElasticIps(VpcInputs inputs, int zones)
    {
        var count = inputs.ElasticIps.Count;
        var strategy = inputs.NatStrategy;
        if (inputs.Nat("None"))
        {
            if (count > 0)
            {
                throw new ComponentException($"Elastic IP allocation IDs cannot be specified when NAT Gateway strategy is '{strategy}'.");
            }
        }
        else if (inputs.Nat("Single"))
        {
            if (count > 1)
            {
                throw new ComponentException($"Exactly one Elastic IP may be specified when NAT Gateway strategy is '{strategy}'.");
            }
        }
        else if (!inputs.Nat("OnePerAz"))
        {
            throw new ComponentException($"Unknown NatGatewayStrategy '{strategy}'");
        }
        else if (count > 0 && count != zones)
        {
            throw new ComponentException(
                $"The number of Elastic IPs, if specified, must match the number of availability zones for the VPC ({zones}) "
                + $"when NAT Gateway strategy is '{strategy}'");
        }
    }

    /// <summary>Name tags by zone need zones that still differ without their region.</summary>
    public static void ZoneSuffixes(VpcInputs inputs, IReadOnlyList<string> zones)
    {
        var clash = zones.GroupBy(SubnetNames.ZoneSuffix, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1);
        if (inputs.NamesByZone && clash is not null)
        {
            throw new ComponentException(
                $"The availability zones {string.Join(" and ", clash)} both give the name suffix '{clash.Key}'. Allowed: suffixes that differ. "
                + "Use subnetNameTagStrategy \"Legacy\" or other zones.");
        }
    }
}
