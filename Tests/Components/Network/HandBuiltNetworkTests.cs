using Infra.Components.Network;
using NUnit.Framework;
using Aws = Pulumi.Aws;

namespace Infra.Tests.Components.Network;

/// <summary>The pieces that networks are laid out with by hand.</summary>
public sealed class HandBuiltNetworkTests
{
    private const string SubnetType = "aws:ec2/subnet:Subnet";
    private const string TableType = "aws:ec2/routeTable:RouteTable";
    private const string RouteType = "aws:ec2/route:Route";
    private const string AssociationType = "aws:ec2/routeTableAssociation:RouteTableAssociation";

    private static readonly SubnetPlace[] Places = [new("us-east-1a", "10.0.1.0/24"), new("us-east-1b", "10.0.2.0/24")];

    [Test]
    public async Task A_bare_vpc_has_both_dns_flags_and_a_default_group_without_rules()
    {
        var run = await ComponentRun.Of(options =>
        {
            _ = new BareVpc(
                "net",
                new BareVpcArgs { CidrBlock = "10.0.0.0/16", PhysicalName = "api-vpc", Tags = { { "Purpose", "test" } } },
                options);
        });
        var vpc = run.Only("aws:ec2/vpc:Vpc");
        var group = run.Only("aws:ec2/defaultSecurityGroup:DefaultSecurityGroup");
        Assert.Multiple(() =>
        {
            Assert.That(run.Registrations, Has.Count.EqualTo(2));
            Assert.That(vpc["cidrBlock"], Is.EqualTo("10.0.0.0/16"));
            Assert.That(vpc["enableDnsHostnames"], Is.EqualTo(true));
            Assert.That(vpc["enableDnsSupport"], Is.EqualTo(true));
            Assert.That((vpc["tags.Name"], vpc["tags.Purpose"]), Is.EqualTo(("api-vpc", "test")));
            Assert.That(group["vpcId"], Is.EqualTo("net-id"));
            Assert.That(group["ingress"] ?? group["egress"], Is.Null);
        });
    }

    [Test]
    public async Task An_isolated_tier_shares_one_table_that_leads_nowhere()
    {
        var run = await Tier([]);
        Assert.Multiple(() =>
        {
            Assert.That(run.OfType(SubnetType).Select(subnet => (subnet["availabilityZone"], subnet["cidrBlock"], subnet["tags.Name"])), Is.EquivalentTo(new (object?, object?, object?)[]
            {
                ("us-east-1a", "10.0.1.0/24", "api-private-1"), ("us-east-1b", "10.0.2.0/24", "api-private-2"),
            }));
            Assert.That(run.OfType(SubnetType).Select(subnet => subnet["mapPublicIpOnLaunch"]), Is.All.EqualTo(false));
            Assert.That(run.Only(TableType)["tags.Name"], Is.EqualTo("api-rt"));
            Assert.That(
                run.OfType(AssociationType).Select(association => association["routeTableId"]),
                Is.EqualTo(new[] { "tier-routes-id", "tier-routes-id" }));
            Assert.That(run.OfType(RouteType), Is.Empty);
        });
    }

    [Test]
    public async Task One_way_out_is_shared_by_all_subnets()
    {
        var run = await Tier([DefaultRoute.InternetGateway("igw-1")]);
        var route = run.Only(RouteType);
        Assert.Multiple(() =>
        {
            Assert.That(route["destinationCidrBlock"], Is.EqualTo("0.0.0.0/0"));
            Assert.That(route["gatewayId"], Is.EqualTo("igw-1"));
            Assert.That(route["natGatewayId"] ?? route["networkInterfaceId"], Is.Null);
            Assert.That(route["routeTableId"], Is.EqualTo("tier-routes-id"));
        });
    }

    [Test]
    public async Task A_way_out_per_zone_brings_a_table_per_zone()
    {
        var run = await Tier([DefaultRoute.NatGateway("nat-1"), DefaultRoute.NetworkInterface("eni-2")]);
        var tables = run.OfType(AssociationType).ToDictionary(association => association["subnetId"]!, association => association["routeTableId"]!);
        var routes = run.OfType(RouteType).ToDictionary(route => route["routeTableId"]!, route => route["natGatewayId"] ?? route["networkInterfaceId"]);
        Assert.Multiple(() =>
        {
            Assert.That(run.OfType(TableType).Select(table => table["tags.Name"]), Is.EquivalentTo(new[] { "api-rt-1", "api-rt-2" }));
            Assert.That(routes[tables["tier-1-id"]], Is.EqualTo("nat-1"));
            Assert.That(routes[tables["tier-2-id"]], Is.EqualTo("eni-2"));
        });
    }

    [Test]
    public void As_many_ways_out_as_zones_or_one_or_none_are_taken() => Assert.That(
        () => Tier([DefaultRoute.NatGateway("a"), DefaultRoute.NatGateway("b"), DefaultRoute.NatGateway("c")]),
        Throws.Exception.With.Message.Contains("3 routes for 2 subnets"));

    [Test]
    public async Task A_nat_gateway_has_an_address_and_waits_for_the_internet()
    {
        var run = await ComponentRun.Of(options =>
        {
            var gateway = new Aws.Ec2.InternetGateway("igw");
            _ = new ZonalNatGateway(
                "nat",
                new ZonalNatGatewayArgs { SubnetId = "subnet-1", PhysicalName = "api-nat", CreateAfter = gateway },
                options);
        });
        var nat = run.Only("aws:ec2/natGateway:NatGateway");
        var address = run.Only("aws:ec2/eip:Eip");
        Assert.Multiple(() =>
        {
            Assert.That(nat["subnetId"], Is.EqualTo("subnet-1"));
            Assert.That(nat["allocationId"], Is.EqualTo("nat-address-allocation"));
            Assert.That(address["domain"], Is.EqualTo("vpc"));
            Assert.That((nat["tags.Name"], address["tags.Name"]), Is.EqualTo(("api-nat", "api-nat")));
        });
    }

    private static Task<ComponentRun> Tier(IReadOnlyList<DefaultRoute> routes) => ComponentRun.Of(options =>
    {
        _ = new SubnetTier("tier", new SubnetTierArgs
        {
            VpcId = "vpc-1",
            SubnetName = "api-private",
            RouteTableName = "api-rt",
            Subnets = Places,
            DefaultRoutes = routes,
        }, options);
    });
}
