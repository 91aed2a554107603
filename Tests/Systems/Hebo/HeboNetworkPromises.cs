using Infra.Preview.Model;
using NUnit.Framework;

namespace Infra.Tests.Systems.Hebo;

[TestFixtureSource(typeof(HeboStack), nameof(HeboStack.Names))]
internal sealed class HeboNetworkPromises(string stackName) : HeboPromises(stackName)
{
    private const string SubnetType = "aws:ec2/subnet:Subnet";
    private const string Everywhere = "0.0.0.0/0";

    private ResourceNode Vpc => Stack.OfType("aws:ec2/vpc:Vpc").Single(vpc => vpc.Inputs["cidrBlock"].AsText == "10.0.0.0/16");

    private IReadOnlyList<ResourceNode> Subnets => [.. Stack.OfType(SubnetType).Where(subnet => subnet.Inputs["vpcId"].AsText == Id(Vpc))];

    private IReadOnlyList<ResourceNode> Private => [.. Subnets.Where(subnet => subnet.Inputs["mapPublicIpOnLaunch"].AsBool != true)];

    // Promise 1.
    [Test]
    public void Two_public_and_two_private_subnets_lie_side_by_side_in_two_zones()
    {
        Assert.That(
            Subnets.Select(subnet => (subnet.Inputs["cidrBlock"].AsText, Public: subnet.Inputs["mapPublicIpOnLaunch"].AsBool == true)),
            Is.EquivalentTo(new[] { ("10.0.0.0/22", true), ("10.0.4.0/22", false), ("10.0.8.0/22", true), ("10.0.12.0/22", false) }));
        Assert.That(
            Subnets.GroupBy(subnet => subnet.Inputs["availabilityZone"].AsText).Select(zone => string.Join(' ', zone.Select(subnet => subnet.Inputs["cidrBlock"].AsText).Order())),
            Is.EquivalentTo(new[] { "10.0.0.0/22 10.0.4.0/22", "10.0.12.0/22 10.0.8.0/22" }));
    }

    // Promise 1.
    [Test]
    public void Names_of_the_network_resolve() => Assert.Multiple(() =>
    {
        Assert.That(Vpc.Inputs["enableDnsHostnames"].AsBool, Is.True);
        Assert.That(Vpc.Inputs["enableDnsSupport"].AsBool, Is.True);
    });

    // Promise 2.
    [Test]
    public void Private_subnets_reach_the_internet_through_NAT_and_public_ones_directly()
    {
        var gateways = Stack.OfType("aws:ec2/natGateway:NatGateway").Select(Id).ToList();
        var internet = Id(Stack.Only("aws:ec2/internetGateway:InternetGateway"));
        foreach (var subnet in Subnets)
        {
            var table = Stack.OfType("aws:ec2/routeTableAssociation:RouteTableAssociation").Single(node => node.Inputs["subnetId"].AsText == Id(subnet)).Inputs["routeTableId"].AsText;
            var route = Stack.OfType("aws:ec2/route:Route").Single(node => node.Inputs["routeTableId"].AsText == table);
            Assert.That(route.Inputs["destinationCidrBlock"].AsText, Is.EqualTo(Everywhere));
            if (Private.Contains(subnet))
            {
                Assert.That(route.Inputs["natGatewayId"].AsText, Is.AnyOf([.. gateways]));
            }
            else
            {
                Assert.That(route.Inputs["gatewayId"].AsText, Is.EqualTo(internet));
            }
        }
    }

    // Promises 32 and 38.
    [Test]
    public void Production_has_a_NAT_gateway_in_each_zone_and_a_preview_one_in_all()
    {
        var expected = Stack.Number("natGateways", Stack.IsProduction ? 2 : 1);
        var gateways = Stack.OfType("aws:ec2/natGateway:NatGateway");
        Assert.Multiple(() =>
        {
            Assert.That(gateways, Has.Count.EqualTo(expected));
            Assert.That(Stack.OfType("aws:ec2/eip:Eip"), Has.Count.EqualTo(expected));
            Assert.That(gateways.Select(gateway => gateway.Inputs["subnetId"].AsText), Is.Unique.And.SubsetOf(Subnets.Except(Private).Select(Id)));
        });
    }

