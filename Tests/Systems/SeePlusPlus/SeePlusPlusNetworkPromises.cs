using Infra.Components.Network;
using Infra.Preview.Model;
using NUnit.Framework;

namespace Infra.Tests.Systems.SeePlusPlus;

internal sealed class SeePlusPlusNetworkPromises(string stackName) : SeePlusPlusPromises(stackName)
{
    private const string IngressType = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
    private const string EgressType = "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule";

    // Promise 1.
    [Test]
    public void One_vpc_with_both_dns_flags()
    {
        var vpc = Stack.Only("aws:ec2/vpc:Vpc");
        Assert.Multiple(() =>
        {
            Assert.That(vpc.Inputs["cidrBlock"].AsText, Is.EqualTo("10.0.0.0/16"));
            Assert.That(vpc.Inputs["enableDnsHostnames"].AsBool, Is.True);
            Assert.That(vpc.Inputs["enableDnsSupport"].AsBool, Is.True);
        });
    }

    // Promise 2.
    [Test]
    public void Two_public_and_two_private_subnets_of_the_documented_blocks_in_two_zones()
    {
        var zones = Stack.OfType("aws:ec2/subnet:Subnet").Select(subnet => subnet.Inputs["availabilityZone"].AsText).ToHashSet();
        Assert.Multiple(() =>
        {
            Assert.That(SubnetsOf(isPublic: true).Select(Block), Is.EquivalentTo(new[] { "10.0.0.0/24", "10.0.1.0/24" }));
            Assert.That(PrivateSubnets().Select(Block), Is.EquivalentTo(new[] { "10.0.2.0/24", "10.0.3.0/24" }));
            Assert.That(zones, Has.Count.EqualTo(2));
            Assert.That(SubnetsOf(isPublic: true).Select(Zone), Is.EquivalentTo(zones));
            Assert.That(PrivateSubnets().Select(Zone), Is.EquivalentTo(zones));
            Assert.That(
                Stack.OfType("aws:ec2/subnet:Subnet").Select(subnet => CidrBlock.Parse(Block(subnet)!)),
                Is.All.Matches<CidrBlock>(CidrBlock.Parse("10.0.0.0/16").Contains));
        });
    }

    // Promise 3.
    [Test]
    public void Public_subnets_alone_route_to_the_internet_gateway()
    {
        var gateway = Stack.Only("aws:ec2/internetGateway:InternetGateway");
        Assert.Multiple(() =>
        {
            Assert.That(SubnetsOf(isPublic: true).Select(subnet => DefaultRoute(subnet).Inputs["gatewayId"].AsText), Is.All.EqualTo(Id(gateway)));
            Assert.That(PrivateSubnets().Select(subnet => DefaultRoute(subnet).Inputs["gatewayId"].IsNull), Is.All.True);
        });
    }

    // Promise 4.
    [Test]
    public void Private_subnets_reach_the_internet_through_nat_gateways_of_which_production_has_one_per_zone()
    {
        var gateways = Stack.OfType("aws:ec2/natGateway:NatGateway").ToDictionary(gateway => Id(gateway)!);
        var used = PrivateSubnets().ToDictionary(subnet => subnet, subnet => gateways[DefaultRoute(subnet).Inputs["natGatewayId"].AsText!]);
        Assert.Multiple(() =>
        {
            Assert.That(gateways, Has.Count.EqualTo(Stack.IsProd ? 2 : 1));
            Assert.That(used, Has.Count.EqualTo(2));
            foreach (var gateway in gateways.Values)
            {
                Assert.That(SubnetsOf(isPublic: true).Select(Id), Does.Contain(gateway.Inputs["subnetId"].AsText));
                Assert.That(
                    Stack.OfType("aws:ec2/eip:Eip").Select(address => address.Output("allocationId").AsText),
                    Has.Exactly(1).EqualTo(gateway.Inputs["allocationId"].AsText));
            }

            if (Stack.IsProd)
            {
                foreach (var (subnet, gateway) in used)
                {
                    var place = SubnetsOf(isPublic: true).Single(candidate => Id(candidate) == gateway.Inputs["subnetId"].AsText);
                    Assert.That(Zone(place), Is.EqualTo(Zone(subnet)), subnet.Name);
                }
            }
        });
    }

