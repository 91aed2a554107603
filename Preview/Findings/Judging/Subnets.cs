using Infra.Preview.Model;

namespace Infra.Preview.Findings.Judging;

/// <summary>What the route tables of a graph say about its subnets.</summary>
internal static class Subnets
{
    public const string Type = "aws:ec2/subnet:Subnet";
    private const string Gateway = "aws:ec2/internetGateway:InternetGateway";
    private static readonly string[] Associations = ["aws:ec2/routeTableAssociation:RouteTableAssociation"];
    private static readonly string[] Routes = ["aws:ec2/route:Route"];

    /// <summary>Whether the subnet's route table has a route to an internet gateway.</summary>
    public static Truth IsPublic(ResourceIndex graph, ResourceNode subnet) => Truth.Any(
        graph.Of("aws:ec2/routeTable:RouteTable").Select(table =>
            graph.AnyPointing(Associations, "subnetId", subnet, association => graph.Points(association, "routeTableId", table))
            & LeadsToInternet(graph, table)));

    /// <summary>Whether the network has an internet or NAT gateway.</summary>
    public static Truth HasWayOut(ResourceIndex graph, ResourceNode network) =>
        graph.AnyPointing([Gateway], "vpcId", network)
        | Truth.Any(graph.Of("aws:ec2/natGateway:NatGateway").SelectMany(gateway => graph.Targets(gateway, "subnetId", Type))
            .Select(target => target.Satisfies(subnet => graph.Points(subnet, "vpcId", network))));

    /// <summary>Whether a resource's subnets lie in at least that many availability zones.</summary>
    public static Truth SpanZones(ResourceIndex graph, ResourceNode node, string path, int zones)
    {
        var targets = graph.Targets(node, path, Type);
        // Fewer subnets than zones cannot span them, unless the whole list is unknown.
        if (targets.Count < zones && !node.At(path).IsUnknown)
        {
            return Truth.No;
        }

        var known = targets.Select(target => target.Sure?.At("availabilityZone").AsText).ToList();
        var distinct = known.OfType<string>().Distinct(StringComparer.Ordinal).Count();
        return distinct >= zones ? Truth.Yes : known.Contains(null) ? Truth.Unknown : Truth.No;
    }

    private static Truth LeadsToInternet(ResourceIndex graph, ResourceNode table) =>
        graph.AnyPointing(Routes, "routeTableId", table, route => IsGateway(graph, route, "gatewayId", route.At("gatewayId")))
        | table.At("routes").AnyItem(route => IsGateway(graph, table, "routes", route.At("gatewayId")));

    private static Truth IsGateway(ResourceIndex graph, ResourceNode source, string path, PropertyValue value) =>
        value.AsText is { } id
            ? id.StartsWith("igw-", StringComparison.Ordinal)
            : Truth.Any(graph.Of(Gateway).Select(gateway => graph.Points(source, path, value, gateway)));
}
