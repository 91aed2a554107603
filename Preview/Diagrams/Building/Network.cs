using Infra.Preview.Model;

namespace Infra.Preview.Diagrams.Building;

/// <summary>Subnets of a VPC that are alike: of one name but for the number at its end, and with the same way out.</summary>
internal sealed record SubnetTier(ResourceNode Vpc, string Name, BoxKind Kind, IReadOnlyList<ResourceNode> Subnets);

/// <summary>The VPCs of a graph, their subnets by tier, and where each tier's routes lead.</summary>
internal sealed class Network
{
    private const string Everywhere = "0.0.0.0/0";

    private readonly References _references;
    private readonly ILookup<ResourceNode, ResourceNode> _tablesBySubnet;
    private readonly ILookup<ResourceNode, (ResourceNode Source, PropertyValue Route)> _routes;
    private readonly Dictionary<ResourceNode, SubnetTier> _tiers = [];

    public Network(Scene scene)
    {
        _references = scene.References;
        var graph = scene.Graph;
        _tablesBySubnet = graph.OfType(Types.RouteTableAssociation)
            .SelectMany(node => _references.Of(node, "subnetId", Types.Subnet).Select(subnet => (subnet, Tables: _references.Of(node, "routeTableId", Types.RouteTable))))
            .SelectMany(entry => entry.Tables.Select(table => (entry.subnet, table))).ToLookup(entry => entry.subnet, entry => entry.table);
        var separate = graph.OfType(Types.Route)
            .SelectMany(node => _references.Of(node, "routeTableId", Types.RouteTable).Select(table => (table, Source: node, Route: (PropertyValue)node.Inputs)));
        var inline = graph.OfType(Types.RouteTable)
            .SelectMany(table => (table.Inputs.Find("routes")?.AsList ?? ListValue.Empty).Select(route => (table, Source: table, Route: route)));
        _routes = separate.Concat(inline).ToLookup(entry => entry.table, entry => (entry.Source, entry.Route));

        var subnets = graph.OfType(Types.Subnet).SelectMany(subnet => _references.Of(subnet, "vpcId", Types.Vpc).Take(1).Select(vpc => (Vpc: vpc, Subnet: subnet)));
        foreach (var tier in subnets.GroupBy(entry => (entry.Vpc, Name: Stem(entry.Subnet.Name), Kind: KindOf(entry.Subnet))))
        {
            var members = tier.Select(entry => entry.Subnet).ToList();
            foreach (var subnet in members)
            {
                _tiers[subnet] = new SubnetTier(tier.Key.Vpc, tier.Key.Name, tier.Key.Kind, members);
            }
        }
    }

    /// <summary>The tier of a subnet; null when the stack does not create its VPC.</summary>
    public SubnetTier? TierOf(ResourceNode subnet) => _tiers.GetValueOrDefault(subnet);

    /// <summary>The gateways and instances that a subnet's default route leads to.</summary>
    public IEnumerable<ResourceNode> WayOut(ResourceNode subnet) => DefaultRoutes(subnet)
        .SelectMany(entry => Targets(entry.Source, entry.Route, "natGatewayId", Types.NatGateway)
            .Concat(Targets(entry.Source, entry.Route, "networkInterfaceId", Types.Instance))
            .Concat(Targets(entry.Source, entry.Route, "instanceId", Types.Instance)))
        .Distinct();

    /// <summary>A name without the number at its end.</summary>
    public static string Stem(string name) => name.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9').TrimEnd('-') is { Length: > 0 } stem ? stem : name;

    private BoxKind KindOf(ResourceNode subnet)
    {
        var routes = DefaultRoutes(subnet).ToList();
        return routes.Exists(entry => Targets(entry.Source, entry.Route, "gatewayId", Types.InternetGateway).Any()) ? BoxKind.PublicSubnets
            : routes.Count > 0 ? BoxKind.PrivateSubnets
            : BoxKind.IsolatedSubnets;
    }

    private IEnumerable<(ResourceNode Source, PropertyValue Route)> DefaultRoutes(ResourceNode subnet) => _tablesBySubnet[subnet]
        .SelectMany(table => _routes[table])
        .Where(entry => entry.Route["destinationCidrBlock"].AsText == Everywhere || entry.Route["cidrBlock"].AsText == Everywhere);

    private IReadOnlyList<ResourceNode> Targets(ResourceNode source, PropertyValue route, string property, string type) =>
        _references.Of(source, source.Type == Types.Route ? property : "routes", route[property], type);
}
