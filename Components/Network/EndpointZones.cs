using Pulumi;
using Aws = Pulumi.Aws;

namespace Infra.Components.Network;

/// <summary>
/// Finds the zones in which AWS offers endpoint services: not every service is in every zone, and an endpoint in a zone without it is
/// refused.
/// </summary>
public static class EndpointZones
{
    /// <summary>The names of the zones that offer each of these services, by service.</summary>
    /// <param name="endpoints">The endpoints. Gateway endpoints have no zone and are passed over.</param>
    /// <param name="region">The region.</param>
    /// <param name="options">The provider whose region is asked.</param>
    public static async Task<IReadOnlyDictionary<string, IReadOnlyCollection<string>>> ByServiceAsync(
        IEnumerable<ServiceEndpoint> endpoints, string region, InvokeOptions options)
    {
        var services = endpoints.Where(endpoint => endpoint.Kind == EndpointKind.Interface).ToList();
        var answers = await Task.WhenAll(services.Select(endpoint => Aws.Ec2.GetVpcEndpointService.InvokeAsync(new Aws.Ec2.GetVpcEndpointServiceArgs
        {
            ServiceName = endpoint.ServiceName(region),
            ServiceType = endpoint.Kind.ToString(),
        }, options)));
        return services.Zip(answers).ToDictionary(
            pair => pair.First.Service,
            pair => (IReadOnlyCollection<string>)pair.Second.AvailabilityZones,
            StringComparer.Ordinal);
    }

    /// <summary>The zones that offer every one of the services.</summary>
    public static IReadOnlyCollection<string> Common(IReadOnlyDictionary<string, IReadOnlyCollection<string>> zonesByService) =>
        [.. zonesByService.Values.Aggregate(zonesByService.Values.First().AsEnumerable(), (common, zones) => common.Intersect(zones, StringComparer.Ordinal))];

    /// <summary>Refuses zones that lack one of the services with <see cref="RunException"/>, which names both and which Pulumi shows without a stack trace.</summary>
    /// <param name="zones">The names of the zones to use.</param>
    /// <param name="zonesByService">The zones that offer each service.</param>
    public static void Require(IReadOnlyList<string> zones, IReadOnlyDictionary<string, IReadOnlyCollection<string>> zonesByService)
    {
        var faults = zonesByService.OrderBy(entry => entry.Key, StringComparer.Ordinal)
            .SelectMany(entry => zones.Except(entry.Value, StringComparer.Ordinal).Select(zone =>
                $"Zone {zone} offers no endpoint of {entry.Key}. The service is in "
                + $"{string.Join(", ", entry.Value.Order(StringComparer.Ordinal))}. Choose availabilityZones among these."))
            .ToList();
        if (faults.Count > 0)
        {
            throw new RunException(string.Join('\n', faults));
        }
    }
}
