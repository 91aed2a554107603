using System.Globalization;
using System.Text.Json.Nodes;
using Infra.Components.Kubernetes;
using Pulumi;
using Networking = Pulumi.Kubernetes.Types.Inputs.Networking.V1;

namespace Infra.Components.Hypernym.Eks;

/// <summary>Hypernym's Ingress: the internal load balancer, in the terms of the AWS Load Balancer Controller.</summary>
internal static class HypernymIngress
{
    private const string Domain = "alb.ingress.kubernetes.io/";

    // TLS 1.3 and 1.2 with forward secrecy.
    private const string TlsPolicy = "ELBSecurityPolicy-TLS13-1-2-2021-06";

    /// <summary>The Ingress's annotations. The controller takes texts only.</summary>
    public static InputMap<string> Annotations(HypernymWorkloadArgs args)
    {
        var foundation = args.Foundation;
        var annotations = new InputMap<string>
        {
            { Domain + "scheme", "internal" },
            { Domain + "ip-address-type", "ipv4" },
            { Domain + "load-balancer-name", foundation.Names.LoadBalancer },
            { Domain + "subnets", foundation.Network.PrivateSubnetIds.Apply(ids => string.Join(',', ids)) },
            // Without groups of its own, the controller makes one that is open to the world.
            { Domain + "security-groups", foundation.Network.LoadBalancerGroupId },
            { Domain + "manage-backend-security-group-rules", "false" },
            { Domain + "target-type", "ip" },
            { Domain + "listen-ports", JsonText.Of(Listeners(foundation.FrontDoor)) },
            { Domain + "healthcheck-path", foundation.Application.HealthCheckPath },
            { Domain + "healthcheck-protocol", "HTTP" },
            { Domain + "healthcheck-port", "traffic-port" },
            { Domain + "healthcheck-interval-seconds", "30" },
            { Domain + "healthcheck-timeout-seconds", "5" },
            { Domain + "healthy-threshold-count", "2" },
            { Domain + "unhealthy-threshold-count", "3" },
            { Domain + "success-codes", "200" },
            { Domain + "target-group-attributes", "deregistration_delay.timeout_seconds=30" },
            { Domain + "load-balancer-attributes", Attributes(foundation.FrontDoor) },
            { Domain + "tags", string.Join(',', args.Compute.Tags.OrderBy(tag => tag.Key, StringComparer.Ordinal).Select(tag => $"{tag.Key}={tag.Value}")) },
        };
        if (foundation.FrontDoor.CertificateArn is { } certificate)
        {
            annotations.Add(Domain + "certificate-arn", certificate);
            annotations.Add(Domain + "ssl-policy", TlsPolicy);
            annotations.Add(Domain + "ssl-redirect", "443");
        }

        return annotations;
    }

    /// <summary>Everything goes to one service.</summary>
    public static Networking.IngressSpecArgs Route(Output<string> serviceName, int servicePort) => new()
    {
        IngressClassName = "alb",
        Rules = new Networking.IngressRuleArgs
        {
            Http = new Networking.HTTPIngressRuleValueArgs
            {
                Paths = new Networking.HTTPIngressPathArgs
                {
                    Path = "/",
                    PathType = "Prefix",
                    Backend = new Networking.IngressBackendArgs
                    {
                        Service = new Networking.IngressServiceBackendArgs
                        {
                            Name = serviceName,
                            Port = new Networking.ServiceBackendPortArgs { Number = servicePort },
                        },
                    },
                },
            },
        },
    };

    private static JsonArray Listeners(HypernymFrontDoor frontDoor)
    {
        var listeners = new JsonArray(new JsonObject { ["HTTP"] = 80 });
        if (frontDoor.CertificateArn is not null)
        {
            listeners.Add(new JsonObject { ["HTTPS"] = 443 });
        }

        return listeners;
    }

    private static string Attributes(HypernymFrontDoor frontDoor) => string.Join(
        ',',
        string.Create(CultureInfo.InvariantCulture, $"idle_timeout.timeout_seconds={frontDoor.IdleTimeoutSeconds}"),
        "routing.http.drop_invalid_header_fields.enabled=true",
        $"deletion_protection.enabled={(frontDoor.DeletionProtection ? "true" : "false")}");
}
