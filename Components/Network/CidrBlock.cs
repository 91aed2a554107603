using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Infra.Components.Network;

/// <summary>An IPv4 address block in CIDR notation, e.g. `10.0.0.0/16`. Its address is always the block's first.</summary>
public readonly record struct CidrBlock
{
    private const int AddressBits = 32;

    private CidrBlock(uint address, int prefixLength)
    {
        Address = address;
        PrefixLength = prefixLength;
    }

    /// <summary>The first address, as a number.</summary>
    public uint Address { get; }

    /// <summary>The number of leading bits that all addresses of the block share, 0 to 32.</summary>
    public int PrefixLength { get; }

    /// <summary>How many addresses the block holds.</summary>
    public long Size => 1L << (AddressBits - PrefixLength);

    /// <summary>Reads a block. Text that is no block, or whose address has bits behind its prefix, throws <see cref="FormatException"/>.</summary>
    public static CidrBlock Parse(string text) => TryParse(text, out var block)
        ? block
        : throw new FormatException(
            $"The address block is '{text}'. It must be an IPv4 block in CIDR notation whose address is the first of the block, "
            + "such as 10.0.0.0/16. Write it in that form.");

    /// <summary>Reads a block; false for text that is none, or whose address has bits behind its prefix.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out CidrBlock block)
    {
        block = default;
        var parts = text?.Split('/') ?? [];
        if (parts.Length != 2
            || parts[0].Count(character => character == '.') != 3
            || !IPAddress.TryParse(parts[0], out var ip)
            || ip.AddressFamily != AddressFamily.InterNetwork
            || ip.ToString() != parts[0]
            || !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var prefixLength)
            || prefixLength > AddressBits)
        {
            return false;
        }

        var bytes = ip.GetAddressBytes();
        var address = ((uint)bytes[0] << 24) | ((uint)bytes[1] << 16) | ((uint)bytes[2] << 8) | bytes[3];
        if ((address & ~Mask(prefixLength)) != 0)
        {
            return false;
        }

        block = new CidrBlock(address, prefixLength);
        return true;
    }

    /// <summary>Whether every address of <paramref name="other"/> lies in this block.</summary>
    public bool Contains(CidrBlock other) =>
        other.PrefixLength >= PrefixLength && (other.Address & Mask(PrefixLength)) == Address;

    /// <summary>Whether the two blocks share an address.</summary>
    public bool Overlaps(CidrBlock other) => Contains(other) || other.Contains(this);

    /// <summary>How many blocks of that prefix length fit into this one; 0 when the prefix is shorter than this block's.</summary>
    public long Count(int prefixLength) =>
        prefixLength < PrefixLength || prefixLength > AddressBits ? 0 : 1L << (prefixLength - PrefixLength);

    /// <summary>The block of that prefix length at that position, counted from 0 at the start of this one.</summary>
    public CidrBlock Subnet(int prefixLength, int index)
    {
        var count = Count(prefixLength);
        return index >= 0 && index < count
            ? new CidrBlock(Address + (uint)(index * (1L << (AddressBits - prefixLength))), prefixLength)
            : throw new ArgumentOutOfRangeException(
                nameof(index),
                index,
                $"Block {index.ToString(CultureInfo.InvariantCulture)} of size /{prefixLength.ToString(CultureInfo.InvariantCulture)} was asked of {this}. "
                + $"It holds {count.ToString(CultureInfo.InvariantCulture)} of them, counted from 0. Use a larger block or a longer prefix.");
    }

    /// <summary>CIDR notation.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Address >> 24}.{(Address >> 16) & 255}.{(Address >> 8) & 255}.{Address & 255}/{PrefixLength}");

    private static uint Mask(int prefixLength) => prefixLength == 0 ? 0 : uint.MaxValue << (AddressBits - prefixLength);
}
