using System.Globalization;

namespace Pulumi.Serialization;

/// <summary>A semantic version as far as the choice of bindings needs it; an absent one fits everything.</summary>
internal sealed record PackageVersion(int Major, int Minor, int Patch, string Prerelease, bool IsAny) : IComparable<PackageVersion>
{
    private static readonly PackageVersion Any = new(0, 0, 0, "", true);

    public static PackageVersion Parse(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return Any;
        }

        var core = text.Split('+', 2)[0].TrimStart('v');
        var dash = core.IndexOf('-', StringComparison.Ordinal);
        var numbers = (dash < 0 ? core : core[..dash]).Split('.');
        return new PackageVersion(Number(numbers, 0), Number(numbers, 1), Number(numbers, 2), dash < 0 ? "" : core[(dash + 1)..], false);
    }

    /// <summary>Tells whether bindings of this version can stand for a resource of the wanted one: same major, not older.</summary>
    public bool Serves(PackageVersion wanted) => IsAny || wanted.IsAny || (Major == wanted.Major && CompareTo(wanted) >= 0);

    public int CompareTo(PackageVersion? other)
    {
        if (other is null || IsAny || other.IsAny)
        {
            // Bindings that name their version are preferred over those that fit everything.
            return other is null ? 1 : other.IsAny.CompareTo(IsAny);
        }

        var difference = (Major, Minor, Patch).CompareTo((other.Major, other.Minor, other.Patch));
        return difference != 0 ? difference
            : Prerelease.Length == 0 || other.Prerelease.Length == 0 ? other.Prerelease.Length.CompareTo(Prerelease.Length)
            : string.CompareOrdinal(Prerelease, other.Prerelease);
    }

    private static int Number(string[] numbers, int index)
        => index < numbers.Length && int.TryParse(numbers[index], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : 0;
}
