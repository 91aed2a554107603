using Infra.Preview.Model;
using NUnit.Framework;

namespace Infra.Tests.Systems.FlowBuilder.Standard;

[TestFixtureSource(typeof(FlowBuilderStack), nameof(FlowBuilderStack.Standard))]
internal sealed class FlowBuilderNetworkPromises(string stackName) : FlowBuilderPromises(stackName)
{
    private const string RouteType = "aws:ec2/route:Route";
    private const string Everywhere = "0.0.0.0/0";

    // Promise 14.
    [Test]
    public void Three_tiers_lie_in_the_same_two_zones_of_the_documented_blocks()
    {
        var subnets = Stack.OfType("aws:ec2/subnet:Subnet");
        Assert.Multiple(() =>
        {
            Assert.That(Stack.Only("aws:ec2/vpc:Vpc").Inputs["cidrBlock"].AsText, Is.EqualTo("10.0.0.0/16"));
            Assert.That(Stack.Only("aws:ec2/vpc:Vpc").Inputs["enableDnsHostnames"].AsBool, Is.True);
            Assert.That(Blocks(Tier("public")), Is.EqualTo(new[] { "10.0.0.0/24", "10.0.1.0/24" }));
            Assert.That(Blocks(Tier("private")), Is.EqualTo(new[] { "10.0.10.0/24", "10.0.11.0/24" }));
            Assert.That(Blocks(Tier("database")), Is.EqualTo(new[] { "10.0.20.0/24", "10.0.21.0/24" }));
            Assert.That(subnets, Has.Count.EqualTo(6));
            Assert.That(Zones(Tier("public")), Is.Unique.And.EqualTo(Zones(Tier("private"))).And.EqualTo(Zones(Tier("database"))));
            Assert.That(subnets.Where(subnet => subnet.Inputs["mapPublicIpOnLaunch"].AsBool == true), Is.EquivalentTo(Tier("public")));
        });
    }

    // Promise 15.
    [Test]
    public void The_database_is_cut_off_from_the_internet()
    {
        var tables = Tables("database");
        Assert.That(tables, Has.Count.EqualTo(1));
        Assert.Multiple(() =>
        {
            Assert.That(Stack.OfType(RouteType).Where(route => tables.Contains(route.Inputs["routeTableId"].AsText!)), Is.Empty);
            Assert.That(Stack.OfType("aws:ec2/routeTable:RouteTable").SelectMany(table => table.Inputs["routes"].AsList ?? ListValue.Empty), Is.Empty);
            Assert.That(Texts(Stack.Only("aws:rds/subnetGroup:SubnetGroup").Inputs["subnetIds"]), Is.EqualTo(Tier("database").Select(Id)));
        });
    }

    [Test]
    public void Public_subnets_lead_straight_to_the_internet()
    {
        var gateway = Id(Stack.Only("aws:ec2/internetGateway:InternetGateway"));
        Assert.That(DefaultRoutes("public").Select(route => route.Inputs["gatewayId"].AsText), Is.EqualTo(new[] { gateway }));
    }

