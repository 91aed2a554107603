using Infra.Preview.Expansion;
using Infra.Preview.Model;
using Infra.Preview.Synthesis;
using NUnit.Framework;

namespace Infra.Tests.Preview.Expansion;

public sealed class VpcExpansionTests
{
    private const string Zones = "\"availabilityZoneNames\":[\"us-east-1a\",\"us-east-1b\"]";

    private const string TwoTiers =
        "\"subnetStrategy\":\"Auto\",\"subnetSpecs\":["
        + """{"type":"Public","cidrBlocks":["10.0.0.0/24","10.0.1.0/24"]},{"type":"Private","cidrBlocks":["10.0.2.0/24","10.0.3.0/24"]}]""";

    [Test]
    public void Public_subnets_alone_make_fourteen_children()
    {
        var (context, outputs) = Expand(
            """
            {"subnetStrategy":"Auto","natGateways":{"strategy":"None"},
             "subnetSpecs":[{"type":"Public","cidrBlocks":["10.0.0.0/20","10.0.16.0/20","10.0.32.0/20"]}]}
            """);
        Assert.Multiple(() =>
        {
            Assert.That(Tree(context), Is.EqualTo(new[]
            {
                "Vpc net < net", "InternetGateway net < Vpc net",
                "Subnet net-public-1 < Vpc net", "RouteTable net-public-1 < Subnet net-public-1",
                "RouteTableAssociation net-public-1 < RouteTable net-public-1", "Route net-public-1 < RouteTable net-public-1",
                "Subnet net-public-2 < Vpc net", "RouteTable net-public-2 < Subnet net-public-2",
                "RouteTableAssociation net-public-2 < RouteTable net-public-2", "Route net-public-2 < RouteTable net-public-2",
                "Subnet net-public-3 < Vpc net", "RouteTable net-public-3 < Subnet net-public-3",
                "RouteTableAssociation net-public-3 < RouteTable net-public-3", "Route net-public-3 < RouteTable net-public-3",
            }));
            Assert.That(
                context.Children.Where(child => child.Type == "aws:ec2/subnet:Subnet").Select(child => $"{child.Inputs["availabilityZone"].AsText} {child.Inputs["cidrBlock"].AsText}"),
                Is.EqualTo(new[] { "us-east-1a 10.0.0.0/20", "us-east-1b 10.0.16.0/20", "us-east-1c 10.0.32.0/20" }));
            Assert.That(context.Calls, Is.EqualTo(new[] { ("aws:index/getAvailabilityZones:getAvailabilityZones", MapValue.Empty) }));
            Assert.That(Plain(outputs, "natGateways"), Is.EqualTo(ListValue.Empty));
            Assert.That(Plain(outputs, "privateSubnetIds"), Is.EqualTo(ListValue.Empty));
            Assert.That(Plain(outputs, "subnetLayout").ToString(), Is.EqualTo("""[{"cidrBlocks":["10.0.0.0/20","10.0.16.0/20","10.0.32.0/20"],"type":"Public"}]"""));
        });
    }

    [Test]
    public void A_single_gateway_serves_all_zones()
    {
        var (context, outputs) = Expand($"{{{Zones},{TwoTiers},\"natGateways\":{{\"strategy\":\"Single\"}}}}");
        var nat = context.Children.Single(child => child.Type == "aws:ec2/natGateway:NatGateway");
        var eip = context.Children.Single(child => child.Type == "aws:ec2/eip:Eip");
        Assert.Multiple(() =>
        {
            Assert.That(context.Children, Has.Count.EqualTo(20));
            Assert.That(context.Calls, Is.Empty);
            Assert.That((nat.Name, nat.Parent!.Name, eip.Name, eip.Parent!.Name), Is.EqualTo(("net-1", "net-public-1", "net-1", "net-public-1")));
            Assert.That(nat.Inputs["allocationId"].AsText, Is.EqualTo(eip.Id));
            Assert.That(Route(context, "net-private-1"), Is.EqualTo(nat.Id));
            Assert.That(Route(context, "net-private-2"), Is.EqualTo(nat.Id));
            Assert.That(Names(context, outputs, "subnets"), Is.EqualTo(new[] { "net-public-1", "net-private-1", "net-public-2", "net-private-2" }));
            Assert.That(Names(context, outputs, "routes"), Is.EqualTo(new[] { "net-public-1", "net-private-1", "net-public-2", "net-private-2" }));
            Assert.That(Names(context, outputs, "publicSubnets"), Is.EqualTo(new[] { "net-public-1", "net-public-2" }));
        });
    }

