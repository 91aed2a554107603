using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Infra.Preview.Expansion.Layout;

/// <summary>The /64 blocks of a VPC's IPv6 block.</summary>
internal static class Ipv6Block
{
    /// <summary>
    /// The /64 with that number (0-255) inside a /56, e.g. `2600:1f18:0:ab03::/64`. Anything but a /56 throws <see cref="FormatException"/>.
    /// </summary>
    public static string Subnet(string vpcBlock, int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(index, 255);
        var slash = vpcBlock.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0
            || !vpcBlock.AsSpan(slash).SequenceEqual("/56")
            || !IPAddress.TryParse(vpcBlock.AsSpan(0, slash), out var address)
            || address.AddressFamily != AddressFamily.InterNetworkV6)
        {
            throw new FormatException(
                $"'{vpcBlock}' cannot be divided into subnets. Allowed: an IPv6 block with prefix length 56. Give the VPC a block like 2600:1f18:0:ab00::/56.");
        }

        var bytes = address.GetAddressBytes();
        bytes[7] = (byte)index;
        Array.Clear(bytes, 8, 8);
        return string.Create(CultureInfo.InvariantCulture, $"{new IPAddress(bytes)}/64");
    }
}
