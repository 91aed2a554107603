using Pulumi;
using Aws = Pulumi.Aws;

namespace Infra.Components.Network;

/// <summary>Makes gateway endpoints, which need neither subnets nor a security group.</summary>
public static class GatewayEndpoint
{
    /// <summary>Creates an endpoint as a child of <paramref name="parent"/>.</summary>
    /// <param name="name">The resource's name.</param>
    /// <param name="endpoint">The service, `s3` or `dynamodb`, and what may be asked of it.</param>
    /// <param name="region">The region, part of the service's name.</param>
    /// <param name="vpcId">The VPC's id.</param>
    /// <param name="routeTableIds">The ids of the route tables that it adds its routes to.</param>
    /// <param name="nameTag">Its `Name` tag.</param>
    /// <param name="parent">The component it belongs to.</param>
    public static Aws.Ec2.VpcEndpoint Create(
        string name, ServiceEndpoint endpoint, string region, Input<string> vpcId, InputList<string> routeTableIds, string nameTag, Resource parent)
    {
        var resource = new Aws.Ec2.VpcEndpointArgs
        {
            VpcId = vpcId,
            ServiceName = endpoint.ServiceName(region),
            VpcEndpointType = nameof(EndpointKind.Gateway),
            RouteTableIds = routeTableIds,
            Tags = { { "Name", nameTag } },
        };
        if (endpoint.Policy is { } policy)
        {
            resource.Policy = policy.ToJson();
        }

        return new Aws.Ec2.VpcEndpoint(name, resource, new CustomResourceOptions { Parent = parent });
    }
}