    [Test]
    public void The_s3_endpoint_serves_the_private_subnets_and_lets_traces_and_image_layers_through_alone()
    {
        var endpoint = Stack.Only("aws:ec2/vpcEndpoint:VpcEndpoint");
        var statements = PolicyText.Parse(endpoint.Inputs["policy"].AsText);
        var bucket = Arn(Stack.Only("aws:s3/bucket:Bucket"));
        Assert.Multiple(() =>
        {
            Assert.That(endpoint.Inputs["serviceName"].AsText, Is.EqualTo("com.amazonaws.us-west-2.s3"));
            Assert.That(endpoint.Inputs["vpcEndpointType"].AsText, Is.EqualTo("Gateway"));
            Assert.That(Texts(endpoint.Inputs["routeTableIds"]), Is.EquivalentTo(PrivateSubnets().Select(TableOf)));
            Assert.That(
                statements.SelectMany(statement => statement.Actions.SelectMany(action => statement.Resources.Select(resource => $"{action} {resource}"))),
                Is.EquivalentTo(new[]
                {
                    $"s3:GetObject {bucket}/*",
                    $"s3:PutObject {bucket}/*",
                    "s3:GetObject arn:aws:s3:::prod-us-west-2-starport-layer-bucket/*",
                }));
            Assert.That(statements.Select(statement => statement.Effect), Is.All.EqualTo("Allow"));
        });
    }

    // Promise 6.
    [Test]
    public void The_load_balancer_admits_http_and_https_from_everywhere_and_reaches_the_services_alone() => Assert.Multiple(() =>
    {
        Assert.That(Rules(IngressType, "balancer"), Is.EquivalentTo(new[] { "tcp 80-80 0.0.0.0/0", "tcp 443-443 0.0.0.0/0" }));
        Assert.That(Rules(EgressType, "balancer"), Is.EquivalentTo(new[]
        {
            $"tcp 3000-3000 {Id(SecurityGroup("backend"))}",
            $"tcp 80-80 {Id(SecurityGroup("frontends"))}",
        }));
    });

    // Promise 7.
    [TestCase("backend", 3000)]
    [TestCase("frontends", 80)]
    public void Services_admit_the_load_balancer_alone(string role, int port) => Assert.Multiple(() =>
    {
        Assert.That(Rules(IngressType, role), Is.EqualTo(new[] { $"tcp {port}-{port} {Id(SecurityGroup("balancer"))}" }));
        Assert.That(Rules(EgressType, role), Is.EqualTo(new[] { "tcp 443-443 0.0.0.0/0" }));
    });

    // Promise 8.
    [Test]
    public void The_code_runner_admits_nothing_and_reaches_s3_alone() => Assert.Multiple(() =>
    {
        Assert.That(Rules(IngressType, "runner"), Is.Empty);
        Assert.That(
            Rules(EgressType, "runner"),
            Is.EqualTo(new[] { $"tcp 443-443 {Stack.Only("aws:ec2/vpcEndpoint:VpcEndpoint").Output("prefixListId").AsText}" }));
    });

    [Test]
    public void No_security_group_has_rules_of_its_own_and_the_default_one_has_none()
    {
        var defaultGroup = Stack.Only("aws:ec2/defaultSecurityGroup:DefaultSecurityGroup");
        var groups = Stack.OfType("aws:ec2/securityGroup:SecurityGroup");
        Assert.Multiple(() =>
        {
            Assert.That(groups, Has.Count.EqualTo(4));
            Assert.That(groups.Append(defaultGroup).Where(group => group.Inputs["ingress"].AsList is { Count: > 0 } || group.Inputs["egress"].AsList is { Count: > 0 }), Is.Empty);
            Assert.That(defaultGroup.Inputs["vpcId"].AsText, Is.EqualTo(Id(Stack.Only("aws:ec2/vpc:Vpc"))));
        });
    }

    private static string? Block(ResourceNode subnet) => subnet.Inputs["cidrBlock"].AsText;

    private static string? Zone(ResourceNode subnet) => subnet.Inputs["availabilityZone"].AsText;

    private string? TableOf(ResourceNode subnet) => Stack.OfType("aws:ec2/routeTableAssociation:RouteTableAssociation")
        .Single(association => association.Inputs["subnetId"].AsText == Id(subnet)).Inputs["routeTableId"].AsText;

    private ResourceNode DefaultRoute(ResourceNode subnet) => Stack.OfType("aws:ec2/route:Route")
        .Single(route => route.Inputs["routeTableId"].AsText == TableOf(subnet) && route.Inputs["destinationCidrBlock"].AsText == "0.0.0.0/0");

    private List<string> Rules(string type, string role) =>
    [
        .. Stack.OfType(type)
            .Where(rule => rule.Inputs["securityGroupId"].AsText == Id(SecurityGroup(role)))
            .Select(rule => $"{rule.Inputs["ipProtocol"].AsText} {rule.Inputs["fromPort"].AsNumber}-{rule.Inputs["toPort"].AsNumber} {OtherEnd(rule)}"),
    ];

    private static string OtherEnd(ResourceNode rule) =>
        string.Join(' ', new[] { "cidrIpv4", "cidrIpv6", "referencedSecurityGroupId", "prefixListId" }.Select(name => rule.Inputs[name].AsText).OfType<string>());
}
