using Infra.Components.Containers;
using Infra.Components.Edge;
using Infra.Components.Network;
using Pulumi;
using Aws = Pulumi.Aws;

namespace Infra.Components.Hebo;

/// <summary>
/// The load balancer before API and Gateway on Fargate: with a domain HTTPS at `api.DOMAIN` and `gateway.DOMAIN`, without one plain HTTP, the
/// Gateway on a port of its own.
/// </summary>
internal sealed class HeboFrontDoor : ComponentResource
{
    /// <summary>The component's type token.</summary>
    public const string Token = "infra:hebo:FrontDoor";

    private const string Everywhere = "0.0.0.0/0";
    private const int GatewayPlainPort = 8080;

    private readonly Dictionary<string, Aws.LB.TargetGroup> _targets;

    /// <summary>Makes the target groups, the load balancer and its names.</summary>
    public HeboFrontDoor(string name, HeboFrontDoorArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        var plan = args.Plan;
        var firewall = CreateFirewall(name, plan);
        var admitted = AdmitToServices(name, plan, firewall);
        _targets = plan.Both.ToDictionary(service => service.Key, service => CreateTargetGroup(plan, service));
        var balancer = CreateLoadBalancer(name, plan, firewall);
        var extra = plan.System.Domain is { } domain ? CreateRecords(name, plan, domain, balancer) : [CreatePlainGateway(name, balancer)];
        Ready = [.. balancer.Listeners, .. balancer.Rules.Values, .. extra, .. admitted, .. firewall.Rules];
        (ApiUrl, GatewayUrl) = plan.System.Domain is { } named
            ? (Output.Create($"https://{Host(plan.Api, named)}"), Output.Create($"https://{Host(plan.Gateway, named)}"))
            : (balancer.Url, Output.Format($"{balancer.Url}:{GatewayPlainPort}"));
        ArnSuffix = balancer.ArnSuffix;
        RegisterOutputs();
    }

    /// <summary>The API's address with its scheme.</summary>
    [Output("apiUrl")]
    public Output<string> ApiUrl { get; private set; }

    /// <summary>The Gateway's address with its scheme.</summary>
    [Output("gatewayUrl")]
    public Output<string> GatewayUrl { get; private set; }

    /// <summary>The end of the load balancer's ARN, by which its metrics go.</summary>
    [Output("arnSuffix")]
    public Output<string> ArnSuffix { get; private set; }

    /// <summary>What must exist before a service can stand behind it.</summary>
    public IReadOnlyList<Resource> Ready { get; }

    /// <summary>The ARN of a service's target group.</summary>
    public Output<string> TargetGroupArn(HeboService service) => _targets[service.Key].Arn;

    private static string Host(HeboService service, HeboDomain domain) => $"{service.Key}.{domain.HostName}";

    private Firewall CreateFirewall(string name, HeboServicesPlan plan) => new($"{name}-firewall", new FirewallArgs
    {
        VpcId = plan.Network.VpcId,
        Description = "Load balancer of Hebo",
        Rules =
        [
            FirewallRule.IngressFromCidr("http", 80, Everywhere, plan.System.Domain is null ? "The API over plain HTTP" : "Redirects to HTTPS"),
            plan.System.Domain is null
                ? FirewallRule.IngressFromCidr("gateway", GatewayPlainPort, Everywhere, "The Gateway over plain HTTP")
                : FirewallRule.IngressFromCidr("https", 443, Everywhere, "API and Gateway over HTTPS"),
            .. plan.Both.Select(service =>
                FirewallRule.EgressToGroup(service.Key, service.Port, plan.Firewalls.GroupIdOf(service), "Requests and health checks")),
        ],
        Tags = new() { { "Name", plan.Names.LoadBalancer } },
    }, Child());

