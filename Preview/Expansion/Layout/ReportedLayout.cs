namespace Infra.Preview.Expansion.Layout;

/// <summary>The layout that the component reports as `subnetLayout`, so that it can be given back as explicit specs.</summary>
internal static class ReportedLayout
{
    /// <summary>The specs as they were checked and completed.</summary>
    public static IReadOnlyList<LayoutEntry> Of(IReadOnlyList<SubnetSpec> specs) =>
        [.. specs.Select(spec => new LayoutEntry(spec.Type, spec.Name, spec.CidrMask, spec.Size, spec.CidrBlocks))];

    /// <summary>
    /// Types and prefix lengths read off the first placed subnets, as many as one zone has, with `Unused` entries for the gaps between them.
    /// </summary>
    public static IReadOnlyList<LayoutEntry> Derived(IReadOnlyList<PlacedSubnet> placed, int zones)
    {
        var entries = new List<LayoutEntry>();
        CidrBlock? previous = null;
        foreach (var subnet in placed.Take(zones == 0 ? 0 : placed.Count / zones))
        {
            if (previous is { } before)
            {
                entries.AddRange(Gap(before, subnet.Block).Select(gap => new LayoutEntry("Unused", CidrMask: gap.Mask)));
            }

            entries.Add(new LayoutEntry(subnet.Spec.Type, CidrMask: subnet.Block.Mask));
            previous = subnet.Block;
        }

        return entries;
    }

    /// <summary>The widest aligned blocks that fill the space between two blocks.</summary>
    public static IReadOnlyList<CidrBlock> Gap(CidrBlock one, CidrBlock other)
    {
        var (start, end) = one.First < other.First ? (one, other) : (other, one);
        var gaps = new List<CidrBlock>();
        var before = start;
        var next = start.Next;
        while (next.First < end.First)
        {
            while (next.Mask > 0
                   && new CidrBlock(next.First, next.Mask - 1) is var wider
                   && !wider.Contains(before.Last)
                   && !wider.Contains(end.First))
            {
                next = wider;
            }

            gaps.Add(next);
            before = next;
            next = next.Next;
        }

        return gaps;
    }
}
