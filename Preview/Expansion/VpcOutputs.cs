using Infra.Preview.Expansion.Layout;
using Infra.Preview.Model;

namespace Infra.Preview.Expansion;

/// <summary>
/// The component's outputs. Each depends on the VPC, on every subnet and on the resources it names, as the provider reports it.
/// A list of ids is one unknown as long as any of its ids is.
/// </summary>
internal static class VpcOutputs
{
    public static MapValue Of(VpcBuild build, VpcPlan plan)
    {
        List<ResourceNode> always = [build.Inner, .. build.Subnets.Select(subnet => subnet.Node)];
        return MapValue.Of(
            ("vpc", Output(Values.Reference(build.Inner))),
            ("vpcId", Output(build.Inner.Output("id"))),
            ("internetGateway", Output(Values.Reference(build.Internet), build.Internet)),
            ("subnets", References([.. build.Subnets.Select(subnet => subnet.Node)])),
            ("routeTables", References(build.RouteTables)),
            ("routeTableAssociations", References(build.Associations)),
            ("routes", References(build.Routes)),
            ("publicSubnets", References(OfRank(0))),
            ("privateSubnets", References(OfRank(1))),
            ("isolatedSubnets", References(OfRank(2))),
            ("publicSubnetIds", Ids(OfRank(0))),
            ("privateSubnetIds", Ids(OfRank(1))),
            ("isolatedSubnetIds", Ids(OfRank(2))),
            ("natGateways", References(build.NatGateways)),
            ("eips", References(build.ElasticIps)),
            ("vpcEndpoints", References(build.VpcEndpoints)),
            ("subnetLayout", Output(build.BlocksKnown ? new ListValue(plan.Reported.Select(Entry)) : PropertyValue.Unknown)));

        List<ResourceNode> OfRank(int rank) => [.. build.Subnets.Where(subnet => subnet.Placed.Rank == rank).Select(subnet => subnet.Node)];

        PropertyValue Output(PropertyValue value, params IEnumerable<ResourceNode> named) => Values.Depending(value, always.Concat(named));

        PropertyValue References(List<ResourceNode> nodes) => Output(new ListValue(nodes.Select(Values.Reference)), nodes);

        PropertyValue Ids(List<ResourceNode> nodes)
        {
            var ids = new ListValue(nodes.Select(node => node.Output("id")));
            return Output(ids.ContainsUnknowns ? PropertyValue.Unknown : ids, nodes);
        }
    }

    private static PropertyValue Entry(LayoutEntry entry) => Values.Map(
        ("type", entry.Type),
        ("name", entry.Name),
        ("cidrMask", entry.CidrMask is { } mask ? mask : null),
        ("size", entry.Size is { } size ? new NumberValue(size) : null),
        ("cidrBlocks", entry.CidrBlocks is { } blocks ? new ListValue(blocks.Select(block => (PropertyValue)block)) : null));
}
