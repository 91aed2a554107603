using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Infra.Preview.Expansion.Layout;

/// <summary>An IPv4 address block, always given by its first address.</summary>
internal readonly record struct CidrBlock
{
    /// <summary>The block of that prefix length (0-32) which contains the address.</summary>
    public CidrBlock(uint address, int mask)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(mask);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(mask, 32);
        Mask = mask;
        First = address & ~HostBits(mask);
    }

    /// <summary>The first address.</summary>
    public uint First { get; }

    /// <summary>The prefix length, 0-32.</summary>
    public int Mask { get; }

    /// <summary>The last address.</summary>
    public uint Last => First | HostBits(Mask);

    /// <summary>The last address that a host may have: the one before the broadcast address, where there is one.</summary>
    public uint LastUsable => Mask <= 30 ? Last - 1 : Last;

    /// <summary>The number of addresses.</summary>
    public long Size => 1L << (32 - Mask);

    /// <summary>The block right behind this one, of the same size. Behind the end of the address space: <see cref="OverflowException"/>.</summary>
    public CidrBlock Next => Following(Mask);

    /// <summary>The first aligned block of that prefix length behind this one. Behind the end of the address space: <see cref="OverflowException"/>.</summary>
    public CidrBlock Following(int mask) => new(checked(new CidrBlock(Last, mask).Last + 1), mask);

    /// <summary>The block of that prefix length which starts so many blocks of that length behind this one's first address.</summary>
    public CidrBlock Sub(int mask, int index) => new(checked((uint)(First + (index * (1L << (32 - mask))))), mask);

    /// <summary>Whether the address lies in this block.</summary>
    public bool Contains(uint address) => address >= First && address <= Last;

    /// <summary>Whether the whole other block lies in this one.</summary>
    public bool Contains(CidrBlock other) => Contains(other.First) && Contains(other.Last);

    /// <summary>Whether any address lies in both.</summary>
    public bool Overlaps(CidrBlock other) => First <= other.Last && other.First <= Last;

    /// <summary>Reads `a.b.c.d/m`; false for anything else.</summary>
    public static bool TryParse(string text, out CidrBlock block)
    {
        block = default;
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0
            || !int.TryParse(text.AsSpan(slash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var mask)
            || mask > 32
            || text.AsSpan(0, slash).Count('.') != 3
            || !IPAddress.TryParse(text.AsSpan(0, slash), out var address)
            || address.AddressFamily != AddressFamily.InterNetwork)
        {
            return false;
        }

        var bytes = address.GetAddressBytes();
        block = new CidrBlock(((uint)bytes[0] << 24) | ((uint)bytes[1] << 16) | ((uint)bytes[2] << 8) | bytes[3], mask);
        return true;
    }

    /// <summary>Reads `a.b.c.d/m`; anything else throws <see cref="FormatException"/>.</summary>
    public static CidrBlock Parse(string text) => TryParse(text, out var block)
        ? block
        : throw new FormatException(
            $"'{text}' is not an IPv4 block. Allowed: an address, a slash and a prefix length of 0 to 32. Write it like 10.0.0.0/16.");

    /// <summary>An address in dotted form.</summary>
    public static string Dotted(uint address) =>
        string.Create(CultureInfo.InvariantCulture, $"{address >> 24}.{(address >> 16) & 255}.{(address >> 8) & 255}.{address & 255}");

    /// <summary>The block as `a.b.c.d/m`.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Dotted(First)}/{Mask}");

    private static uint HostBits(int mask) => mask == 32 ? 0 : uint.MaxValue >> mask;
}
