using Infra.Preview.Model;
using NUnit.Framework;

namespace Infra.Tests.Preview.Diagrams;

public sealed class PlacementTests
{
    private static readonly string[] Region = ["Stack infra-dev", "app", "Region eu-west-1"];

    [Test]
    public void A_tier_is_public_private_or_isolated_by_its_default_route()
    {
        var sketch = new Sketch();
        var vpc = sketch.Add("aws:ec2/vpc:Vpc", "net", """{"cidrBlock":"10.0.0.0/16"}""");
        var gateway = sketch.Add("aws:ec2/internetGateway:InternetGateway", "door");
        var front = Tier(sketch, vpc, "front", "gatewayId", gateway);
        var nat = sketch.Add("aws:ec2/natGateway:NatGateway", "nat", $$"""{"subnetId":"{{front}}"}""");
        var middle = Tier(sketch, vpc, "middle", "natGatewayId", nat);
        var back = Tier(sketch, vpc, "back", null, null);
        foreach (var (name, subnet) in new[] { ("a", front), ("b", middle), ("c", back) })
        {
            sketch.Add("aws:lambda/function:Function", name, $$"""{"vpcConfig":{"subnetIds":["{{subnet}}"]} }""");
        }

        var diagram = sketch.Diagram;

        Assert.That(Sketch.Around(diagram, "a"), Is.EqualTo((string[])[.. Region, "VPC net", "Public subnets front"]));
        Assert.That(Sketch.Around(diagram, "b"), Is.EqualTo((string[])[.. Region, "VPC net", "Private subnets middle"]));
        Assert.That(Sketch.Around(diagram, "c"), Is.EqualTo((string[])[.. Region, "VPC net", "Isolated subnets back"]));
        Assert.That(Sketch.Around(diagram, "nat"), Is.EqualTo((string[])[.. Region, "VPC net", "Public subnets front"]));
    }

    [Test]
    public void What_has_interfaces_in_several_tiers_lies_in_the_vpc()
    {
        var sketch = new Sketch();
        var vpc = sketch.Add("aws:ec2/vpc:Vpc", "net");
        var (one, two) = (Tier(sketch, vpc, "one", null, null), Tier(sketch, vpc, "two", null, null));
        sketch.Add("aws:lb/loadBalancer:LoadBalancer", "balancer", $$"""{"subnets":["{{one}}","{{two}}"]}""");

        Assert.That(Sketch.Around(sketch.Diagram, "balancer"), Is.EqualTo((string[])[.. Region, "VPC net"]));
    }

    [Test]
    public void Subnets_that_the_stack_does_not_create_are_those_of_another_vpc()
    {
        var sketch = new Sketch();
        sketch.Add("aws:lambda/function:Function", "job", """{"vpcConfig":{"subnetIds":["subnet-0123456789abcdef0"]}}""");

        Assert.That(Sketch.Around(sketch.Diagram, "job"), Is.EqualTo((string[])[.. Region, "VPC that the stack does not create"]));
    }

    [Test]
    public void A_service_stands_for_its_task_definition_and_a_cluster_is_drawn_only_when_empty()
    {
        var sketch = new Sketch();
        var (busy, idle) = (sketch.Add("aws:ecs/cluster:Cluster", "busy"), sketch.Add("aws:ecs/cluster:Cluster", "idle"));
        var task = sketch.Add("aws:ecs/taskDefinition:TaskDefinition", "task", """{"family":"task"}""");
        var service = sketch.Add("aws:ecs/service:Service", "service", $$"""{"cluster":"{{busy.Id}}","taskDefinition":"{{Sketch.Arn(task)}}","launchType":"FARGATE"}""");

        var nodes = sketch.Diagram.AllNodes.ToList();

        Assert.That(nodes.Select(node => node.Name), Is.EquivalentTo(new[] { "idle", "service" }));
        var drawn = nodes.Single(node => node.Name == "service");
        Assert.That((drawn.Title, drawn.Detail), Is.EqualTo(("ECS service", "Fargate")));
        Assert.That(drawn.Urns, Is.EquivalentTo(new[] { service.Urn, task.Urn }));
        Assert.That(nodes.Single(node => node.Name == "idle").Urns, Is.EqualTo(new[] { idle.Urn }));
    }

    [Test]
    public void Gateways_endpoints_and_alarms_of_one_place_share_a_node()
    {
        var sketch = new Sketch();
        for (var number = 1; number <= 3; number++)
        {
            sketch.Add("aws:cloudwatch/metricAlarm:MetricAlarm", $"alarm-{number}");
        }

        var node = sketch.Diagram.AllNodes.Single();

        Assert.That((node.Title, node.Urns.Count), Is.EqualTo(("CloudWatch alarms ×3", 3)));
    }

    private static string Tier(Sketch sketch, ResourceNode vpc, string name, string? way, ResourceNode? to)
    {
        var subnet = sketch.Add("aws:ec2/subnet:Subnet", $"{name}-1", $$"""{"vpcId":"{{vpc.Id}}","cidrBlock":"10.0.0.0/24"}""");
        var table = sketch.Add("aws:ec2/routeTable:RouteTable", $"{name}-routes", $$"""{"vpcId":"{{vpc.Id}}"}""");
        sketch.Add("aws:ec2/routeTableAssociation:RouteTableAssociation", $"{name}-association", $$"""{"subnetId":"{{subnet.Id}}","routeTableId":"{{table.Id}}"}""");
        if (to is not null)
        {
            sketch.Add("aws:ec2/route:Route", $"{name}-out", $$"""{"routeTableId":"{{table.Id}}","destinationCidrBlock":"0.0.0.0/0","{{way}}":"{{to.Id}}"}""");
        }

        return subnet.Id!;
    }
}
