using System.Globalization;
using Infra.Components.Hypernym;
using Infra.Components.Network;
using Infra.Stacks.Settings.Reading;
using Pulumi;

namespace Infra.Stacks.Hypernym;

/// <summary>
/// The zones of Hypernym's subnets: those where every endpoint service is offered, and where AWS runs Fargate tasks or places EKS control
/// planes. Only the account can say which they are, as the same zone has another name in every account.
/// </summary>
internal static class HypernymZones
{
    private const string Zones = "infra:hypernym.availabilityZones";
    private const string Subnets = "infra:hypernym.privateSubnetCidrs";

    /// <summary>The zones that the settings name, or the first that suit. Zones that do not suit throw <see cref="RunException"/>.</summary>
    public static async Task<IReadOnlyList<string>> ChooseAsync(SystemContext context, HypernymSettings settings)
    {
        var endpoints = Components.Hypernym.Hypernym.Endpoints(
            settings.Compute, settings.InferenceProvider == InferenceMode.Byop, settings.EnableMeteringEndpoint, settings.ContainerInsights);
        var offered = await EndpointZones.ByServiceAsync(endpoints, settings.Region, context.InvokeOptions);
        var (capacity, without) = settings.Compute == HypernymVariant.Eks
            ? ("EKS control planes", AvailabilityZones.WithoutEks)
            : ("Fargate tasks", AvailabilityZones.WithoutFargate);
        var able = await AvailabilityZones.SuitableAsync(without, context.InvokeOptions);
        IReadOnlyList<string> suitable = [.. able.Intersect(EndpointZones.Common(offered), StringComparer.Ordinal)];
        var faults = settings.AvailabilityZones.Count > 0
            ? Unsuitable(settings.AvailabilityZones, able, capacity, offered, suitable)
            : TooFew(settings, suitable);
        return faults is []
            ? settings.AvailabilityZones is { Count: > 0 } named ? named : [.. suitable.Take(settings.PrivateSubnetCidrs.Count)]
            : throw new RunException(string.Join("\n\n", faults));
    }

    /// <summary>What is wrong with the zones that the settings name.</summary>
    /// <param name="zones">The zones.</param>
    /// <param name="able">The zones that have capacity.</param>
    /// <param name="capacity">The capacity for what.</param>
    /// <param name="offered">The zones that offer each endpoint service.</param>
    /// <param name="suitable">The zones that have both.</param>
    internal static IReadOnlyList<SettingFault> Unsuitable(
        IReadOnlyList<string> zones,
        IReadOnlyCollection<string> able,
        string capacity,
        IReadOnlyDictionary<string, IReadOnlyCollection<string>> offered,
        IReadOnlyList<string> suitable) =>
    [
        .. from zone in zones
           let lacking = EndpointZones.Lacking(zone, offered)
           let reasons = (string[])
           [
               .. able.Contains(zone) ? [] : new[] { $"has no {capacity}" },
               .. lacking is [] ? [] : new[] { $"offers no endpoint of {string.Join(", ", lacking)}" },
           ]
           where reasons.Length > 0
           select new SettingFault(
               Zones,
               $"{zone}, which {string.Join(" and ", reasons)}",
               $"zones that have {capacity} and every endpoint service; in this account {Listed(suitable)}",
               "name others in the stack file, or remove the setting"),
    ];

    private static IReadOnlyList<SettingFault> TooFew(HypernymSettings settings, IReadOnlyList<string> suitable) =>
        suitable.Count >= settings.PrivateSubnetCidrs.Count
            ? []
            :
            [
                new SettingFault(
                    Subnets,
                    string.Create(CultureInfo.InvariantCulture, $"{settings.PrivateSubnetCidrs.Count} blocks, each for a zone of its own"),
                    string.Create(CultureInfo.InvariantCulture, $"at most {suitable.Count} in {settings.Region}, where the zones that suit are {Listed(suitable)}"),
                    "remove blocks in the stack file, or choose another region"),
            ];

    private static string Listed(IReadOnlyList<string> zones) => zones.Count == 0 ? "none" : string.Join(", ", zones);
}
