using System.Collections.Immutable;
using System.Globalization;
using Pulumi;
using Aws = Pulumi.Aws;

namespace Infra.Components.Network;

/// <summary>Chooses the zones of a network.</summary>
public static class AvailabilityZones
{
    /// <summary>
    /// Zone ids without Fargate capacity (AWS Fargate Regions). Ids, because AWS gives the same zone another name in every account:
    /// the first names of a region may hold one of these.
    /// </summary>
    public static ImmutableArray<string> WithoutFargate { get; } = ["use1-az3", "usw1-az2", "cac1-az3", "apne1-az3"];

    /// <summary>Zone ids in which EKS places no control plane (EKS user guide, network requirements).</summary>
    public static ImmutableArray<string> WithoutEks { get; } = ["use1-az3", "usw1-az2", "cac1-az3"];

    /// <summary>
    /// The first <paramref name="count"/> zones that are available and need no opting in (no Local or Wavelength Zones), by name.
    /// A region with fewer ends the program with one error, a <see cref="RunException"/>.
    /// </summary>
    /// <param name="count">How many zones.</param>
    /// <param name="excludedZoneIds">Zone ids to pass over, e.g. `use1-az3`. Ids of other regions do no harm.</param>
    /// <param name="options">The provider whose region is asked.</param>
    /// <remarks>The answer is awaited, as the VPC component takes zone names as plain values only.</remarks>
    public static async Task<ImmutableArray<string>> ChooseAsync(int count, IEnumerable<string> excludedZoneIds, InvokeOptions options)
    {
        var excluded = excludedZoneIds.ToList();
        var zones = await AskAsync(excluded, options);
        return First(zones.Names, count, zones.Region, excluded);
    }

    /// <summary>All zones that are available, need no opting in and are not excluded by their ids: names in ordinal order.</summary>
    public static async Task<ImmutableArray<string>> SuitableAsync(IEnumerable<string> excludedZoneIds, InvokeOptions options) =>
        [.. (await AskAsync([.. excludedZoneIds], options)).Names.Order(StringComparer.Ordinal)];

    /// <summary>The first <paramref name="count"/> names in ordinal order; fewer throw <see cref="RunException"/>, which Pulumi shows without a stack trace.</summary>
    internal static ImmutableArray<string> First(IReadOnlyCollection<string> names, int count, string region, IReadOnlyCollection<string> excludedZoneIds) =>
        names.Count >= count
            ? [.. names.Order(StringComparer.Ordinal).Take(count)]
            : throw new RunException(string.Create(
                CultureInfo.InvariantCulture,
                $"""
                The network does not fit into region {region}.
                  got      {count} availability zones to span; {names.Count} suit it{Listed(" (", names, ")")}{Listed(", without ", excludedZoneIds, "")}
                  allowed  at most {names.Count}
                  fix      span fewer zones, exclude fewer, or choose another region
                """));

    private static Task<Aws.GetAvailabilityZonesResult> AskAsync(List<string> excludedZoneIds, InvokeOptions options) =>
        Aws.GetAvailabilityZones.InvokeAsync(new Aws.GetAvailabilityZonesArgs
        {
            State = "available",
            ExcludeZoneIds = excludedZoneIds,
            Filters = [new Aws.Inputs.GetAvailabilityZonesFilterArgs { Name = "opt-in-status", Values = ["opt-in-not-required"] }],
        }, options);

    private static string Listed(string before, IReadOnlyCollection<string> zones, string after) =>
        zones.Count == 0 ? "" : $"{before}{string.Join(", ", zones.Order(StringComparer.Ordinal))}{after}";
}