    // Promise 16.
    [Test]
    public void Development_reaches_the_internet_through_one_hardened_instance()
    {
        Assume.That(Stack.Environment, Is.EqualTo("dev"));
        var instance = Stack.OfType("aws:ec2/instance:Instance").Single(node => node.Inputs["sourceDestCheck"].AsBool == false);
        var alarm = Stack.OfType("aws:cloudwatch/metricAlarm:MetricAlarm").Single(node => node.Inputs["namespace"].AsText == "AWS/EC2");
        Assert.Multiple(() =>
        {
            Assert.That(Stack.OfType("aws:ec2/natGateway:NatGateway"), Is.Empty);
            Assert.That(instance.Inputs["instanceType"].AsText, Is.EqualTo("t3.nano"));
            Assert.That(instance.Inputs["subnetId"].AsText, Is.EqualTo(Id(Tier("public")[0])));
            Assert.That(instance.Inputs["associatePublicIpAddress"].AsBool, Is.True);
            Assert.That(instance.Inputs["metadataOptions"]["httpTokens"].AsText, Is.EqualTo("required"));
            Assert.That(instance.Inputs["rootBlockDevice"]["encrypted"].AsBool, Is.True);
            Assert.That(instance.Inputs["keyName"].IsNull, Is.True);
            Assert.That(instance.IgnoreChanges, Is.EquivalentTo(new[] { "ami", "userData" }));
            Assert.That(instance.Inputs["userData"].AsText, Does.Contain("ip_forward").And.Contain("MASQUERADE").And.Not.Contain("eth0"));
            Assert.That(Stack.Traffic("Ingress", "-nat-sg"), Is.EquivalentTo(new[] { "all 10.0.10.0/24", "all 10.0.11.0/24" }));
            Assert.That(
                DefaultRoutes("private").Select(route => route.Inputs["networkInterfaceId"].AsText),
                Is.EqualTo(Enumerable.Repeat(instance.Output("primaryNetworkInterfaceId").AsText, 2)));
            Assert.That(alarm.Inputs["metricName"].AsText, Is.EqualTo("StatusCheckFailed_System"));
            Assert.That(alarm.Inputs["dimensions"]["InstanceId"].AsText, Is.EqualTo(Id(instance)));
            Assert.That(Texts(alarm.Inputs["alarmActions"]), Is.EqualTo(new[] { $"arn:aws:automate:{Stack.Region}:ec2:recover" }));
        });
    }

    // Promise 17.
    [Test]
    public void Beyond_development_gateways_lead_to_the_internet_in_production_one_per_zone()
    {
        Assume.That(Stack.Environment, Is.Not.EqualTo("dev"));
        var gateways = Stack.OfType("aws:ec2/natGateway:NatGateway").ToDictionary(node => Id(node)!, node => node.Inputs["subnetId"].AsText);
        var publicZones = Tier("public").ToDictionary(node => Id(node)!, Zone);
        var used = DefaultRoutes("private").Select(route => gateways[route.Inputs["natGatewayId"].AsText!]!).Select(subnet => publicZones[subnet]).ToList();
        Assert.Multiple(() =>
        {
            Assert.That(gateways, Has.Count.EqualTo(Stack.Environment == "prod" ? 2 : 1));
            Assert.That(Stack.OfType("aws:ec2/eip:Eip").Select(address => address.Inputs["domain"].AsText), Is.EqualTo(Enumerable.Repeat("vpc", gateways.Count)));
            Assert.That(used, Is.EqualTo(Stack.Environment == "prod" ? Zones(Tier("private")) : [Zone(Tier("public")[0]), Zone(Tier("public")[0])]));
            Assert.That(Stack.OfType("aws:ec2/instance:Instance").Where(node => node.Inputs["sourceDestCheck"].AsBool == false), Is.Empty);
        });
    }

    // Promise 18.
    [Test]
    public void Four_endpoints_lead_to_AWS()
    {
        var endpoints = Stack.OfType("aws:ec2/vpcEndpoint:VpcEndpoint").ToLookup(node => node.Inputs["vpcEndpointType"].AsText);
        var group = Id(Stack.Only("aws:ec2/securityGroup:SecurityGroup", "-vpce-sg"));
        Assert.Multiple(() =>
        {
            Assert.That(
                endpoints["Interface"].Select(node => node.Inputs["serviceName"].AsText),
                Is.EquivalentTo(new[] { "logs", "sqs", "secretsmanager" }.Select(service => $"com.amazonaws.{Stack.Region}.{service}")));
            Assert.That(endpoints["Interface"].Select(node => node.Inputs["privateDnsEnabled"].AsBool), Is.All.True);
            Assert.That(endpoints["Interface"].Select(node => Texts(node.Inputs["subnetIds"])), Is.All.EqualTo(Tier("private").Select(Id)));
            Assert.That(endpoints["Interface"].Select(node => Texts(node.Inputs["securityGroupIds"])), Is.All.EqualTo(new[] { group }));
            Assert.That(Stack.Traffic("Ingress", "-vpce-sg"), Is.EquivalentTo(new[] { "443 10.0.10.0/24", "443 10.0.11.0/24" }));
            Assert.That(endpoints["Gateway"].Select(node => node.Inputs["serviceName"].AsText), Is.EqualTo(new[] { $"com.amazonaws.{Stack.Region}.s3" }));
            Assert.That(Texts(endpoints["Gateway"].Single().Inputs["routeTableIds"]), Is.EquivalentTo(Tables("private")));
        });
    }

