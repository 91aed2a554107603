using Infra.Preview.Model;

namespace Infra.Preview.Expansion.Layout;

/// <summary>One subnet per availability zone, as asked for.</summary>
/// <param name="Type">`Public`, `Private`, `Isolated` or `Unused`, in the caller's spelling; compared without case.</param>
internal sealed record SubnetSpec(string Type)
{
    /// <summary>The part of the resource names; the type in lower case when absent.</summary>
    public string? Name { get; init; }

    /// <summary>The prefix length asked for.</summary>
    public int? CidrMask { get; init; }

    /// <summary>The number of addresses asked for.</summary>
    public long? Size { get; init; }

    /// <summary>One block per availability zone; null leaves the choice to the layout.</summary>
    public IReadOnlyList<string>? CidrBlocks { get; init; }

    /// <summary>Whether instances get an IPv6 address; null follows the VPC.</summary>
    public bool? AssignIpv6AddressOnCreation { get; init; }

    /// <summary>The tags of the subnet; null for none.</summary>
    public PropertyValue? Tags { get; init; }

    /// <summary>The name part in resource names.</summary>
    public string NamePart => Name ?? Type.ToLowerInvariant();

    /// <summary>Whether the type is that one, in any spelling.</summary>
    public bool Is(string type) => string.Equals(Type, type, StringComparison.OrdinalIgnoreCase);
}

/// <summary>A subnet with its place in a layout.</summary>
/// <param name="Zone">The availability zone's position, from 0.</param>
/// <param name="Spec">What was asked for, with the type as the tag shows it.</param>
/// <param name="Name">The logical name.</param>
/// <param name="Cidr">The block as text: explicit blocks stay as they were written.</param>
internal sealed record PlacedSubnet(int Zone, SubnetSpec Spec, string Name, string Cidr)
{
    /// <summary>The block.</summary>
    public CidrBlock Block { get; } = CidrBlock.Parse(Cidr);

    /// <summary>Public before private before isolated, the order in which a zone's subnets are created.</summary>
    public int Rank => Spec.Is("Public") ? 0 : Spec.Is("Private") ? 1 : 2;
}

/// <summary>One entry of the layout that the component reports.</summary>
internal sealed record LayoutEntry(string Type, string? Name = null, int? CidrMask = null, long? Size = null, IReadOnlyList<string>? CidrBlocks = null);