    [Test]
    public void A_gateway_per_zone_stands_in_the_zones_public_subnet()
    {
        var (context, outputs) = Expand($"{{{Zones},{TwoTiers}}}");
        Assert.Multiple(() =>
        {
            Assert.That(context.Children, Has.Count.EqualTo(22));
            Assert.That(Route(context, "net-private-2"), Is.EqualTo(Child(context, "aws:ec2/natGateway:NatGateway", "net-2").Id));
            Assert.That(Names(context, outputs, "eips"), Is.EqualTo(new[] { "net-1", "net-2" }));
            Assert.That(
                Tree(context).Skip(10).Take(6),
                Is.EqualTo(new[]
                {
                    "RouteTableAssociation net-private-1 < RouteTable net-private-1", "Route net-private-1 < RouteTable net-private-1",
                    "Subnet net-public-2 < Vpc net", "RouteTable net-public-2 < Subnet net-public-2",
                    "RouteTableAssociation net-public-2 < RouteTable net-public-2", "Eip net-2 < Subnet net-public-2",
                }));
        });
    }

    [Test]
    public void Elastic_ips_given_are_used()
    {
        var (context, outputs) = Expand($"{{{Zones},{TwoTiers},\"natGateways\":{{\"strategy\":\"OnePerAz\",\"elasticIpAllocationIds\":[\"eipalloc-1\",\"eipalloc-2\"]}}}}");
        Assert.Multiple(() =>
        {
            Assert.That(context.Children.Where(child => child.Type == "aws:ec2/eip:Eip"), Is.Empty);
            Assert.That(Child(context, "aws:ec2/natGateway:NatGateway", "net-2").Inputs["allocationId"].AsText, Is.EqualTo("eipalloc-2"));
            Assert.That(Plain(outputs, "eips"), Is.EqualTo(ListValue.Empty));
        });
    }

    [Test]
    public void Isolated_subnets_have_no_route()
    {
        var (context, _) = Expand($"{{{Zones},\"natGateways\":{{\"strategy\":\"None\"}},\"subnetSpecs\":[{{\"type\":\"Isolated\"}},{{\"type\":\"Private\"}},{{\"type\":\"Unused\"}}],\"subnetStrategy\":\"Auto\"}}");
        Assert.Multiple(() =>
        {
            Assert.That(context.Children.Where(child => child.Type == "aws:ec2/route:Route"), Is.Empty);
            Assert.That(
                context.Children.Where(child => child.Type == "aws:ec2/subnet:Subnet").Select(child => child.Name),
                Is.EqualTo(new[] { "net-private-1", "net-isolated-1", "net-private-2", "net-isolated-2" }));
        });
    }

