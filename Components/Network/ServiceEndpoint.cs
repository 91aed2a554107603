using Infra.Components.Identity;

namespace Infra.Components.Network;

/// <summary>How a VPC reaches an AWS service without the internet.</summary>
public enum EndpointKind
{
    /// <summary>Network interfaces in the subnets, under the service's own host names. Billed per zone and hour.</summary>
    Interface,

    /// <summary>Routes in the route tables; S3 and DynamoDB only. Free.</summary>
    Gateway,
}

/// <summary>An AWS service that a VPC reaches through an endpoint.</summary>
/// <param name="Service">The end of the endpoint service's name, e.g. `ecr.api` of `com.amazonaws.us-east-1.ecr.api`.</param>
/// <param name="Kind">How it is reached.</param>
public sealed record ServiceEndpoint(string Service, EndpointKind Kind)
{
    /// <summary>
    /// What may be asked of the service through the endpoint. Default: null, everything that the caller's own policies allow.
    /// </summary>
    public PolicyDocument? Policy { get; init; }

    /// <summary>The service as part of a name: `ecr-api`.</summary>
    public string NamePart => Service.Replace('.', '-');

    /// <summary>The endpoint service's full name in a region.</summary>
    public string ServiceName(string region) => $"com.amazonaws.{region}.{Service}";
}
