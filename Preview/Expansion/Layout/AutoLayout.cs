using System.Numerics;
using Infra.Preview.Engine;

namespace Infra.Preview.Expansion.Layout;

/// <summary>Places subnets one behind the other inside equal blocks per availability zone: the strategies Auto, AutoMerge and Exact.</summary>
internal static class AutoLayout
{
    /// <summary>The bits that so many equal parts take.</summary>
    public static int Bits(int count) => count <= 1 ? 0 : 32 - BitOperations.LeadingZeroCount((uint)(count - 1));

    /// <summary>The prefix length of one availability zone.</summary>
    public static int ZoneMask(CidrBlock vpc, int zones, int? asked) => asked ?? (vpc.Mask + Bits(zones));

    /// <summary>
    /// The specs used when none are given: private with half a zone, public with a quarter, both no larger than in a /16.
    /// Zones smaller than /26 throw <see cref="ComponentException"/>.
    /// </summary>
    public static IReadOnlyList<SubnetSpec> Defaults(int zoneMask)
    {
        if (zoneMask > 26)
        {
            throw new ComponentException(
                $"Automatic subnet creation requires a VPC with at least /26 available per AZ, but only /{zoneMask} is available."
                + "If you do need very small subnets, please specify them explicitly.");
        }

        var largest = Math.Max(zoneMask, 16);
        return [new SubnetSpec("Private") { CidrMask = largest + 1 }, new SubnetSpec("Public") { CidrMask = largest + 2 }];
    }

    /// <summary>
    /// The defaults with the given specs laid over them: an unnamed spec takes the place of the default of its type, all others follow.
    /// A spec that sets tags alone still drops the default's prefix length, as the provider does.
    /// </summary>
    public static IReadOnlyList<SubnetSpec> Merge(IReadOnlyList<SubnetSpec> defaults, IReadOnlyList<SubnetSpec> given)
    {
        var merged = defaults.ToList();
        foreach (var spec in given)
        {
            var place = spec.Name is null ? merged.FindIndex(entry => entry.Name is null && entry.Is(spec.Type)) : -1;
            if (place >= 0 && place < defaults.Count)
            {
                merged[place] = spec;
            }
            else
            {
                merged.Add(spec);
            }
        }

        return merged;
    }

    /// <summary>The layout, zone by zone in spec order. Specs that do not fit a zone throw <see cref="ComponentException"/>.</summary>
    public static IReadOnlyList<PlacedSubnet> Place(string vpcName, CidrBlock vpc, int zones, IReadOnlyList<SubnetSpec> specs, int? zoneMask)
    {
        var az = ZoneMask(vpc, zones, zoneMask);
        if (specs.Count == 0)
        {
            throw new ComponentException("No subnets specified");
        }

        var shared = az + Bits(specs.Count);
        Fits(az, specs, shared);
        var placed = new List<PlacedSubnet>(zones * specs.Count);
        for (var zone = 0; zone < zones; zone++)
        {
            var block = vpc.Sub(az, zone);
            for (var index = 0; index < specs.Count; index++)
            {
                var mask = specs[index].CidrMask ?? shared;
                block = index == 0 ? new CidrBlock(block.First, mask) : block.Following(mask);
                placed.Add(new PlacedSubnet(zone, specs[index], SubnetNames.Logical(vpcName, specs[index], zone), block.ToString()));
            }
        }

        return placed;
    }

    /// <summary>Explicit blocks: the k-th of each spec goes to the k-th zone, zone by zone in spec order.</summary>
    public static IReadOnlyList<PlacedSubnet> PlaceExplicit(string vpcName, int zones, IReadOnlyList<SubnetSpec> specs) =>
    [
        .. Enumerable.Range(0, zones).SelectMany(zone => specs.Select(spec =>
            new PlacedSubnet(zone, spec, SubnetNames.Logical(vpcName, spec, zone), spec.CidrBlocks![zone]))),
    ];

    private static void Fits(int zoneMask, IReadOnlyList<SubnetSpec> specs, int shared)
    {
        if (zoneMask > 32 || (shared > 32 && specs.Any(spec => spec.CidrMask is null)))
        {
            throw new ComponentException(
                $"The availability zones' blocks would be /{zoneMask} and subnets without a size of their own /{shared}. "
                + "Allowed: up to /32. Give the VPC a larger cidrBlock or use fewer zones or subnets.");
        }

        var size = 1L << (32 - zoneMask);
        var sum = specs.Sum(spec => 1L << (32 - (spec.CidrMask ?? shared)));
        if (sum > size)
        {
            throw new ComponentException(
                $"Subnets are too large for VPC. VPC has {size} addresses, but subnets require {sum} addresses.");
        }
    }
}