    [Test]
    public void Tags_and_inputs_are_the_providers_own()
    {
        var (context, _) = Expand(
            $"{{{Zones},{TwoTiers.Replace("\"type\":\"Public\"", "\"type\":\"Public\",\"tags\":{\"tier\":\"web\",\"Name\":\"x\"}", StringComparison.Ordinal)}"
            + ",\"tags\":{\"team\":\"a\"},\"region\":\"us-east-1\",\"enableDnsHostnames\":true}");
        var vpc = Child(context, "aws:ec2/vpc:Vpc", "net");
        var subnet = Child(context, "aws:ec2/subnet:Subnet", "net-public-1");
        Assert.Multiple(() =>
        {
            Assert.That(vpc.Inputs.ToString(), Is.EqualTo("""{"cidrBlock":"10.0.0.0/16","enableDnsHostnames":true,"region":"us-east-1","tags":{"Name":"net","team":"a"}}"""));
            Assert.That(subnet.Inputs["tags"].ToString(), Is.EqualTo("""{"Name":"net-public-1","SubnetType":"Public","team":"a","tier":"web"}"""));
            Assert.That(subnet.Inputs.Keys, Is.EqualTo(new[] { "assignIpv6AddressOnCreation", "availabilityZone", "cidrBlock", "mapPublicIpOnLaunch", "region", "tags", "vpcId" }));
            Assert.That(subnet.Inputs["mapPublicIpOnLaunch"].AsBool, Is.True);
            Assert.That(subnet.Inputs["assignIpv6AddressOnCreation"].AsBool, Is.False);
            Assert.That(
                Child(context, "aws:ec2/routeTable:RouteTable", "net-public-1").Inputs["tags"].ToString(),
                Is.EqualTo("""{"Name":"net-public-1","SubnetType":"Public","team":"a"}"""));
            Assert.That(Child(context, "aws:ec2/eip:Eip", "net-2").Inputs.ToString(), Is.EqualTo("""{"region":"us-east-1","tags":{"Name":"net-2","team":"a"}}"""));
            Assert.That(
                context.Children.Single(child => child.Type == "aws:ec2/route:Route" && child.Name == "net-public-1").Inputs.Keys,
                Is.EqualTo(new[] { "destinationCidrBlock", "gatewayId", "region", "routeTableId" }));
        });
    }

    [Test]
    public void Dependencies_are_direct_and_by_property()
    {
        var (context, _) = Expand($"{{{Zones},{TwoTiers}}}");
        var nat = Child(context, "aws:ec2/natGateway:NatGateway", "net-1");
        var route = Child(context, "aws:ec2/route:Route", "net-private-1");
        Assert.Multiple(() =>
        {
            Assert.That(Short(nat.Dependencies), Is.EquivalentTo(new[] { "Subnet net-public-1", "Eip net-1" }));
            Assert.That(Short(nat.PropertyDependencies["allocationId"]), Is.EqualTo(new[] { "Eip net-1" }));
            Assert.That(Short(route.Dependencies), Is.EquivalentTo(new[] { "RouteTable net-private-1", "NatGateway net-1" }));
            Assert.That(Short(Child(context, "aws:ec2/routeTable:RouteTable", "net-public-1").Dependencies), Is.EquivalentTo(new[] { "Subnet net-public-1", "Vpc net" }));
            Assert.That(Child(context, "aws:ec2/vpc:Vpc", "net").Dependencies, Is.Empty);
        });

        IEnumerable<string> Short(IEnumerable<string> urns) => urns.Select(urn => context.Children.Single(child => child.Urn == urn)).Select(Label);
    }

    [Test]
    public void Every_output_depends_on_the_vpc_and_all_subnets()
    {
        var (context, outputs) = Expand($"{{{Zones},{TwoTiers}}}");
        var shared = context.Children.Where(child => child.Type is "aws:ec2/vpc:Vpc" or "aws:ec2/subnet:Subnet").Select(child => child.Urn).ToList();
        Assert.Multiple(() =>
        {
            Assert.That(outputs.Count, Is.EqualTo(17));
            Assert.That(((OutputValue)outputs["publicSubnetIds"]).Dependencies, Is.EquivalentTo(shared));
            Assert.That(
                ((OutputValue)outputs["natGateways"]).Dependencies,
                Is.EquivalentTo(shared.Concat(context.Children.Where(child => child.Type == "aws:ec2/natGateway:NatGateway").Select(child => child.Urn))));
            Assert.That(outputs["vpcId"].AsText, Does.Match("^vpc-[0-9a-f]{17}$"));
        });
    }

    [Test]
    public void Unknown_ids_make_the_same_tree_and_whole_lists_unknown()
    {
        var known = Expand($"{{{Zones},{TwoTiers}}}").Context;
        var (context, outputs) = Expand($"{{{Zones},{TwoTiers}}}", unknowns: true);
        var subnet = Child(context, "aws:ec2/subnet:Subnet", "net-public-1");
        Assert.Multiple(() =>
        {
            Assert.That(Tree(context), Is.EqualTo(Tree(known)));
            Assert.That(outputs["vpcId"].IsUnknown, Is.True);
            Assert.That(((OutputValue)outputs["publicSubnetIds"]).Value, Is.Null);
            Assert.That(Plain(outputs, "isolatedSubnetIds"), Is.EqualTo(ListValue.Empty));
            Assert.That(Plain(outputs, "subnets").AsList!.Count, Is.EqualTo(4));
            Assert.That(((ReferenceValue)Plain(outputs, "vpc")).Id, Is.Empty);
            Assert.That(Plain(outputs, "subnetLayout").ContainsUnknowns, Is.False);
            Assert.That(subnet.Inputs["ipv6CidrBlock"].IsUnknown, Is.True);
            Assert.That(subnet.PropertyDependencies["ipv6CidrBlock"], Is.EqualTo(new[] { Child(context, "aws:ec2/vpc:Vpc", "net").Urn }));
        });
    }

    [Test]
    public void Ipv6_subnets_are_numbered_by_zone_then_position()
    {
        var (context, _) = Expand($"{{{Zones},{TwoTiers},\"assignGeneratedIpv6CidrBlock\":true}}");
        var blocks = context.Children.Where(child => child.Type == "aws:ec2/subnet:Subnet").Select(child => child.Inputs["ipv6CidrBlock"].AsText!).ToList();
        Assert.That(blocks, Is.All.Match("^2001:db8:[0-9a-f]{1,4}:[0-9a-f]{1,2}0[0-3]::/64$"));
        Assert.That(blocks.Select(block => block[^6]), Is.EqualTo("0213"));
    }

    [Test]
    public void Ipv6_subnets_need_an_ipv6_vpc() => Assert.That(
        () => Expand("""{"subnetStrategy":"Auto","natGateways":{"strategy":"None"},"subnetSpecs":[{"type":"Public","assignIpv6AddressOnCreation":true}]}"""),
        Throws.Exception.With.Message.StartsWith("Subnets with assignIpv6AddressOnCreation=true require the VPC to have an IPv6 CIDR block."));

    [Test]
    public void A_zone_in_the_name_tag_leaves_the_logical_name()
    {
        var (context, _) = Expand($"{{{Zones},{TwoTiers},\"subnetNameTagStrategy\":\"AvailabilityZone\"}}");
        Assert.That(Child(context, "aws:ec2/subnet:Subnet", "net-private-2").Inputs["tags"]["Name"].AsText, Is.EqualTo("net-private-1b"));
    }

    [Test]
    public void Endpoints_are_left_as_specified_by_default()
    {
        var (context, _) = Expand($"{{{Zones},{TwoTiers},\"vpcEndpointSpecs\":[{{\"serviceName\":\"com.amazonaws.us-east-1.s3\",\"tags\":{{\"a\":\"b\"}}}}]}}");
        var endpoint = context.Children[^1];
        Assert.Multiple(() =>
        {
            Assert.That(Label(endpoint), Is.EqualTo("VpcEndpoint com.amazonaws.us-east-1.s3"));
            Assert.That(endpoint.Inputs.Keys, Is.EqualTo(new[] { "serviceName", "tags", "vpcId" }));
            Assert.That(endpoint.Inputs["tags"].ToString(), Is.EqualTo("""{"Name":"net","a":"b"}"""));
        });
    }

    [Test]
    public void Endpoints_are_completed_on_demand()
    {
        const string Specs =
            """
            "vpcEndpointSpecs":[{"serviceName":"s3"},{"serviceName":"ecr","vpcEndpointType":"Interface","ipAddressType":"dualstack"}]
            """;
        var (context, outputs) = Expand($"{{{Zones},{TwoTiers},\"assignGeneratedIpv6CidrBlock\":true,\"vpcEndpointStrategy\":\"Auto\",{Specs}}}");
        var tables = context.Children.Where(child => child.Type == "aws:ec2/routeTable:RouteTable").Select(child => child.Id);
        var ecr = Child(context, "aws:ec2/vpcEndpoint:VpcEndpoint", "ecr");
        Assert.Multiple(() =>
        {
            Assert.That(Child(context, "aws:ec2/vpc:Vpc", "net").Inputs["enableDnsHostnames"].AsBool, Is.True);
            Assert.That(Child(context, "aws:ec2/vpcEndpoint:VpcEndpoint", "s3").Inputs["routeTableIds"].AsList!.Texts, Is.EqualTo(tables));
            Assert.That(Tree(context).TakeLast(4), Is.EqualTo(new[]
            {
                "VpcEndpoint s3 < Vpc net", "SecurityGroup ecr-sg < Vpc net", "SecurityGroupRule ecr-ingress < Vpc net", "VpcEndpoint ecr < Vpc net",
            }));
            Assert.That(ecr.Inputs["privateDnsEnabled"].AsBool, Is.True);
            Assert.That(ecr.Inputs["securityGroupIds"][0].AsText, Is.EqualTo(Child(context, "aws:ec2/securityGroup:SecurityGroup", "ecr-sg").Id));
            Assert.That(ecr.Inputs["subnetIds"].AsList!.Texts, Is.EqualTo(new[] { "net-private-1", "net-private-2" }.Select(name => Child(context, "aws:ec2/subnet:Subnet", name).Id)));
            Assert.That(Child(context, "aws:ec2/securityGroupRule:SecurityGroupRule", "ecr-ingress").Inputs["cidrBlocks"][0].AsText, Is.EqualTo("10.0.0.0/16"));
            Assert.That(Child(context, "aws:ec2/securityGroupRule:SecurityGroupRule", "ecr-ingress").Inputs["ipv6CidrBlocks"][0].AsText, Does.EndWith("::/56"));
            Assert.That(Names(context, outputs, "vpcEndpoints"), Is.EqualTo(new[] { "s3", "ecr" }));
        });
    }

    [TestCase(false)]
    [TestCase(true)]
    public void A_pools_block_is_divided_once_it_is_known(bool unknowns)
    {
        var (context, _) = Expand($"{{{Zones},\"ipv4IpamPoolId\":\"ipam-pool-1\",\"ipv4NetmaskLength\":20,\"subnetStrategy\":\"Auto\"}}", unknowns);
        var block = Child(context, "aws:ec2/vpc:Vpc", "net").Output("cidrBlock");
        var first = Child(context, "aws:ec2/subnet:Subnet", "net-private-1").Inputs["cidrBlock"];
        Assert.Multiple(() =>
        {
            Assert.That(context.Children, Has.Count.EqualTo(22));
            Assert.That(first.IsUnknown, Is.EqualTo(unknowns));
            Assert.That(first.AsText, Is.EqualTo(unknowns ? null : block.AsText![..^2] + "22"));
        });
    }

    [Test]
    public void Secret_tags_stay_secret()
    {
        var context = new RecordingContext();
        var inputs = MapValue.Of(
            ("availabilityZoneNames", ListValue.Of("us-east-1a")),
            ("tags", new OutputValue(MapValue.Of(("k", "v")), true, ["urn:other"])));
        new VpcExpander().Expand(context.Component("net", inputs), context);
        var gateway = Child(context, "aws:ec2/internetGateway:InternetGateway", "net");
        Assert.That(gateway.PropertyDependencies["tags"], Is.EqualTo(new[] { "urn:other" }));
        Assert.That(gateway.Inputs["tags"].ToString(), Is.EqualTo("""{"Name":"net","k":"v"}"""));
    }

    private static (RecordingContext Context, MapValue Outputs) Expand(string inputs, bool unknowns = false)
    {
        var context = new RecordingContext(unknowns);
        return (context, new VpcExpander().Expand(context.Component("net", (MapValue)JsonValues.Parse(inputs)), context));
    }

    private static string Label(ResourceNode node) => $"{node.Type[(node.Type.LastIndexOf(':') + 1)..]} {node.Name}";

    private static IEnumerable<string> Tree(RecordingContext context) =>
        context.Children.Select(child => $"{Label(child)} < {(child.Parent!.Custom ? Label(child.Parent) : child.Parent.Name)}");

    private static ResourceNode Child(RecordingContext context, string type, string name) => context.Children.Single(child => child.Type == type && child.Name == name);

    private static string? Route(RecordingContext context, string name) => Child(context, "aws:ec2/route:Route", name).Inputs["natGatewayId"].AsText;

    private static PropertyValue Plain(MapValue outputs, string name) => ((OutputValue)outputs[name]).Value!;

    private static IEnumerable<string> Names(RecordingContext context, MapValue outputs, string name) =>
        Plain(outputs, name).AsList!.Cast<ReferenceValue>().Select(reference => context.Children.Single(child => child.Urn == reference.Urn).Name);
}
