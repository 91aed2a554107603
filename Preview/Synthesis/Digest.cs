using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Infra.Preview.Synthesis;

/// <summary>Texts that look random and depend on their seed alone.</summary>
internal static class Digest
{
    private const string LowerCase = "abcdefghijklmnopqrstuvwxyz";
    private const string DigitSet = "0123456789";

    /// <summary>Lower-case hexadecimal digits.</summary>
    public static string Hex(string seed, int length) => From(seed, length, "0123456789abcdef");

    /// <summary>Decimal digits, the first one not 0.</summary>
    public static string Digits(string seed, int length) => From(seed, 1, "123456789") + From(seed + "+", length - 1, DigitSet);

    /// <summary>Lower-case letters and digits, the first one a letter.</summary>
    public static string Lower(string seed, int length) => From(seed, 1, LowerCase) + From(seed + "+", length - 1, LowerCase + DigitSet);

    /// <summary>Upper-case letters and digits.</summary>
    public static string Upper(string seed, int length) => From(seed, length, "ABCDEFGHIJKLMNOPQRSTUVWXYZ" + DigitSet);

    /// <summary>Letters of both cases and digits.</summary>
    public static string Mixed(string seed, int length) => From(seed, length, LowerCase + "ABCDEFGHIJKLMNOPQRSTUVWXYZ" + DigitSet);

    /// <summary>A version 4 UUID.</summary>
    public static string Uuid(string seed)
    {
        var hex = Hex(seed, 32);
        return $"{hex[..8]}-{hex[8..12]}-4{hex[13..16]}-{"89ab"[Number(seed, 4)]}{hex[17..20]}-{hex[20..]}";
    }

    /// <summary>A number from 0 to below the bound.</summary>
    public static int Number(string seed, int bound) => (int)(BinaryPrimitives.ReadUInt32LittleEndian(Block(seed, 0)) % (uint)bound);

    /// <summary>Bytes.</summary>
    public static byte[] Bytes(string seed, int length)
    {
        var bytes = new List<byte>(length + 32);
        for (var block = 0; bytes.Count < length; block++)
        {
            bytes.AddRange(Block(seed, block));
        }

        return [.. bytes.Take(length)];
    }

    /// <summary>Characters of an alphabet.</summary>
    public static string From(string seed, int length, string alphabet)
    {
        var text = new StringBuilder(Math.Max(length, 0));
        for (var block = 0; text.Length < length; block++)
        {
            var bytes = Block(seed, block);
            for (var index = 0; index < bytes.Length && text.Length < length; index++)
            {
                text.Append(alphabet[bytes[index] % alphabet.Length]);
            }
        }

        return text.ToString();
    }

    private static byte[] Block(string seed, int number) => SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}#{number}"));
}
