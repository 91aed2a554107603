using System.Globalization;
using System.Text.RegularExpressions;

namespace Infra.Preview.Expansion.Layout;

/// <summary>The names of a subnet and of what belongs to it.</summary>
internal static partial class SubnetNames
{
    /// <summary>The logical name: VPC, spec and zone number from 1.</summary>
    public static string Logical(string vpcName, SubnetSpec spec, int zone) =>
        string.Create(CultureInfo.InvariantCulture, $"{vpcName}-{spec.NamePart}-{zone + 1}");

    /// <summary>A zone without its region, e.g. `1a` of `us-east-1a`; the whole zone when it has no such prefix.</summary>
    public static string ZoneSuffix(string zone) => RegionPrefix().Replace(zone, "");

    [GeneratedRegex("^[a-z]{2}(?:-[a-z]+)+-")]
    private static partial Regex RegionPrefix();
}
