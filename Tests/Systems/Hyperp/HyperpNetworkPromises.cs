using Infra.Components.Network;
using NUnit.Framework;

namespace Infra.Tests.Systems.Hyperp;

internal sealed class HyperpNetworkPromises(string stackName) : HyperpPromises(stackName)
{
    private const string SubnetType = "aws:ec2/subnet:Subnet";
    private const string SecurityGroupType = "aws:ec2/securityGroup:SecurityGroup";

    // Promise 1.
    [Test]
    public void One_vpc_with_the_documented_block_and_both_dns_flags()
    {
        var vpc = Stack.Only("aws:ec2/vpc:Vpc");
        Assert.Multiple(() =>
        {
            Assert.That(vpc.Inputs["cidrBlock"].AsText, Is.EqualTo(Stack.Text("vpcCidr", "10.0.0.0/16")));
            Assert.That(vpc.Inputs["enableDnsSupport"].AsBool, Is.True);
            Assert.That(vpc.Inputs["enableDnsHostnames"].AsBool, Is.True);
        });
    }

    // Promise 2.
    [Test]
    public void One_public_subnet_of_the_documented_size_in_each_of_three_zones()
    {
        var zones = Stack.Number("azCount", 3);
        var subnets = Stack.OfType(SubnetType);
        Assert.That(subnets, Has.Count.EqualTo(zones));
        var blocks = subnets.Select(subnet => CidrBlock.Parse(subnet.Inputs["cidrBlock"].AsText!)).ToList();
        var vpc = CidrBlock.Parse(Stack.Only("aws:ec2/vpc:Vpc").Inputs["cidrBlock"].AsText!);
        Assert.Multiple(() =>
        {
            Assert.That(blocks.Select(block => block.PrefixLength), Is.All.EqualTo(Stack.Number("subnetPrefixLength", 20)));
            Assert.That(blocks.All(vpc.Contains), Is.True);
            Assert.That(blocks.SelectMany((one, index) => blocks.Skip(index + 1).Where(one.Overlaps)), Is.Empty);
            Assert.That(subnets.Select(subnet => subnet.Inputs["availabilityZone"].AsText).Distinct().ToList(), Has.Count.EqualTo(zones));
            Assert.That(subnets.Select(subnet => subnet.Inputs["mapPublicIpOnLaunch"].AsBool), Is.All.True);
            Assert.That(subnets.Select(subnet => subnet.Inputs["vpcId"].AsText), Is.All.EqualTo(Id(Stack.Only("aws:ec2/vpc:Vpc"))));
        });
    }

    // Promise 3.
    [Test]
    public void Neither_nat_gateway_nor_elastic_address_nor_private_subnet() => Assert.Multiple(() =>
    {
        Assert.That(Stack.OfType("aws:ec2/vpc:Vpc"), Has.Count.EqualTo(1));
        Assert.That(Stack.OfType("aws:ec2/natGateway:NatGateway"), Is.Empty);
        Assert.That(Stack.OfType("aws:ec2/eip:Eip"), Is.Empty);
        Assert.That(Stack.OfType(SubnetType).Where(subnet => subnet.Inputs["mapPublicIpOnLaunch"].AsBool != true), Is.Empty);
    });

    // Promise 4.
    [Test]
    public void Every_subnet_routes_to_the_one_internet_gateway()
    {
        var gateway = Stack.Only("aws:ec2/internetGateway:InternetGateway");
        var subnets = Stack.OfType(SubnetType);
        var associations = Stack.OfType("aws:ec2/routeTableAssociation:RouteTableAssociation");
        var internetTables = Stack.OfType("aws:ec2/route:Route")
            .Where(route => route.Inputs["destinationCidrBlock"].AsText == "0.0.0.0/0" && route.Inputs["gatewayId"].AsText == Id(gateway))
            .Select(route => route.Inputs["routeTableId"].AsText)
            .ToHashSet();
        Assert.Multiple(() =>
        {
            Assert.That(subnets, Is.Not.Empty);
            Assert.That(gateway.Inputs["vpcId"].AsText, Is.EqualTo(Id(Stack.Only("aws:ec2/vpc:Vpc"))));
            foreach (var subnet in subnets)
            {
                var tables = associations.Where(association => association.Inputs["subnetId"].AsText == Id(subnet))
                    .Select(association => association.Inputs["routeTableId"].AsText).ToList();
                Assert.That(tables, Has.Count.EqualTo(1), subnet.Name);
                Assert.That(internetTables, Does.Contain(tables[0]), subnet.Name);
            }
        });
    }

    // Promise 5.
    [Test]
    public void One_security_group_of_the_documented_name_beside_a_default_group_without_rules()
    {
        var defaultGroup = Stack.Only("aws:ec2/defaultSecurityGroup:DefaultSecurityGroup");
        Assert.Multiple(() =>
        {
            Assert.That(Stack.Only(SecurityGroupType).Inputs["name"].AsText, Is.EqualTo("EcsTaskSecurityGroup"));
            Assert.That(defaultGroup.Inputs["vpcId"].AsText, Is.EqualTo(Id(Stack.Only("aws:ec2/vpc:Vpc"))));
            Assert.That(defaultGroup.Inputs["ingress"].AsList, Is.Null.Or.Empty);
            Assert.That(defaultGroup.Inputs["egress"].AsList, Is.Null.Or.Empty);
        });
    }

    // Promise 6.
    [Test]
    public void The_group_admits_nfs_from_itself_alone_and_lets_everything_out()
    {
        var group = Id(Stack.Only(SecurityGroupType));
        var ingress = Stack.Only("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule").Inputs;
        var egress = Stack.Only("aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule").Inputs;
        Assert.Multiple(() =>
        {
            Assert.That(group, Is.Not.Null);
            Assert.That(Stack.Only(SecurityGroupType).Inputs["ingress"].IsNull, Is.True);
            Assert.That(Stack.Only(SecurityGroupType).Inputs["egress"].IsNull, Is.True);
            Assert.That(ingress["securityGroupId"].AsText, Is.EqualTo(group));
            Assert.That(ingress["referencedSecurityGroupId"].AsText, Is.EqualTo(group));
            Assert.That(ingress["ipProtocol"].AsText, Is.EqualTo("tcp"));
            Assert.That(ingress["fromPort"].AsNumber, Is.EqualTo(2049));
            Assert.That(ingress["toPort"].AsNumber, Is.EqualTo(2049));
            Assert.That(ingress["cidrIpv4"].IsNull && ingress["cidrIpv6"].IsNull && ingress["prefixListId"].IsNull, Is.True);
            Assert.That(egress["securityGroupId"].AsText, Is.EqualTo(group));
            Assert.That(egress["ipProtocol"].AsText, Is.EqualTo("-1"));
            Assert.That(egress["cidrIpv4"].AsText, Is.EqualTo("0.0.0.0/0"));
            Assert.That(egress["fromPort"].IsNull && egress["toPort"].IsNull, Is.True);
        });
    }
}
