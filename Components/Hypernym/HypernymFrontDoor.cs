using Pulumi;

namespace Infra.Components.Hypernym;

/// <summary>How the internal load balancer behaves. It is the program's on ECS, and the load balancer controller's on EKS.</summary>
public sealed record HypernymFrontDoor
{
    /// <summary>
    /// Networks besides the VPC whose clients may connect: peered, transit or VPN clients keep their own addresses. Default: none.
    /// </summary>
    public IReadOnlyList<string> ClientCidrs { get; init; } = [];

    /// <summary>
    /// Seconds that a connection may be silent, 1 to 4000; the application must keep connections open for longer. Default: 60.
    /// </summary>
    public int IdleTimeoutSeconds { get; init; } = 60;

    /// <summary>The ARN of a certificate for HTTPS. Default: null, HTTP only, as documented.</summary>
    public Input<string>? CertificateArn { get; init; }

    /// <summary>Whether AWS refuses to delete it. Default: it does not.</summary>
    public bool DeletionProtection { get; init; }

    /// <summary>The ports it listens on.</summary>
    public IReadOnlyList<int> Ports => CertificateArn is null ? [80] : [80, 443];
}
