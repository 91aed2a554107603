using System.Globalization;
using Infra.Components.Network;
using Infra.Stacks.Settings;

namespace Infra.Stacks.Hypernym;

/// <summary>Rules between Hypernym's settings of the network.</summary>
internal static class HypernymNetworkChecks
{
    private static readonly CidrBlock[] PrivateRanges = [CidrBlock.Parse("10.0.0.0/8"), CidrBlock.Parse("172.16.0.0/12"), CidrBlock.Parse("192.168.0.0/16")];

    public static void Run(HypernymSettings settings, SettingsCheck check)
    {
        if (check.Sound(nameof(settings.VpcCidr)))
        {
            WarnOfPublicRange(settings, check);
            CheckSubnets(settings, check);
        }

        CheckZones(settings, check);
        WarnOfUnmeteredUse(settings, check);
    }

    /// <summary>Whether a block lies in a range that is for private networks (RFC 1918).</summary>
    internal static bool IsPrivate(CidrBlock block) => PrivateRanges.Any(range => range.Contains(block));

    private static void WarnOfPublicRange(HypernymSettings settings, SettingsCheck check)
    {
        var vpc = CidrBlock.Parse(settings.VpcCidr);
        if (!IsPrivate(vpc))
        {
            check.Warn(
                nameof(settings.VpcCidr),
                $"{vpc} is not in a range for private networks ({string.Join(", ", PrivateRanges)}): hosts on the internet that have "
                + "these addresses cannot be reached.");
        }
    }

    private static void CheckSubnets(HypernymSettings settings, SettingsCheck check)
    {
        var placed = new List<(string Name, CidrBlock Block)>();
        if (check.Sound(nameof(settings.PrivateSubnetCidrs)))
        {
            foreach (var cidr in settings.PrivateSubnetCidrs)
            {
                Place(settings, check, nameof(settings.PrivateSubnetCidrs), cidr, placed);
            }
        }

        if (settings.EnableNatGateway && check.Sound(nameof(settings.NatPublicSubnetCidr)))
        {
            Place(settings, check, nameof(settings.NatPublicSubnetCidr), settings.NatPublicSubnetCidr, placed);
        }
    }

    private static void Place(HypernymSettings settings, SettingsCheck check, string property, string cidr, List<(string Name, CidrBlock Block)> placed)
    {
        var vpc = CidrBlock.Parse(settings.VpcCidr);
        var block = CidrBlock.Parse(cidr);
        if (!vpc.Contains(block))
        {
            check.Refuse(
                property,
                $"{cidr}, which is not inside vpcCidr, {vpc}",
                $"blocks inside {vpc}",
                $"choose one there in the stack file, such as {vpc.Subnet(Math.Max(vpc.PrefixLength, block.PrefixLength), 0)}");
        }

        foreach (var (name, other) in placed.Where(entry => entry.Block.Overlaps(block)))
        {
            check.Refuse(
                property,
                $"{cidr}, which shares addresses with {other} of {name}",
                "blocks that share no address",
                "move one of them in the stack file");
        }

        placed.Add((char.ToLowerInvariant(property[0]) + property[1..], block));
    }

    private static void CheckZones(HypernymSettings settings, SettingsCheck check)
    {
        if (settings.AvailabilityZones.Count == 0 || !check.Sound(nameof(settings.AvailabilityZones)))
        {
            return;
        }

        if (check.Sound(nameof(settings.PrivateSubnetCidrs)) && settings.AvailabilityZones.Count != settings.PrivateSubnetCidrs.Count)
        {
            check.Refuse(
                nameof(settings.AvailabilityZones),
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{settings.AvailabilityZones.Count} zones while privateSubnetCidrs holds {settings.PrivateSubnetCidrs.Count} blocks"),
                "one zone per private subnet",
                "add or remove zones or blocks in the stack file");
        }

        foreach (var zone in settings.AvailabilityZones.Where(zone => check.Sound(nameof(settings.Region)) && zone[..^1] != settings.Region))
        {
            check.Refuse(
                nameof(settings.AvailabilityZones),
                $"{zone}, which is not in {settings.Region}",
                $"zones of {settings.Region}, as region says",
                $"name zones such as {settings.Region}a in the stack file");
        }
    }

    private static void WarnOfUnmeteredUse(HypernymSettings settings, SettingsCheck check)
    {
        if (check.Sound(nameof(settings.EnableMeteringEndpoint), nameof(settings.EnableNatGateway))
            && !settings.EnableMeteringEndpoint
            && !settings.EnableNatGateway)
        {
            check.Warn(
                nameof(settings.EnableMeteringEndpoint),
                "Without the endpoint and without NAT the container cannot register its use with AWS Marketplace: the call times out, "
                + "and paid containers stop.");
        }
    }
}
