using System.Text.Json;
using Infra.Preview.Model;
using NUnit.Framework;

namespace Infra.Tests.Systems.Hypernym;

[TestFixtureSource(typeof(HypernymStack), nameof(HypernymStack.Names))]
internal sealed class HypernymNetworkPromises(string stackName) : HypernymPromises(stackName)
{
    private const string SubnetType = "aws:ec2/subnet:Subnet";
    private const string EndpointType = "aws:ec2/vpcEndpoint:VpcEndpoint";

    private ResourceNode Vpc => Stack.Only("aws:ec2/vpc:Vpc");

    private IReadOnlyList<string> ExpectedBlocks => Stack.Texts("privateSubnetCidrs", "10.0.1.0/24", "10.0.2.0/24");

    private IReadOnlyList<string> InterfaceServices =>
    [
        "ecr.api", "ecr.dkr", "logs", "metering-marketplace",
        .. Stack.Byop ? new[] { "secretsmanager" } : [],
        .. Stack.Eks ? new[] { "ec2", "elasticloadbalancing", "monitoring", "sts" } : [],
    ];

    // Promise 1.
    [Test]
    public void One_vpc_with_the_documented_block_and_both_dns_flags() => Assert.Multiple(() =>
    {
        Assert.That(Vpc.Inputs["cidrBlock"].AsText, Is.EqualTo(Stack.VpcCidr));
        Assert.That(Vpc.Inputs["enableDnsSupport"].AsBool, Is.True);
        Assert.That(Vpc.Inputs["enableDnsHostnames"].AsBool, Is.True);
        Assert.That(Vpc.Inputs["tags"]["Name"].AsText, Is.EqualTo($"{Stack.Prefix}-vpc"));
    });

    // Promise 2.
    [Test]
    public void Two_private_subnets_with_the_documented_blocks_in_two_zones()
    {
        var subnets = Stack.OfType(SubnetType);
        Assert.Multiple(() =>
        {
            Assert.That(subnets.Select(subnet => subnet.Inputs["cidrBlock"].AsText), Is.EqualTo(ExpectedBlocks));
            Assert.That(
                subnets.Select(subnet => subnet.Inputs["availabilityZone"].AsText).Distinct().ToList(),
                Has.Count.EqualTo(ExpectedBlocks.Count));
            Assert.That(subnets.Select(subnet => subnet.Inputs["mapPublicIpOnLaunch"].AsBool), Is.All.Not.True);
            Assert.That(subnets.Select(subnet => subnet.Inputs["vpcId"].AsText), Is.All.EqualTo(Id(Vpc)));
            Assert.That(
                subnets.Select(subnet => subnet.Inputs["tags"]["Name"].AsText),
                Is.EqualTo(ExpectedBlocks.Select((_, index) => $"{Stack.Prefix}-private-subnet-{index + 1}")));
        });
    }

    // Promise 3.
    [Test]
    public void There_is_no_way_to_the_internet() => Assert.Multiple(() =>
    {
        Assert.That(Stack.OfType("aws:ec2/internetGateway:InternetGateway"), Is.Empty);
        Assert.That(Stack.OfType("aws:ec2/natGateway:NatGateway"), Is.Empty);
        Assert.That(Stack.OfType("aws:ec2/eip:Eip"), Is.Empty);
        Assert.That(Stack.OfType("aws:ec2/route:Route"), Is.Empty);
        Assert.That(Stack.OfType("aws:ec2/routeTable:RouteTable").Select(table => table.Inputs["routes"].IsNull), Is.All.True);
    });

    // Promise 5.
    [Test]
    public void One_route_table_serves_both_subnets()
    {
        var table = Stack.Only("aws:ec2/routeTable:RouteTable");
        var associations = Stack.OfType("aws:ec2/routeTableAssociation:RouteTableAssociation");
        Assert.Multiple(() =>
        {
            Assert.That(table.Inputs["tags"]["Name"].AsText, Is.EqualTo($"{Stack.Prefix}-private-rt"));
            Assert.That(associations.Select(association => association.Inputs["routeTableId"].AsText), Is.All.EqualTo(Id(table)));
            Assert.That(
                associations.Select(association => association.Inputs["subnetId"].AsText),
                Is.EquivalentTo(Stack.OfType(SubnetType).Select(Id)));
        });
    }

    // Promise 6.
    [Test]
    public void S3_is_reached_through_the_route_table_and_only_for_image_layers()
    {
        var endpoint = Stack.Endpoint("s3")!.Inputs;
        var statement = PolicyText.Parse(endpoint["policy"].AsText).Single();
        Assert.Multiple(() =>
        {
            Assert.That(endpoint["vpcEndpointType"].AsText, Is.EqualTo("Gateway"));
            Assert.That(Texts(endpoint["routeTableIds"]), Is.EqualTo(new[] { Id(Stack.Only("aws:ec2/routeTable:RouteTable")) }));
            Assert.That(statement.Actions, Is.EqualTo(new[] { "s3:GetObject" }));
            Assert.That(statement.Resources, Does.Contain($"arn:aws:s3:::prod-{Stack.Region}-starport-layer-bucket/*"));
        });
    }