    [Test]
    public void The_default_security_group_allows_nothing()
    {
        var groups = Stack.OfType("aws:ec2/defaultSecurityGroup:DefaultSecurityGroup");
        Assert.That(groups.Select(group => group.Inputs["vpcId"].AsText), Is.EquivalentTo(Stack.OfType("aws:ec2/vpc:Vpc").Select(Id)));
        Assert.That(groups.Where(group => !group.Inputs["ingress"].IsNull || !group.Inputs["egress"].IsNull), Is.Empty);
    }

    [Test]
    public void S3_is_reached_past_the_NAT_gateway()
    {
        var endpoint = Stack.Only("aws:ec2/vpcEndpoint:VpcEndpoint");
        var tables = Stack.OfType("aws:ec2/routeTableAssociation:RouteTableAssociation")
            .Where(node => Private.Select(Id).Contains(node.Inputs["subnetId"].AsText))
            .Select(node => node.Inputs["routeTableId"].AsText);
        Assert.That(endpoint.Inputs["vpcEndpointType"].AsText, Is.EqualTo("Gateway"));
        Assert.That(Texts(endpoint.Inputs["routeTableIds"]), Is.EquivalentTo(tables));
    }

    // Promise 14.
    [Test]
    public void The_database_admits_PostgreSQL_from_known_groups_alone()
    {
        var groupId = Stack.Cluster.Inputs["vpcSecurityGroupIds"][0].AsText;
        var ingress = Stack.Rules("Ingress", groupId);
        Assert.That(ingress, Is.Not.Empty);
        Assert.Multiple(() =>
        {
            Assert.That(Texts(Stack.Cluster.Inputs["vpcSecurityGroupIds"]), Has.Count.EqualTo(1));
            Assert.That(ingress.Select(Ports).Distinct(), Is.EqualTo(new[] { (5432d, 5432d) }));
            Assert.That(ingress.Where(rule => rule.Inputs["referencedSecurityGroupId"].AsText is null || !rule.Inputs["cidrIpv4"].IsNull), Is.Empty);
            Assert.That(Stack.Rules("Egress", groupId), Is.Empty);
        });
    }

    // Promise 14: with a proxy, only it and the bastion reach the database, and services only the proxy.
    [Test]
    public void Services_reach_the_database_through_the_proxy_where_there_is_one()
    {
        var database = Stack.Cluster.Inputs["vpcSecurityGroupIds"][0].AsText;
        var proxy = Stack.OfType("aws:rds/proxy:Proxy").SingleOrDefault()?.Inputs["vpcSecurityGroupIds"][0].AsText;
        var bastion = Stack.OfType("aws:ec2/instance:Instance").SelectMany(instance => Texts(instance.Inputs["vpcSecurityGroupIds"])).SingleOrDefault();
        string[] services = [Group("API of Hebo"), Group("Gateway of Hebo")];
        Assert.That(Sources(database), Is.EquivalentTo((proxy is null ? services : [proxy]).Append(bastion).OfType<string>()));
        if (proxy is not null)
        {
            Assert.That(Sources(proxy), Is.EquivalentTo(services.Append(bastion).OfType<string>()));
            Assert.That(Stack.Rules("Egress", proxy).Select(Target), Is.EqualTo(new[] { $"5432 {database}" }));
        }

        foreach (var service in services)
        {
            Assert.That(Stack.Rules("Egress", service).Select(Target), Is.EquivalentTo(new[] { $"443 {Everywhere}", $"5432 {proxy ?? database}" }));
        }
    }

    private string Group(string description) =>
        Id(Stack.OfType("aws:ec2/securityGroup:SecurityGroup").Single(group => group.Inputs["description"].AsText == description))!;

    private IEnumerable<string?> Sources(string? groupId) => Stack.Rules("Ingress", groupId).Select(rule => rule.Inputs["referencedSecurityGroupId"].AsText);

    private static string Target(ResourceNode rule) =>
        $"{rule.Inputs["toPort"].AsNumber} {rule.Inputs["referencedSecurityGroupId"].AsText ?? rule.Inputs["cidrIpv4"].AsText}";

    private static (double, double) Ports(ResourceNode rule) => (rule.Inputs["fromPort"].AsNumber!.Value, rule.Inputs["toPort"].AsNumber!.Value);
}