    // Promise 19.
    [Test]
    public void The_load_balancer_takes_HTTP_and_HTTPS_from_everywhere_and_sends_to_tasks_alone() => Assert.Multiple(() =>
    {
        Assert.That(Stack.Traffic("Ingress", "-alb-sg"), Is.EquivalentTo(new[] { $"80 {Everywhere}", $"443 {Everywhere}" }));
        Assert.That(Stack.Traffic("Egress", "-alb-sg"), Is.EqualTo(new[] { "8080 -ecs-sg" }));
    });

    // Promise 20.
    [Test]
    public void Tasks_answer_the_load_balancer_and_the_database_answers_tasks_and_functions()
    {
        string[] bastion = Stack.Has("enableBastion") ? ["5432 -bastion"] : [];
        Assert.Multiple(() =>
        {
            Assert.That(Stack.Traffic("Ingress", "-ecs-sg"), Is.EqualTo(new[] { "8080 -alb-sg" }));
            Assert.That(Stack.Traffic("Ingress", "-lambda-sg"), Is.Empty);
            Assert.That(Stack.Traffic("Ingress", "-rds-sg"), Is.EquivalentTo(new[] { "5432 -ecs-sg", "5432 -lambda-sg" }.Concat(bastion)));
        });
    }

    [Test]
    public void A_bastion_has_no_address_and_no_port_of_its_own()
    {
        Assume.That(Stack.Has("enableBastion"));
        var bastion = Stack.Only("aws:ec2/instance:Instance", "-bastion");
        Assert.Multiple(() =>
        {
            Assert.That(bastion.Inputs["subnetId"].AsText, Is.EqualTo(Id(Tier("private")[0])));
            Assert.That(bastion.Inputs["associatePublicIpAddress"].AsBool, Is.False);
            Assert.That(Stack.Traffic("Ingress", "-bastion"), Is.Empty);
            Assert.That(Stack.Traffic("Egress", "-bastion"), Is.EquivalentTo(new[] { $"443 {Everywhere}", "5432 -rds-sg" }));
            Assert.That(Stack.Outputs["dbForwardingCommand"].AsText, Does.Contain(Id(bastion)!).And.Contain("portNumber=5432"));
        });
    }

    [Test]
    public void The_default_group_allows_nothing()
    {
        var group = Stack.Only("aws:ec2/defaultSecurityGroup:DefaultSecurityGroup");
        Assert.That(group.Inputs.Keys, Has.No.Member("ingress").And.No.Member("egress"));
    }

    private IReadOnlyList<ResourceNode> Tier(string name) =>
    [
        .. Stack.OfType("aws:ec2/subnet:Subnet")
            .Where(node => node.Inputs["tags"]["Name"].AsText!.StartsWith($"{Stack.Prefix}-{name}-", StringComparison.Ordinal))
            .OrderBy(node => node.Inputs["tags"]["Name"].AsText, StringComparer.Ordinal),
    ];

    // The tables of a tier's subnets, in the order of the zones.
    private List<string> Tables(string tier)
    {
        var byTable = Stack.OfType("aws:ec2/routeTableAssociation:RouteTableAssociation")
            .ToDictionary(node => node.Inputs["subnetId"].AsText!, node => node.Inputs["routeTableId"].AsText!);
        return [.. Tier(tier).Select(subnet => byTable[Id(subnet)!]).Distinct()];
    }

    private List<ResourceNode> DefaultRoutes(string tier) =>
    [
        .. Tables(tier).SelectMany(table => Stack.OfType(RouteType).Where(route =>
            route.Inputs["routeTableId"].AsText == table && route.Inputs["destinationCidrBlock"].AsText == Everywhere)),
    ];

    private static IEnumerable<string?> Blocks(IEnumerable<ResourceNode> subnets) => subnets.Select(subnet => subnet.Inputs["cidrBlock"].AsText);

    private static IEnumerable<string?> Zones(IEnumerable<ResourceNode> subnets) => subnets.Select(Zone);

    private static string? Zone(ResourceNode subnet) => subnet.Inputs["availabilityZone"].AsText;
}
