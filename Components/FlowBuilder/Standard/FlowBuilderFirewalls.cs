using Infra.Components.Databases;
using Infra.Components.Network;
using Pulumi;

namespace Infra.Components.FlowBuilder.Standard;

/// <summary>The security groups of load balancer, tasks, functions and database.</summary>
public sealed class FlowBuilderFirewalls : ComponentResource
{
    /// <summary>The component's type token.</summary>
    public const string Token = "infra:flowBuilder:Firewalls";

    /// <summary>The port that the API listens on.</summary>
    public const int ApiPort = 8080;

    private const string Everyone = "0.0.0.0/0";

    /// <summary>Makes the groups, then the rule by which the load balancer's names the tasks'.</summary>
    public FlowBuilderFirewalls(string name, FlowBuilderFirewallsArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        var loadBalancer = CreateLoadBalancerGroup(name, args);
        var tasks = CreateTaskGroup(name, args, loadBalancer);
        var functions = CreateFunctionGroup(name, args);
        var database = CreateDatabaseGroup(name, args, tasks, functions);
        LoadBalancerGroupId = loadBalancer.SecurityGroupId;
        TaskGroupId = tasks.SecurityGroupId;
        FunctionGroupId = functions.SecurityGroupId;
        DatabaseGroupId = database.SecurityGroupId;
        Rules = [.. loadBalancer.Rules, .. tasks.Rules, .. functions.Rules, .. database.Rules, SendRequests(name, loadBalancer, tasks)];
        RegisterOutputs();
    }

    /// <summary>The id of the load balancer's group.</summary>
    [Output("loadBalancerGroupId")]
    public Output<string> LoadBalancerGroupId { get; private set; }

    /// <summary>The id of the group of API and workers.</summary>
    [Output("taskGroupId")]
    public Output<string> TaskGroupId { get; private set; }

    /// <summary>The id of the functions' group.</summary>
    [Output("functionGroupId")]
    public Output<string> FunctionGroupId { get; private set; }

    /// <summary>The id of the database's group.</summary>
    [Output("databaseGroupId")]
    public Output<string> DatabaseGroupId { get; private set; }

    /// <summary>The rules of all groups.</summary>
    public IReadOnlyList<Resource> Rules { get; }

    private Firewall CreateLoadBalancerGroup(string name, FlowBuilderFirewallsArgs args) => Create(name, args, "alb", "Flow Builder load balancer",
    [
        FirewallRule.IngressFromCidr("http", 80, Everyone, "HTTP from everywhere"),
        FirewallRule.IngressFromCidr("https", 443, Everyone, "HTTPS from everywhere"),
    ]);

    private Firewall CreateTaskGroup(string name, FlowBuilderFirewallsArgs args, Firewall loadBalancer) => Create(name, args, "ecs", "Flow Builder tasks",
    [
        FirewallRule.IngressFromGroup("alb", ApiPort, loadBalancer.SecurityGroupId, "Requests and health checks"),
        FirewallRule.EgressToAnywhere("internet", "Whatever workflows call"),
    ]);

    private Firewall CreateFunctionGroup(string name, FlowBuilderFirewallsArgs args) => Create(name, args, "lambda", "Flow Builder functions",
    [
        FirewallRule.EgressToAnywhere("internet", "Database and AWS APIs"),
    ]);

    // AWS would let the database reach everything if no rule said otherwise; answers need none.
    private Firewall CreateDatabaseGroup(string name, FlowBuilderFirewallsArgs args, Firewall tasks, Firewall functions) =>
        Create(name, args, "rds", "Flow Builder database",
        [
            FirewallRule.IngressFromGroup("ecs", PostgresInstance.Port, tasks.SecurityGroupId, "API and workers"),
            FirewallRule.IngressFromGroup("lambda", PostgresInstance.Port, functions.SecurityGroupId, "Scheduler"),
            FirewallRule.EgressToCidr("vpc", 443, FlowBuilderNetworkLayout.VpcCidr, "Nothing outside the VPC"),
        ]);

    private Resource SendRequests(string name, Firewall loadBalancer, Firewall tasks) => FirewallRules.Create(
        $"{name}-alb",
        FirewallRule.EgressToGroup("ecs", ApiPort, tasks.SecurityGroupId, "Requests and health checks"),
        loadBalancer.SecurityGroupId,
        this);

    private Firewall Create(string name, FlowBuilderFirewallsArgs args, string of, string description, IReadOnlyList<FirewallRule> rules) =>
        new($"{name}-{of}", new FirewallArgs
        {
            VpcId = args.VpcId,
            PhysicalName = args.Names.SecurityGroup(of),
            Description = description,
            Rules = rules,
            Tags = new() { { "Name", args.Names.SecurityGroup(of) } },
        }, new ComponentResourceOptions { Parent = this });
}

/// <summary>What <see cref="FlowBuilderFirewalls"/> are made of.</summary>
public sealed class FlowBuilderFirewallsArgs : ResourceArgs
{
    /// <summary>The system's names.</summary>
    public required FlowBuilderNames Names { get; init; }

    /// <summary>The VPC's id.</summary>
    public required Input<string> VpcId { get; init; }
}
