using System.Collections.Immutable;
using Pulumi;
using Aws = Pulumi.Aws;

namespace Infra.Components.Network;

/// <summary>The endpoints through which a VPC reaches AWS services, and the security group that the interface endpoints share.</summary>
public sealed class ServiceEndpoints : ComponentResource
{
    /// <summary>The component's type token.</summary>
    public const string Token = "infra:network:ServiceEndpoints";

    /// <summary>Makes the group and one endpoint per service.</summary>
    public ServiceEndpoints(string name, ServiceEndpointsArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        var firewall = CreateFirewall(name, args);
        var endpoints = args.Endpoints.ToDictionary(endpoint => endpoint.Service, endpoint => Create(name, args, endpoint, firewall), StringComparer.Ordinal);
        ByService = endpoints.ToImmutableDictionary(entry => entry.Key, entry => (Resource)entry.Value, StringComparer.Ordinal);
        PrefixListIds = args.Endpoints.Where(endpoint => endpoint.Kind == EndpointKind.Gateway)
            .ToImmutableDictionary(endpoint => endpoint.Service, endpoint => endpoints[endpoint.Service].PrefixListId, StringComparer.Ordinal);
        SecurityGroupId = firewall.SecurityGroupId;
        Ready = [.. endpoints.Values, .. firewall.Rules];
        RegisterOutputs();
    }

    /// <summary>The id of the security group that all interface endpoints wear.</summary>
    [Output("securityGroupId")]
    public Output<string> SecurityGroupId { get; private set; }

    /// <summary>The endpoints by service, e.g. `ecr.api`.</summary>
    public IReadOnlyDictionary<string, Resource> ByService { get; }

    /// <summary>
    /// The prefix lists of the gateway endpoints by service: what a security group names to let traffic to the service out.
    /// </summary>
    public IReadOnlyDictionary<string, Output<string>> PrefixListIds { get; }

    /// <summary>Everything that must exist before a workload can reach the services.</summary>
    public IReadOnlyList<Resource> Ready { get; }

    private Firewall CreateFirewall(string name, ServiceEndpointsArgs args) => new($"{name}-group", new FirewallArgs
    {
        VpcId = args.VpcId,
        PhysicalName = args.SecurityGroupName,
        Description = "Interface endpoints of AWS services",
        Rules = args.Admits,
        Tags = new() { { "Name", args.SecurityGroupName } },
    }, new ComponentResourceOptions { Parent = this });

    private Aws.Ec2.VpcEndpoint Create(string name, ServiceEndpointsArgs args, ServiceEndpoint endpoint, Firewall firewall)
    {
        var resourceName = $"{name}-{endpoint.NamePart}";
        var nameTag = $"{args.NamePrefix}-{endpoint.NamePart}-endpoint";
        return endpoint.Kind == EndpointKind.Gateway
            ? GatewayEndpoint.Create(resourceName, endpoint, args.Region, args.VpcId, args.RouteTableIds, nameTag, this)
            : CreateInterface(resourceName, args, endpoint, nameTag, firewall);
    }

    private Aws.Ec2.VpcEndpoint CreateInterface(string name, ServiceEndpointsArgs args, ServiceEndpoint endpoint, string nameTag, Firewall firewall)
    {
        var resource = new Aws.Ec2.VpcEndpointArgs
        {
            VpcId = args.VpcId,
            ServiceName = endpoint.ServiceName(args.Region),
            VpcEndpointType = nameof(EndpointKind.Interface),
            // Clients use the service's usual host name and need no setting of their own.
            PrivateDnsEnabled = true,
            SubnetIds = args.SubnetIds,
            SecurityGroupIds = firewall.SecurityGroupId,
            Tags = { { "Name", nameTag } },
        };
        if (endpoint.Policy is { } policy)
        {
            resource.Policy = policy.ToJson();
        }

        return new Aws.Ec2.VpcEndpoint(name, resource, new CustomResourceOptions { Parent = this });
    }
}

/// <summary>What <see cref="ServiceEndpoints"/> are made of.</summary>
public sealed class ServiceEndpointsArgs : ResourceArgs
{
    /// <summary>The VPC's id; both of its DNS flags must be on.</summary>
    public required Input<string> VpcId { get; init; }

    /// <summary>The region, part of every service's name.</summary>
    public required string Region { get; init; }

    /// <summary>The ids of the subnets that interface endpoints stand in, one per zone.</summary>
    public required InputList<string> SubnetIds { get; init; }

    /// <summary>The ids of the route tables that gateway endpoints add their routes to.</summary>
    public required InputList<string> RouteTableIds { get; init; }

    /// <summary>The services, each once.</summary>
    public required IReadOnlyList<ServiceEndpoint> Endpoints { get; init; }

    /// <summary>Who may talk to the interface endpoints; HTTPS is all they speak.</summary>
    public required IReadOnlyList<FirewallRule> Admits { get; init; }

    /// <summary>The name of the security group in AWS.</summary>
    public required string SecurityGroupName { get; init; }

    /// <summary>The beginning of the endpoints' `Name` tags: `PREFIX-ecr-api-endpoint`.</summary>
    public required string NamePrefix { get; init; }
}
