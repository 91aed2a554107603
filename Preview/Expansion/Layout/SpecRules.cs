using Infra.Preview.Engine;

namespace Infra.Preview.Expansion.Layout;

/// <summary>The provider's checks of subnet specs and of the layout made from them, in its words and order.</summary>
internal static class SpecRules
{
    private static readonly IReadOnlyList<long> ValidSizes = [.. Enumerable.Range(0, 31).Select(mask => 1L << (32 - mask))];

    /// <summary>
    /// The specs with prefix length and size made to agree (unless blocks are explicit). All faults together throw <see cref="ComponentException"/>.
    /// </summary>
    public static IReadOnlyList<SubnetSpec> Normalise(IReadOnlyList<SubnetSpec> specs, int zones)
    {
        var issues = new List<string>();
        issues.AddRange(Names(specs));
        var invalid = specs.Where(spec => spec.Size is { } size && !ValidSizes.Contains(size)).Select(spec => spec.Size).ToList();
        if (invalid.Count > 0)
        {
            issues.Add($"The following subnet sizes are invalid: {string.Join(", ", invalid)}. Valid sizes are: {string.Join(", ", ValidSizes)}.");
        }

        var normalised = IsExplicit(specs) ? specs : [.. specs.Select(spec => Complete(spec, issues))];
        if (IsExplicit(specs))
        {
            issues.AddRange(specs.Select((spec, index) => ExplicitFault(spec, index, zones)).OfType<string>());
        }

        return issues.Count == 0
            ? normalised
            : throw new ComponentException($"Invalid subnet specifications:\n - {string.Join("\n - ", issues)}");
    }

    /// <summary>Whether any spec gives its blocks itself.</summary>
    public static bool IsExplicit(IReadOnlyList<SubnetSpec> specs) => specs.Any(spec => spec.CidrBlocks is not null);

    /// <summary>Refuses subnets that share addresses, `Unused` ones included.</summary>
    public static void NoOverlap(IReadOnlyList<PlacedSubnet> placed)
    {
        var overlapping = placed.Where(one => placed.Any(other => !ReferenceEquals(one, other) && one.Block.Overlaps(other.Block))).ToList();
        if (overlapping.Count > 0)
        {
            throw new ComponentException(
                "The following subnets overlap with at least one other subnet. Make the CIDR for the VPC larger, reduce the size of the subnets per AZ, "
                + "or use less Availability Zones:\n\n"
                + string.Concat(overlapping.Select((subnet, index) => $"{index + 1}. {subnet.Name}: {subnet.Cidr}\n")));
        }
    }

    /// <summary>Refuses a layout, walked in its own order, that does not fill the VPC from its first address to its last.</summary>
    public static void NoGaps(string vpcCidr, IReadOnlyList<PlacedSubnet> placed)
    {
        var vpc = CidrBlock.Parse(vpcCidr);
        var gaps = new List<string>();
        for (var index = 0; index < placed.Count; index++)
        {
            var current = placed[index];
            if (index == 0 && current.Block.First != vpc.First)
            {
                gaps.Add($"{current.Name} ({current.Cidr}) does not start at the beginning of the VPC ({vpcCidr})");
            }
            else if (index > 0 && current.Block.First != placed[index - 1].Block.Last + 1)
            {
                gaps.Add($"{placed[index - 1].Name} ({placed[index - 1].Cidr}) <=> {current.Name} ({current.Cidr})");
            }
        }

        // The brace before the last parenthesis is the provider's own.
        if (placed is [.., var last] && last.Block.LastUsable != vpc.LastUsable)
        {
            gaps.Add(
                $"{last.Name} (ending {CidrBlock.Dotted(last.Block.LastUsable)}) ends before VPC ends (at {CidrBlock.Dotted(vpc.LastUsable)}}})");
        }

        if (gaps.Count > 0)
        {
            throw new ComponentException(
                $"There are gaps in the subnet ranges. Please fix the following gaps: {string.Join(", ", gaps)}");
        }
    }

    private static IEnumerable<string> Names(IReadOnlyList<SubnetSpec> specs) => specs
        .GroupBy(spec => spec.Type, StringComparer.OrdinalIgnoreCase)
        .Where(group => group.Count(spec => spec.Name is null) > 1
            || group.Where(spec => spec.Name is not null).GroupBy(spec => spec.Name, StringComparer.Ordinal).Any(same => same.Count() > 1))
        .Select(group =>
            $"Multiple subnet specs of type \"{group.First().Type}\" require unique names. You can have at most one unnamed subnet per type. "
            + "All other subnets of the same type must have unique \"name\" properties to avoid duplicate resource names.");

    private static SubnetSpec Complete(SubnetSpec spec, List<string> issues)
    {
        int? fromSize = spec.Size is { } asked && ValidSizes.Contains(asked) ? 32 - (int)Math.Log2(asked) : null;
        var mask = spec.CidrMask ?? fromSize;
        long? expected = mask is > 0 and <= 30 ? 1L << (32 - mask.Value) : null;
        if (spec.Size is { } size && expected is { } right && size != right)
        {
            issues.Add($"Subnet size {size} does not match the expected size for a /{mask} subnet ({right}).");
        }

        return spec with { CidrMask = mask, Size = expected };
    }

    private static string? ExplicitFault(SubnetSpec spec, int index, int zones)
    {
        if (spec.CidrBlocks is null)
        {
            return "If any subnet spec has explicit cidrBlocks, all subnets must have explicit cidrBlocks.";
        }

        if (spec.CidrBlocks.Count != zones)
        {
            return $"The number of CIDR blocks in subnetSpecs[{index}] must match the number of availability zones ({zones}).";
        }

        if (spec.CidrBlocks.FirstOrDefault(text => !CidrBlock.TryParse(text, out _)) is { } broken)
        {
            return $"subnetSpecs[{index}] has the block '{broken}'. Allowed: IPv4 blocks. Write it like 10.0.0.0/20.";
        }

        var blocks = spec.CidrBlocks.Select(CidrBlock.Parse).ToList();
        return spec.CidrMask is { } mask && blocks.Any(block => block.Mask != mask)
            ? $"The cidrMask in subnetSpecs[{index}] must match all cidrBlocks or be left undefined."
            : spec.Size is { } size && blocks.Any(block => block.Size != size)
                ? $"The size in subnetSpecs[{index}] must match all cidrBlocks or be left undefined."
                : null;
    }
}