    private List<Resource> AdmitToServices(string name, HeboServicesPlan plan, Firewall firewall) =>
        [.. plan.Both.Select(service => FirewallRules.Create(
            $"{name}-services",
            FirewallRule.IngressFromGroup(service.Key, service.Port, firewall.SecurityGroupId, "Requests and health checks of the load balancer"),
            plan.Firewalls.GroupIdOf(service),
            this))];

    // The names of target groups have room for 24 characters before Pulumi's own.
    private Aws.LB.TargetGroup CreateTargetGroup(HeboServicesPlan plan, HeboService service) => new HttpTargetGroup
    {
        VpcId = plan.Network.VpcId,
        Port = service.Port,
        HealthCheckPath = HeboService.HealthCheckPath,
        NameTag = service.PhysicalName,
        IntervalSeconds = 10,
        UnhealthyThreshold = 5,
    }.Create($"hebo-{service.Key}", this);

    private ApplicationLoadBalancer CreateLoadBalancer(string name, HeboServicesPlan plan, Firewall firewall)
    {
        var domain = plan.System.Domain;
        return new ApplicationLoadBalancer($"{name}-alb", new ApplicationLoadBalancerArgs
        {
            PhysicalName = plan.Names.LoadBalancer,
            Internal = false,
            SubnetIds = plan.Network.PublicSubnetIds,
            SecurityGroupIds = firewall.SecurityGroupId,
            DefaultAction = domain is null
                ? ListenerAction.Forward(_targets[plan.Api.Key].Arn)
                : ListenerAction.Respond(404, "Nothing is served at this name."),
            Rules = domain is null
                ? []
                : [.. plan.Both.Select((service, index) =>
                    new ListenerRule(service.Key, index + 1, ListenerAction.Forward(_targets[service.Key].Arn)) { Hosts = [Host(service, domain)] })],
            CertificateArn = domain is null ? null : (Input<string>)CreateCertificate(name, plan, domain).CertificateArn,
            DeletionProtection = plan.System.DataProtection.DeletionProtection,
        }, Child());
    }

    private ValidatedCertificate CreateCertificate(string name, HeboServicesPlan plan, HeboDomain domain) =>
        new($"{name}-certificate", new ValidatedCertificateArgs
        {
            DomainName = Host(plan.Api, domain),
            AlternativeNames = [Host(plan.Gateway, domain)],
            ZoneId = domain.ZoneId,
        }, Child());

    private IReadOnlyList<Resource> CreateRecords(string name, HeboServicesPlan plan, HeboDomain domain, ApplicationLoadBalancer balancer) =>
        [.. plan.Both.Select(service => new Aws.Route53.Record($"{name}-{service.Key}", new Aws.Route53.RecordArgs
        {
            ZoneId = domain.ZoneId,
            Name = Host(service, domain),
            Type = "A",
            Aliases = new Aws.Route53.Inputs.RecordAliasArgs
            {
                Name = balancer.DnsName,
                ZoneId = balancer.ZoneId,
                EvaluateTargetHealth = true,
            },
        }, new CustomResourceOptions { Parent = this }))];

    // Without names there is nothing in a request but the port to tell the two apart.
    private Aws.LB.Listener CreatePlainGateway(string name, ApplicationLoadBalancer balancer) => new($"{name}-gateway", new Aws.LB.ListenerArgs
    {
        LoadBalancerArn = balancer.LoadBalancerArn,
        Port = GatewayPlainPort,
        Protocol = "HTTP",
        DefaultActions = new Aws.LB.Inputs.ListenerDefaultActionArgs { Type = "forward", TargetGroupArn = _targets["gateway"].Arn },
    }, new CustomResourceOptions { Parent = this });

    private ComponentResourceOptions Child() => new() { Parent = this };
}

/// <summary>What a <see cref="HeboFrontDoor"/> is made of.</summary>
internal sealed class HeboFrontDoorArgs : ResourceArgs
{
    /// <summary>The services and what they stand on.</summary>
    public required HeboServicesPlan Plan { get; init; }
}
