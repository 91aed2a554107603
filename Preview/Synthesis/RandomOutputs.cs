using System.Globalization;
using System.Numerics;
using Infra.Preview.Model;

namespace Infra.Preview.Synthesis;

/// <summary>What the Random provider draws, drawn from the URN: the same length, alphabet and minimum counts, never by chance.</summary>
internal static class RandomOutputs
{
    private const string Lower = "abcdefghijklmnopqrstuvwxyz";
    private const string Digits = "0123456789";
    private const string Special = "!@#$%&*()-_=+[]{}<>:?";

    private static readonly string[] PetWords =
        ["able", "bold", "calm", "dear", "eager", "fair", "glad", "keen", "lucky", "noble", "proud", "quick", "rare", "sure", "vital", "warm"];

    private static readonly string[] Pets =
        ["ant", "bat", "cat", "cod", "deer", "duck", "eel", "fox", "goat", "hawk", "ibex", "lynx", "mole", "newt", "owl", "seal"];

    public static PropertyValue? Value(string name, Synthesis synthesis) => name switch
    {
        "randomText" => Text(synthesis),
        "randomIdHex" => Prefix(synthesis) + Convert.ToHexStringLower(IdBytes(synthesis)),
        "randomIdDecimal" => Prefix(synthesis) + new BigInteger(IdBytes(synthesis), isUnsigned: true, isBigEndian: true).ToString(CultureInfo.InvariantCulture),
        "randomIdStandard" => Prefix(synthesis) + Convert.ToBase64String(IdBytes(synthesis)),
        "randomIdUrl" => Url(IdBytes(synthesis)),
        "randomIdPrefixedUrl" => Prefix(synthesis) + Url(IdBytes(synthesis)),
        "randomBytesBase64" => Convert.ToBase64String(Bytes(synthesis)),
        "randomBytesHex" => Convert.ToHexStringLower(Bytes(synthesis)),
        "randomInteger" => Integer(synthesis),
        "randomPet" => Pet(synthesis),
        _ => null,
    };

    private static int Whole(Synthesis synthesis, string input, int fallback) =>
        synthesis.Node.Inputs[input].AsNumber is { } number ? (int)number : fallback;

    private static string Text(Synthesis synthesis)
    {
        var inputs = synthesis.Node.Inputs;
        var length = Whole(synthesis, "length", 16);
        var special = inputs["overrideSpecial"].AsText is { Length: > 0 } own ? own : Special;
        var numeric = inputs["numeric"].AsBool ?? inputs["number"].AsBool ?? true;
        (string Alphabet, bool Used, string Minimum)[] classes =
        [
            (Lower, inputs["lower"].AsBool ?? true, "minLower"),
            (Lower.ToUpperInvariant(), inputs["upper"].AsBool ?? true, "minUpper"),
            (Digits, numeric, "minNumeric"),
            (special, inputs["special"].AsBool ?? true, "minSpecial"),
        ];
        var alphabet = string.Concat(classes.Where(kind => kind.Used).Select(kind => kind.Alphabet));
        var drawn = string.Concat(classes.Select(kind => Digest.From(synthesis.Seed(kind.Minimum), Whole(synthesis, kind.Minimum, 0), kind.Alphabet)));
        drawn += alphabet.Length == 0 ? "" : Digest.From(synthesis.Seed("rest"), length - drawn.Length, alphabet);
        return Shuffled(drawn, synthesis);
    }

    private static string Shuffled(string text, Synthesis synthesis)
    {
        var letters = text.ToCharArray();
        for (var index = letters.Length - 1; index > 0; index--)
        {
            var other = Digest.Number(synthesis.Seed(string.Create(CultureInfo.InvariantCulture, $"shuffle{index}")), index + 1);
            (letters[index], letters[other]) = (letters[other], letters[index]);
        }

        return new string(letters);
    }

    private static byte[] Bytes(Synthesis synthesis) => Digest.Bytes(synthesis.Seed("bytes"), Whole(synthesis, "length", 16));

    private static byte[] IdBytes(Synthesis synthesis) => Digest.Bytes(synthesis.Seed("bytes"), Whole(synthesis, "byteLength", 8));

    private static string Prefix(Synthesis synthesis) => synthesis.Node.Inputs["prefix"].AsText ?? "";

    private static string Url(byte[] bytes) => Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    private static PropertyValue Integer(Synthesis synthesis)
    {
        var min = Whole(synthesis, "min", 0);
        var max = Whole(synthesis, "max", int.MaxValue);
        var span = (long)max - min + 1;
        return (int)(min + (span > int.MaxValue ? Digest.Number(synthesis.Seed("integer"), int.MaxValue) : Digest.Number(synthesis.Seed("integer"), (int)span)));
    }

    private static string Pet(Synthesis synthesis)
    {
        var length = Math.Max(Whole(synthesis, "length", 2), 1);
        var separator = synthesis.Node.Inputs["separator"].AsText ?? "-";
        var words = Enumerable.Range(0, length - 1).Select(index => PetWords[Digest.Number(synthesis.Seed("word" + index), PetWords.Length)])
            .Append(Pets[Digest.Number(synthesis.Seed("pet"), Pets.Length)]);
        return string.Join(separator, Prefix(synthesis) is { Length: > 0 } prefix ? words.Prepend(prefix) : words);
    }
}
