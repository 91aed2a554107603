using Infra.Components.Databases;
using Infra.Components.Network;
using Pulumi;

namespace Infra.Components.Hebo;

/// <summary>
/// Who may talk to whom: services to the proxy, the proxy to the database; without a proxy, services to the database. Each service has a
/// group of its own: App Runner refuses a second VPC connector with the groups of another.
/// </summary>
internal sealed class HeboFirewalls : ComponentResource
{
    /// <summary>The component's type token.</summary>
    public const string Token = "infra:hebo:Firewalls";

    private const string Everywhere = "0.0.0.0/0";
    private const string ToDatabase = "PostgreSQL to the database";
    private const string FromProxy = "PostgreSQL from the proxy";
    private const string FromApi = "PostgreSQL from the API";
    private const string FromGateway = "PostgreSQL from the Gateway";
    private const string FromBastion = "PostgreSQL from the bastion";

    /// <summary>Makes the security groups and their rules.</summary>
    public HeboFirewalls(string name, HeboFirewallsArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        var api = CreateService(name, args, HeboService.ApiKey, "API of Hebo");
        var gateway = CreateService(name, args, HeboService.GatewayKey, "Gateway of Hebo");
        FirewallRule[] fromServices =
        [
            FirewallRule.IngressFromGroup(HeboService.ApiKey, AuroraCluster.Port, api.SecurityGroupId, FromApi),
            FirewallRule.IngressFromGroup(HeboService.GatewayKey, AuroraCluster.Port, gateway.SecurityGroupId, FromGateway),
        ];
        var proxy = args.Proxy ? Create($"{name}-proxy", args, "Database proxy of Hebo", [.. fromServices, .. FromBastionRules(args)]) : null;
        var database = Create($"{name}-database", args, "Database of Hebo", proxy is null
            ? [.. fromServices, .. FromBastionRules(args)]
            : [FirewallRule.IngressFromGroup("proxy", AuroraCluster.Port, proxy.SecurityGroupId, FromProxy), .. FromBastionRules(args)]);
        Rules =
        [
            .. api.Rules,
            .. gateway.Rules,
            .. database.Rules,
            .. proxy?.Rules ?? [],
            .. SendsTo(name, [(HeboService.ApiKey, api), (HeboService.GatewayKey, gateway)], proxy, database),
        ];
        ApiGroupId = api.SecurityGroupId;
        GatewayGroupId = gateway.SecurityGroupId;
        ProxyGroupId = proxy?.SecurityGroupId;
        DatabaseGroupId = database.SecurityGroupId;
        RegisterOutputs();
    }

    /// <summary>The id of the group that the API's traffic into the network wears.</summary>
    [Output("apiGroupId")]
    public Output<string> ApiGroupId { get; private set; }

    /// <summary>The id of the group that the Gateway's traffic into the network wears.</summary>
    [Output("gatewayGroupId")]
    public Output<string> GatewayGroupId { get; private set; }

    /// <summary>The id of the proxy's group; null without a proxy.</summary>
    [Output("proxyGroupId")]
    public Output<string>? ProxyGroupId { get; private set; }

    /// <summary>The id of the database's group.</summary>
    [Output("databaseGroupId")]
    public Output<string> DatabaseGroupId { get; private set; }

    /// <summary>The rules, for whatever must be created after the traffic it needs is allowed.</summary>
    public IReadOnlyList<Resource> Rules { get; }

    /// <summary>The id of the group that a service's traffic into the network wears.</summary>
    public Output<string> GroupIdOf(HeboService service) => service.Key == HeboService.ApiKey ? ApiGroupId : GatewayGroupId;

    private Firewall CreateService(string name, HeboFirewallsArgs args, string key, string description) => Create($"{name}-{key}", args, description, [
        FirewallRule.EgressToCidr("https", 443, Everywhere, "Stack Auth, model providers and AWS APIs")]);

    private Firewall Create(string name, HeboFirewallsArgs args, string description, IReadOnlyList<FirewallRule> rules) => new(name, new FirewallArgs
    {
        VpcId = args.VpcId,
        Description = description,
        Rules = rules,
        Tags = new() { { "Name", $"{args.Names.Prefix}-{name[(name.LastIndexOf('-') + 1)..]}" } },
    }, new ComponentResourceOptions { Parent = this });

    private static IEnumerable<FirewallRule> FromBastionRules(HeboFirewallsArgs args) => args.BastionGroupId is { } bastion
        ? [FirewallRule.IngressFromGroup("bastion", AuroraCluster.Port, bastion, FromBastion)]
        : [];

    // After both ends exist, as each names the other.
    private IEnumerable<Resource> SendsTo(string name, (string Key, Firewall Group)[] services, Firewall? proxy, Firewall database)
    {
        foreach (var (key, group) in services)
        {
            yield return FirewallRules.Create(
                $"{name}-{key}",
                FirewallRule.EgressToGroup("database", AuroraCluster.Port, (proxy ?? database).SecurityGroupId, ToDatabase),
                group.SecurityGroupId,
                this);
        }

        if (proxy is not null)
        {
            yield return FirewallRules.Create(
                $"{name}-proxy", FirewallRule.EgressToGroup("database", AuroraCluster.Port, database.SecurityGroupId, ToDatabase), proxy.SecurityGroupId, this);
        }
    }
}

/// <summary>What <see cref="HeboFirewalls"/> are made of.</summary>
internal sealed class HeboFirewallsArgs : ResourceArgs
{
    /// <summary>The names of the stage.</summary>
    public required HeboNames Names { get; init; }

    /// <summary>The VPC's id.</summary>
    public required Input<string> VpcId { get; init; }

    /// <summary>Whether services reach the database through a proxy.</summary>
    public required bool Proxy { get; init; }

    /// <summary>The id of the bastion's group. Default: null, there is none.</summary>
    public Input<string>? BastionGroupId { get; init; }
}
