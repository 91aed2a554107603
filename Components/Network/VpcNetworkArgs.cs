using System.Globalization;
using Pulumi;

namespace Infra.Components.Network;

/// <summary>What a <see cref="VpcNetwork"/> is made of.</summary>
public sealed class VpcNetworkArgs : ResourceArgs
{
    /// <summary>The VPC's IPv4 block, /16 to /28.</summary>
    public required string CidrBlock { get; init; }

    /// <summary>The names of the zones, e.g. `us-east-1a`: one subnet of each tier in each.</summary>
    public required IReadOnlyList<string> AvailabilityZones { get; init; }

    /// <summary>The blocks of the public subnets, one per zone and in their order.</summary>
    public required IReadOnlyList<string> PublicSubnets { get; init; }

    /// <summary>The blocks of the private subnets, one per zone and in their order. Default: none, no private tier.</summary>
    public IReadOnlyList<string> PrivateSubnets { get; init; } = [];

    /// <summary>How private subnets reach the internet. Default: not at all.</summary>
    public NatGateways NatGateways { get; init; } = NatGateways.None;

    /// <summary>Tags of everything in the network. Default: none beside the provider's.</summary>
    public InputMap<string> Tags { get; init; } = new();

    internal void Validate(string name)
    {
        var faults = Faults().ToList();
        if (faults.Count > 0)
        {
            throw new ArgumentException(string.Join(Environment.NewLine, faults.Select(fault => $"Network '{name}': {fault}")));
        }
    }

    private IEnumerable<string> Faults()
    {
        if (AvailabilityZones.Count == 0)
        {
            yield return $"{nameof(AvailabilityZones)} is empty. It must name at least one zone. Name the zones to use.";
        }

        if (AvailabilityZones.Distinct(StringComparer.Ordinal).Count() != AvailabilityZones.Count)
        {
            yield return $"{nameof(AvailabilityZones)} is {string.Join(", ", AvailabilityZones)}. Every zone may stand there once. Remove the repetition.";
        }

        foreach (var fault in CountFaults(nameof(PublicSubnets), PublicSubnets.Count, required: true)
            .Concat(CountFaults(nameof(PrivateSubnets), PrivateSubnets.Count, required: false))
            .Concat(BlockFaults()))
        {
            yield return fault;
        }

        if (NatGateways != NatGateways.None && PrivateSubnets.Count == 0)
        {
            yield return $"{nameof(NatGateways)} is {NatGateways} without a private tier. NAT serves private subnets. Set {nameof(PrivateSubnets)}, or NatGateways to None.";
        }
    }

    private IEnumerable<string> CountFaults(string property, int count, bool required)
    {
        if (count != AvailabilityZones.Count && (required || count > 0))
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"{property} holds {count} blocks for {AvailabilityZones.Count} zones. There must be one per zone. Add or remove blocks.");
        }
    }

    private IEnumerable<string> BlockFaults()
    {
        if (!Network.CidrBlock.TryParse(CidrBlock, out var vpc) || vpc.PrefixLength is < 16 or > 28)
        {
            yield return $"{nameof(CidrBlock)} is '{CidrBlock}'. It must be an IPv4 block from /16 to /28 such as 10.0.0.0/16. Write it in that form.";
            yield break;
        }

        var placed = new List<CidrBlock>();
        foreach (var text in PublicSubnets.Concat(PrivateSubnets))
        {
            if (!Network.CidrBlock.TryParse(text, out var block) || !vpc.Contains(block))
            {
                yield return $"A subnet's block is '{text}'. It must be an IPv4 block inside {CidrBlock}. Choose one there.";
                continue;
            }

            foreach (var other in placed.Where(block.Overlaps))
            {
                yield return $"The subnet blocks {other} and {block} overlap. Subnets must not share addresses. Move one of them.";
            }

            placed.Add(block);
        }
    }
}
