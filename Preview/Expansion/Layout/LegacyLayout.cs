using Infra.Preview.Engine;

namespace Infra.Preview.Expansion.Layout;

/// <summary>
/// The provider's first strategy: zones in a power of two of equal blocks; in each, private subnets from the start, public ones behind
/// the last private, isolated ones behind the last public. It looks at types, prefix lengths and order alone: explicit blocks are ignored.
/// </summary>
internal static class LegacyLayout
{
    private static readonly (string Type, int Smallest)[] Order = [("Private", 19), ("Public", 20), ("Isolated", 24)];

    /// <summary>The layout without specs: all private subnets, then all public ones, a half and a quarter of each zone.</summary>
    public static IReadOnlyList<PlacedSubnet> PlaceDefaults(string vpcName, CidrBlock vpc, int zones)
    {
        var mask = ZoneMask(vpc, zones);
        Available(mask, mask + 2);
        var halves = Enumerable.Range(0, zones).Select(zone => vpc.Sub(mask, zone).Sub(mask + 1, 0)).ToList();
        return
        [
            .. halves.Select((half, zone) => Placed(vpcName, new SubnetSpec("Private"), zone, half)),
            .. halves.Select((half, zone) => Placed(vpcName, new SubnetSpec("Public"), zone, half.Next.Sub(mask + 2, 0))),
        ];
    }

    /// <summary>The layout of these specs, zone by zone; `Unused` ones take no space.</summary>
    public static IReadOnlyList<PlacedSubnet> Place(string vpcName, CidrBlock vpc, int zones, IReadOnlyList<SubnetSpec> specs)
    {
        var mask = ZoneMask(vpc, zones);
        var split = specs.Count == 1 ? 0 : 1;
        var placed = new List<PlacedSubnet>();
        for (var zone = 0; zone < zones; zone++)
        {
            CidrBlock? previous = null;
            CidrBlock? lastOfEarlierType = null;
            foreach (var (type, smallest) in Order)
            {
                var anchor = lastOfEarlierType is { } last ? last.Next.First : vpc.Sub(mask, zone).First;
                var index = 0;
                foreach (var spec in specs.Where(spec => spec.Is(type)))
                {
                    var own = spec.CidrMask ?? Math.Max(mask + split, smallest);
                    Available(mask, own);
                    var block = Candidate(anchor, own, index++);
                    block = previous is { } before && before.Overlaps(block) ? before.Following(own) : block;
                    placed.Add(Placed(vpcName, spec with { Type = type }, zone, block));
                    previous = block;
                }

                lastOfEarlierType = previous;
            }
        }

        return placed;
    }

    /// <summary>The prefix length of one zone.</summary>
    public static int ZoneMask(CidrBlock vpc, int zones) => vpc.Mask + AutoLayout.Bits(zones);

    private static CidrBlock Candidate(uint anchor, int mask, int index) =>
        new(checked((uint)(anchor + (index * (1L << (32 - mask))))), mask);

    private static PlacedSubnet Placed(string vpcName, SubnetSpec spec, int zone, CidrBlock block) =>
        new(zone, spec, SubnetNames.Logical(vpcName, spec, zone), block.ToString());

    private static void Available(int zoneMask, int mask)
    {
        if (mask > 32)
        {
            throw new ComponentException($"Requested {mask - zoneMask} new bits, but only {32 - zoneMask} are available.");
        }
    }
}