    // Promises 7, 17 and 41.
    [Test]
    public void Every_service_but_S3_has_a_private_endpoint_in_both_subnets_behind_the_endpoints_group() => Assert.Multiple(() =>
    {
        foreach (var service in InterfaceServices)
        {
            AssertInterface(service);
        }
    });

    // Promise 8.
    [Test]
    public void Secrets_manager_has_an_endpoint_exactly_when_credentials_are_read_and_only_for_them()
    {
        Assert.That(Stack.Endpoint("secretsmanager"), Stack.Byop ? Is.Not.Null : Is.Null);
        if (Stack.Byop)
        {
            Assert.That(
                PolicyText.Parse(Stack.Endpoint("secretsmanager")!.Inputs["policy"].AsText).Single().Resources,
                Is.EqualTo(new[] { Stack.SecretArn }));
        }
    }

    // Promises 7, 8, 41 and 55.
    [Test]
    public void Endpoints_are_exactly_those_that_the_variant_and_the_mode_need() => Assert.That(
        Stack.OfType(EndpointType).Select(endpoint => endpoint.Inputs["serviceName"].AsText),
        Is.EquivalentTo(InterfaceServices.Append("s3").Select(service => $"com.amazonaws.{Stack.Region}.{service}")));

    [Test]
    public void The_default_security_group_allows_nothing()
    {
        var group = Stack.Only("aws:ec2/defaultSecurityGroup:DefaultSecurityGroup").Inputs;
        Assert.Multiple(() =>
        {
            Assert.That(group["vpcId"].AsText, Is.EqualTo(Id(Vpc)));
            Assert.That(group["ingress"].AsList, Is.Null.Or.Empty);
            Assert.That(group["egress"].AsList, Is.Null.Or.Empty);
        });
    }

    // Promise 17.
    [Test]
    public void Everything_that_takes_tags_gets_the_systems_tags_and_the_network_its_names()
    {
        var provider = Vpc.ProviderNode!;
        string[] named = ["aws:ec2/vpc:Vpc", SubnetType, "aws:ec2/securityGroup:SecurityGroup", EndpointType, "aws:ec2/routeTable:RouteTable"];
        Assert.Multiple(() =>
        {
            // The engine takes a provider's nested settings as JSON texts.
            Assert.That(
                JsonDocument.Parse(provider.Inputs["defaultTags"].AsText!).RootElement.GetProperty("tags").EnumerateObject().Select(tag => $"{tag.Name}={tag.Value}"),
                Is.SupersetOf(new[] { "Product=Hypernym", "ManagedBy=Pulumi", $"Environment={Stack.Result.Config["infra:environment"].AsText}" }));
            Assert.That(
                Stack.Nodes.Where(node => node.Package == "aws" && node.ProviderNode != provider).Select(node => node.Urn),
                Is.Empty);
            Assert.That(
                named.SelectMany(Stack.OfType).Where(node => node.Inputs["tags"]["Name"].AsText?.StartsWith($"{Stack.Prefix}-", StringComparison.Ordinal) != true)
                    .Select(node => node.Urn),
                Is.Empty);
        });
    }

    [Test]
    public async Task Unknown_outputs_change_nothing_about_which_resources_there_are()
    {
        var unknown = await Support.Scenario.Of(Stack.Result.Stack, unknowns: true);
        Assert.That(unknown.Graph.Nodes.Select(node => node.Urn), Is.EqualTo(Stack.Result.Graph.Nodes.Select(node => node.Urn)));
    }

    private void AssertInterface(string service)
    {
        var endpoint = Stack.Endpoint(service)?.Inputs;
        Assert.That(endpoint, Is.Not.Null, service);
        Assert.Multiple(() =>
        {
            Assert.That(endpoint!["vpcEndpointType"].AsText, Is.EqualTo("Interface"));
            Assert.That(endpoint["privateDnsEnabled"].AsBool, Is.True);
            Assert.That(Texts(endpoint["subnetIds"]), Is.EquivalentTo(Stack.OfType(SubnetType).Select(Id)));
            Assert.That(
                Texts(endpoint["securityGroupIds"]),
                Is.EqualTo(new[] { Id(Stack.Only("aws:ec2/securityGroup:SecurityGroup", $"{Stack.Prefix}-vpce-sg")) }));
            Assert.That(endpoint["tags"]["Name"].AsText, Is.EqualTo($"{Stack.Prefix}-{service.Replace('.', '-')}-endpoint"));
        });
    }
}
