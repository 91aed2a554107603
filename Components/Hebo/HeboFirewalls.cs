using Infra.Components.Databases;
using Infra.Components.Network;
using Pulumi;

namespace Infra.Components.Hebo;

/// <summary>Who may talk to whom: services to the proxy, the proxy to the database; without a proxy, services to the database.</summary>
internal sealed class HeboFirewalls : ComponentResource
{
    /// <summary>The component's type token.</summary>
    public const string Token = "infra:hebo:Firewalls";

    private const string Everywhere = "0.0.0.0/0";
    private const string ToDatabase = "PostgreSQL to the database";
    private const string FromProxy = "PostgreSQL from the proxy";
    private const string FromServices = "PostgreSQL from API and Gateway";
    private const string FromBastion = "PostgreSQL from the bastion";

    /// <summary>Makes the security groups and their rules.</summary>
    public HeboFirewalls(string name, HeboFirewallsArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        var services = Create($"{name}-services", args, "API and Gateway of Hebo", [
            FirewallRule.EgressToCidr("https", 443, Everywhere, "Stack Auth, model providers and AWS APIs")]);
        var proxy = args.Proxy
            ? Create($"{name}-proxy", args, "Database proxy of Hebo", [.. Admits(args, "services", services.SecurityGroupId, FromServices)])
            : null;
        var database = Create($"{name}-database", args, "Database of Hebo", proxy is null
            ? [.. Admits(args, "services", services.SecurityGroupId, FromServices)]
            : [.. Admits(args, "proxy", proxy.SecurityGroupId, FromProxy)]);
        Rules =
        [
            .. services.Rules,
            .. database.Rules,
            .. proxy?.Rules ?? [],
            .. SendsTo(name, services, proxy, database),
        ];
        ServicesGroupId = services.SecurityGroupId;
        ProxyGroupId = proxy?.SecurityGroupId;
        DatabaseGroupId = database.SecurityGroupId;
        RegisterOutputs();
    }

    /// <summary>The id of the group that the services' traffic into the network wears.</summary>
    [Output("servicesGroupId")]
    public Output<string> ServicesGroupId { get; private set; }

    /// <summary>The id of the proxy's group; null without a proxy.</summary>
    [Output("proxyGroupId")]
    public Output<string>? ProxyGroupId { get; private set; }

    /// <summary>The id of the database's group.</summary>
    [Output("databaseGroupId")]
    public Output<string> DatabaseGroupId { get; private set; }

    /// <summary>The rules, for whatever must be created after the traffic it needs is allowed.</summary>
    public IReadOnlyList<Resource> Rules { get; }

    private Firewall Create(string name, HeboFirewallsArgs args, string description, IReadOnlyList<FirewallRule> rules) => new(name, new FirewallArgs
    {
        VpcId = args.VpcId,
        Description = description,
        Rules = rules,
        Tags = new() { { "Name", $"{args.Names.Prefix}-{name[(name.LastIndexOf('-') + 1)..]}" } },
    }, new ComponentResourceOptions { Parent = this });

    private static IEnumerable<FirewallRule> Admits(HeboFirewallsArgs args, string rule, Output<string> groupId, string description)
    {
        yield return FirewallRule.IngressFromGroup(rule, AuroraCluster.Port, groupId, description);
        if (args.BastionGroupId is { } bastion)
        {
            yield return FirewallRule.IngressFromGroup("bastion", AuroraCluster.Port, bastion, FromBastion);
        }
    }

    // After both ends exist, as each names the other.
    private IEnumerable<Resource> SendsTo(string name, Firewall services, Firewall? proxy, Firewall database)
    {
        yield return FirewallRules.Create(
            $"{name}-services",
            FirewallRule.EgressToGroup("database", AuroraCluster.Port, (proxy ?? database).SecurityGroupId, ToDatabase),
            services.SecurityGroupId,
            this);
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
