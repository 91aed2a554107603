using Infra.Components.Identity;
using Infra.Components.Network;
using Pulumi;

namespace Infra.Components.Hypernym;

/// <summary>
/// The AWS services that Hypernym reaches without the internet: the document's five, and those without which a variant cannot start.
/// </summary>
internal static class HypernymEndpoints
{
    public const string S3 = "s3";
    public const string EcrApi = "ecr.api";
    public const string EcrDocker = "ecr.dkr";
    public const string Logs = "logs";
    public const string SecretsManager = "secretsmanager";
    public const string Metering = "metering-marketplace";
    public const string Ec2 = "ec2";
    public const string Sts = "sts";
    public const string LoadBalancing = "elasticloadbalancing";
    public const string Monitoring = "monitoring";

    /// <summary>The services that a variant and a mode need.</summary>
    public static IReadOnlyList<ServiceEndpoint> For(HypernymVariant variant, bool byop, bool metering, bool containerInsights) =>
    [
        .. Documented(byop),
        // The container registers its use with the Marketplace when it starts and stops when it cannot: the call would time out here.
        .. Where(metering, Metering),
        // Nodes ask EC2 for their own name, and the network plugin attaches addresses to them.
        .. Where(variant == HypernymVariant.Eks, Ec2),
        // Service accounts exchange their tokens for role credentials there (IRSA): pods of the application, the load balancer controller
        // and the agent.
        .. Where(variant == HypernymVariant.Eks, Sts),
        // The load balancer controller creates the internal load balancer and registers pods with it.
        .. Where(variant == HypernymVariant.Eks, LoadBalancing),
        // The CloudWatch agent sends the nodes' and pods' metrics. On ECS they come from the service itself.
        .. Where(variant == HypernymVariant.Eks && containerInsights, Monitoring),
    ];

    /// <summary>The same endpoints, narrowed to what goes through them where AWS lets that be said and the system knows it.</summary>
    public static IReadOnlyList<ServiceEndpoint> Narrowed(
        IEnumerable<ServiceEndpoint> endpoints, HypernymVariant variant, string region, Output<string>? secretArn) =>
    [
        .. endpoints.Select(endpoint => endpoint.Service switch
        {
            S3 => endpoint with { Policy = ReadPublishedFiles(variant, region) },
            SecretsManager when secretArn is not null => endpoint with { Policy = ReadSecret(secretArn) },
            _ => endpoint,
        }),
    ];

    private static IEnumerable<ServiceEndpoint> Documented(bool byop) =>
    [
        new(S3, EndpointKind.Gateway),
        new(EcrApi, EndpointKind.Interface),
        new(EcrDocker, EndpointKind.Interface),
        new(Logs, EndpointKind.Interface),
        .. Where(byop, SecretsManager),
    ];

    private static IEnumerable<ServiceEndpoint> Where(bool needed, string service) =>
        needed ? [new ServiceEndpoint(service, EndpointKind.Interface)] : [];

    // Nothing in this network reads or writes buckets of its own: image layers, and on nodes packages, are all that comes from S3.
    private static PolicyDocument ReadPublishedFiles(HypernymVariant variant, string region)
    {
        List<string> buckets = [$"prod-{region}-starport-layer-bucket"];
        if (variant == HypernymVariant.Eks)
        {
            // The packages of Amazon Linux 2023, which nodes update themselves from.
            buckets.Add($"al2023-repos-{region}-de612dc2");
        }

        return new PolicyDocument(new PolicyStatement
        {
            Sid = "ReadPublishedFiles",
            Principal = PolicyPrincipal.Everyone,
            Actions = ["s3:GetObject"],
            Resources = buckets.Select(bucket => $"arn:{AwsPartition.Of(region)}:s3:::{bucket}/*").ToArray(),
        });
    }

    private static PolicyDocument ReadSecret(Output<string> secretArn) => new(new PolicyStatement
    {
        Sid = "ReadProviderCredentials",
        Principal = PolicyPrincipal.Everyone,
        Actions = ["secretsmanager:DescribeSecret", "secretsmanager:GetSecretValue"],
        Resources = secretArn,
    });
}
