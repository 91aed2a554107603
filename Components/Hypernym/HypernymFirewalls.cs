using Infra.Components.Network;
using Pulumi;

namespace Infra.Components.Hypernym;

/// <summary>The security groups of the load balancer and of the application's tasks or nodes.</summary>
public sealed class HypernymFirewalls : ComponentResource
{
    /// <summary>The component's type token.</summary>
    public const string Token = "infra:hypernym:Firewalls";

    private const int Https = 443;
    private const string Internet = "0.0.0.0/0";

    /// <summary>Makes both groups, then the rules by which they name each other.</summary>
    public HypernymFirewalls(string name, HypernymFirewallsArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        var application = CreateApplicationGroup(name, args);
        var loadBalancer = CreateLoadBalancerGroup(name, args, application);
        var requests = AdmitLoadBalancer(name, args, application, loadBalancer);
        LoadBalancerGroupId = loadBalancer.SecurityGroupId;
        ApplicationGroupId = application.SecurityGroupId;
        Rules = [.. application.Rules, .. loadBalancer.Rules, requests];
        RegisterOutputs();
    }

    /// <summary>The id of the load balancer's group.</summary>
    [Output("loadBalancerGroupId")]
    public Output<string> LoadBalancerGroupId { get; private set; }

    /// <summary>The id of the group of tasks or nodes.</summary>
    [Output("applicationGroupId")]
    public Output<string> ApplicationGroupId { get; private set; }

    /// <summary>The rules of both groups.</summary>
    public IReadOnlyList<Resource> Rules { get; }

    private Firewall CreateApplicationGroup(string name, HypernymFirewallsArgs args) => new($"{name}-app", new FirewallArgs
    {
        VpcId = args.VpcId,
        PhysicalName = args.ApplicationGroupName,
        Description = "Hypernym application",
        Rules =
        [
            FirewallRule.EgressToGroup("endpoints", Https, args.Endpoints.SecurityGroupId, "AWS APIs through interface endpoints"),
            // A gateway endpoint has no security group: traffic to it goes to S3's own addresses.
            FirewallRule.EgressToPrefixList("image-layers", Https, args.Endpoints.PrefixListIds[HypernymEndpoints.S3], "Image layers from S3"),
            .. ProviderRules(args),
        ],
        Tags = new() { { "Name", args.ApplicationGroupName } },
    }, new ComponentResourceOptions { Parent = this });

    private static IEnumerable<FirewallRule> ProviderRules(HypernymFirewallsArgs args)
    {
        var (port, cidrs, purpose) = args.Provider switch
        {
            ManagedInference managed => (managed.Port, managed.ApiCidrs, "managed-api"),
            ByopInference byop => (byop.Port, byop.EgressCidrs, "provider"),
            _ => throw new NotSupportedException($"No traffic is known of {args.Provider.GetType().Name}."),
        };
        foreach (var cidr in cidrs)
        {
            yield return FirewallRule.EgressToCidr($"{purpose}-{NamePart(cidr)}", port, cidr, "Inference provider");
        }

        // EC2 refuses a rule that is there already.
        if (args.ReachesInternet && !(port == Https && cidrs.Contains(Internet)))
        {
            yield return FirewallRule.EgressToCidr("internet", Https, Internet, "HTTPS through the NAT gateway");
        }
    }

    private Firewall CreateLoadBalancerGroup(string name, HypernymFirewallsArgs args, Firewall application) => new($"{name}-alb", new FirewallArgs
    {
        VpcId = args.VpcId,
        PhysicalName = args.LoadBalancerGroupName,
        Description = "Hypernym internal load balancer",
        Rules =
        [
            .. args.FrontDoor.Ports.Select(port => FirewallRule.IngressFromCidr($"vpc-{port}", port, args.VpcCidr, "Clients in the VPC")),
            .. args.FrontDoor.ClientCidrs.Where(cidr => cidr != args.VpcCidr).SelectMany(cidr => args.FrontDoor.Ports.Select(port =>
                FirewallRule.IngressFromCidr($"client-{NamePart(cidr)}-{port}", port, cidr, "Clients in joined networks"))),
            FirewallRule.EgressToGroup("app", args.ApplicationPort, application.SecurityGroupId, "Requests and health checks"),
        ],
        Tags = new() { { "Name", args.LoadBalancerGroupName } },
    }, new ComponentResourceOptions { Parent = this });

    private Resource AdmitLoadBalancer(string name, HypernymFirewallsArgs args, Firewall application, Firewall loadBalancer) => FirewallRules.Create(
        $"{name}-app",
        FirewallRule.IngressFromGroup("alb", args.ApplicationPort, loadBalancer.SecurityGroupId, "Requests and health checks"),
        application.SecurityGroupId,
        this);

    // A rule keeps its name when another is added before it.
    private static string NamePart(string cidr) => cidr.Replace('.', '-').Replace('/', '-');
}

/// <summary>What <see cref="HypernymFirewalls"/> are made of.</summary>
public sealed class HypernymFirewallsArgs : ResourceArgs
{
    /// <summary>The VPC's id.</summary>
    public required Input<string> VpcId { get; init; }

    /// <summary>The VPC's IPv4 block.</summary>
    public required string VpcCidr { get; init; }

    /// <summary>The name of the load balancer's group in AWS.</summary>
    public required string LoadBalancerGroupName { get; init; }

    /// <summary>The name of the application's group in AWS.</summary>
    public required string ApplicationGroupName { get; init; }

    /// <summary>The application's port.</summary>
    public required int ApplicationPort { get; init; }

    /// <summary>How the internal load balancer behaves.</summary>
    public required HypernymFrontDoor FrontDoor { get; init; }

    /// <summary>Who answers model calls.</summary>
    public required InferenceProvider Provider { get; init; }

    /// <summary>The endpoints of AWS services.</summary>
    public required ServiceEndpoints Endpoints { get; init; }

    /// <summary>Whether a NAT gateway leads to the internet.</summary>
    public required bool ReachesInternet { get; init; }
}
