using System.Globalization;

namespace Infra.Components.Network;

/// <summary>Where the subnets of a VPC lie.</summary>
public static class SubnetBlocks
{
    /// <summary>
    /// Consecutive blocks of one size, one per zone, counted from the start of the VPC.
    /// A VPC that is too small throws <see cref="ArgumentException"/>.
    /// </summary>
    /// <param name="vpcCidr">The VPC's block.</param>
    /// <param name="prefixLength">The prefix length of each subnet; AWS takes /16 to /28.</param>
    /// <param name="zones">How many zones.</param>
    /// <param name="first">The position of the first block. Default: 0.</param>
    public static IReadOnlyList<string> Consecutive(string vpcCidr, int prefixLength, int zones, int first = 0) =>
        Strided(vpcCidr, prefixLength, zones, first, 1);

    /// <summary>
    /// Blocks of one size, one per zone, <paramref name="stride"/> blocks apart: tiers of one zone can so lie side by side.
    /// A VPC that is too small throws <see cref="ArgumentException"/>.
    /// </summary>
    /// <param name="vpcCidr">The VPC's block.</param>
    /// <param name="prefixLength">The prefix length of each subnet; AWS takes /16 to /28.</param>
    /// <param name="zones">How many zones.</param>
    /// <param name="first">The position of the first block.</param>
    /// <param name="stride">How many positions lie between the blocks of two zones.</param>
    public static IReadOnlyList<string> Strided(string vpcCidr, int prefixLength, int zones, int first, int stride)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(zones);
        ArgumentOutOfRangeException.ThrowIfNegative(first);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(stride);
        var vpc = CidrBlock.Parse(vpcCidr);
        if (prefixLength is < 16 or > 28)
        {
            throw new ArgumentOutOfRangeException(
                nameof(prefixLength),
                prefixLength,
                $"The subnet size is /{Text(prefixLength)}. AWS takes subnets from /16 to /28. Choose a prefix length in that range.");
        }

        var last = first + ((zones - 1) * stride);
        if (last >= vpc.Count(prefixLength))
        {
            throw new ArgumentException(
                $"{Text(zones)} subnets of size /{Text(prefixLength)} were asked of {vpcCidr}, which holds {Text(vpc.Count(prefixLength))} blocks of that size; "
                + $"{Text(last + 1)} are needed. Use a larger VPC block, a longer prefix or fewer zones.",
                nameof(vpcCidr));
        }

        return [.. Enumerable.Range(0, zones).Select(zone => vpc.Subnet(prefixLength, first + (zone * stride)).ToString())];
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
