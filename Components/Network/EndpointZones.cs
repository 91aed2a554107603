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

    /// <summary>The services that a zone lacks, by name; empty when the zone offers them all.</summary>
    /// <param name="zone">The zone's name.</param>
    /// <param name="zonesByService">The zones that offer each service.</param>
    public static IReadOnlyList<string> Lacking(string zone, IReadOnlyDictionary<string, IReadOnlyCollection<string>> zonesByService) =>
        [.. zonesByService.Where(entry => !entry.Value.Contains(zone)).Select(entry => entry.Key).Order(StringComparer.Ordinal)];
}
