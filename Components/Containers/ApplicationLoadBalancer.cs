using Pulumi;
using Aws = Pulumi.Aws;

namespace Infra.Components.Containers;

/// <summary>An application load balancer with its listeners: HTTP alone, or HTTPS and an HTTP that redirects to it.</summary>
public sealed class ApplicationLoadBalancer : ComponentResource
{
    /// <summary>The component's type token.</summary>
    public const string Token = "infra:containers:ApplicationLoadBalancer";

    // TLS 1.3 and 1.2 with forward secrecy.
    private const string TlsPolicy = "ELBSecurityPolicy-TLS13-1-2-2021-06";

    /// <summary>Makes the load balancer and its listeners.</summary>
    public ApplicationLoadBalancer(string name, ApplicationLoadBalancerArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        args.Validate(name);
        var balancer = CreateLoadBalancer(name, args);
        var listeners = CreateListeners(name, args, balancer);
        Listeners = listeners;
        Rules = CreateRules(name, args, listeners[^1]);
        ListenerArn = listeners[^1].Arn;
        LoadBalancerArn = balancer.Arn;
        ArnSuffix = balancer.ArnSuffix;
        DnsName = balancer.DnsName;
        ZoneId = balancer.ZoneId;
        Url = Output.Format($"{(args.CertificateArn is null ? "http" : "https")}://{balancer.DnsName}");
        RegisterOutputs();
    }

    /// <summary>The load balancer's ARN.</summary>
    [Output("loadBalancerArn")]
    public Output<string> LoadBalancerArn { get; private set; }

    /// <summary>The end of its ARN, by which its metrics go.</summary>
    [Output("arnSuffix")]
    public Output<string> ArnSuffix { get; private set; }

    /// <summary>Its host name.</summary>
    [Output("dnsName")]
    public Output<string> DnsName { get; private set; }

    /// <summary>The hosted zone of its host name, for alias records.</summary>
    [Output("zoneId")]
    public Output<string> ZoneId { get; private set; }

    /// <summary>Its address with the scheme that its main listener speaks.</summary>
    [Output("url")]
    public Output<string> Url { get; private set; }

    /// <summary>The ARN of the listener that does not redirect: where rules belong.</summary>
    [Output("listenerArn")]
    public Output<string> ListenerArn { get; private set; }

    /// <summary>The listeners: ECS refuses a target group that none of them uses yet.</summary>
    public IReadOnlyList<Resource> Listeners { get; }

    /// <summary>The rules of its main listener by name: ECS refuses a target group that no listener or rule uses yet.</summary>
    public IReadOnlyDictionary<string, Resource> Rules { get; }

    private Aws.LB.LoadBalancer CreateLoadBalancer(string name, ApplicationLoadBalancerArgs args) => new(name, new Aws.LB.LoadBalancerArgs
    {
        Name = args.PhysicalName,
        LoadBalancerType = "application",
        Internal = args.Internal,
        IpAddressType = "ipv4",
        Subnets = args.SubnetIds,
        SecurityGroups = args.SecurityGroupIds,
        IdleTimeout = args.IdleTimeoutSeconds,
        DropInvalidHeaderFields = true,
        EnableDeletionProtection = args.DeletionProtection,
        Tags = { { "Name", args.PhysicalName } },
    }, new CustomResourceOptions { Parent = this, DependsOn = args.CreateAfter });

    private List<Aws.LB.Listener> CreateListeners(string name, ApplicationLoadBalancerArgs args, Aws.LB.LoadBalancer balancer)
    {
        var http = CreateListener(
            $"{name}-http",
            new() { Port = 80, Protocol = "HTTP", LoadBalancerArn = balancer.Arn },
            args.CertificateArn is null ? args.DefaultAction : ListenerAction.RedirectToHttps(),
            args);
        if (args.CertificateArn is not { } certificateArn)
        {
            return [http];
        }

        var https = CreateListener(
            $"{name}-https",
            new() { Port = 443, Protocol = "HTTPS", SslPolicy = TlsPolicy, CertificateArn = certificateArn, LoadBalancerArn = balancer.Arn },
            args.DefaultAction,
            args);
        return [http, https];
    }

    private Aws.LB.Listener CreateListener(string name, Aws.LB.ListenerArgs listener, ListenerAction action, ApplicationLoadBalancerArgs args)
    {
        listener.DefaultActions = action.ToDefaultAction();
        return new Aws.LB.Listener(name, listener, new CustomResourceOptions { Parent = this });
    }

    private Dictionary<string, Resource> CreateRules(string name, ApplicationLoadBalancerArgs args, Aws.LB.Listener listener) =>
        args.Rules.ToDictionary(rule => rule.Name, rule => (Resource)new Aws.LB.ListenerRule($"{name}-{rule.Name}", new Aws.LB.ListenerRuleArgs
        {
            ListenerArn = listener.Arn,
            Priority = rule.Priority,
            Conditions = rule.Conditions().ToArray(),
            Actions = rule.Action.ToRuleAction(),
        }, new CustomResourceOptions { Parent = this }), StringComparer.Ordinal);
}
