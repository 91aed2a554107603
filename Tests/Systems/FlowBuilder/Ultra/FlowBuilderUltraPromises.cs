using System.Text.Json;
using NUnit.Framework;

namespace Infra.Tests.Systems.FlowBuilder.Ultra;

[TestFixtureSource(typeof(FlowBuilderStack), nameof(FlowBuilderStack.Ultra))]
internal sealed class FlowBuilderUltraPromises(string stackName) : FlowBuilderPromises(stackName)
{
    private static readonly string[] StandardOnly =
    [
        "aws:ec2/vpc:Vpc", "aws:ec2/subnet:Subnet", "aws:ec2/natGateway:NatGateway", "aws:ec2/instance:Instance", "aws:ec2/vpcEndpoint:VpcEndpoint",
        "aws:rds/", "aws:lb/", "aws:ecs/service:Service", "aws:appautoscaling/", "aws:cloudwatch/dashboard:Dashboard",
        "aws:cloudwatch/metricAlarm:MetricAlarm",
    ];

    // Promise 42.
    [Test]
    public void Nothing_of_the_standard_variant_exists() => Assert.That(
        Stack.Nodes.Select(node => node.Type).Where(type => StandardOnly.Any(other => type.StartsWith(other, StringComparison.Ordinal))),
        Is.Empty);

    [Test]
    public void Every_resource_carries_the_tag_of_the_variant()
    {
        var providers = Stack.Nodes.Where(node => node.Custom && node.Package == "aws").Select(node => node.ProviderNode!).Distinct();
        var tags = JsonDocument.Parse(providers.Single().Inputs["defaultTags"].AsText!).RootElement.GetProperty("tags");
        Assert.That(tags.GetProperty("Component").GetString(), Is.EqualTo("ultra-cost-worker"));
    }

    // Promise 6.
    [Test]
    public void There_are_log_groups_for_task_functions_and_pipe_alone() => Assert.That(
        Stack.OfType("aws:cloudwatch/logGroup:LogGroup").ToDictionary(group => group.Inputs["name"].AsText!, group => group.Inputs["retentionInDays"].AsNumber),
        Is.EquivalentTo(new Dictionary<string, double?>
        {
            [$"/aws/ecs/{Stack.Prefix}-worker"] = Stack.In(7, 30, 90),
            [$"/aws/lambda/{Stack.Prefix}-cleanup"] = Stack.In(7, 30, 90),
            [$"/aws/lambda/{Stack.Prefix}-scheduler"] = Stack.In(7, 30, 90),
            [$"/aws/vendedlogs/pipes/{Stack.Prefix}-worker-pipe"] = Stack.In(7, 30, 90),
        }));

    // Promise 50.
    [Test]
    public void The_cluster_offers_both_kinds_of_capacity_and_takes_spot_unless_told_otherwise()
    {
        var capacity = Stack.Only("aws:ecs/clusterCapacityProviders:ClusterCapacityProviders").Inputs;
        var strategy = capacity["defaultCapacityProviderStrategies"].AsList!.Single();
        Assert.Multiple(() =>
        {
            Assert.That(Texts(capacity["capacityProviders"]), Is.EqualTo(new[] { "FARGATE", "FARGATE_SPOT" }));
            Assert.That((strategy["capacityProvider"].AsText, strategy["weight"].AsNumber), Is.EqualTo(("FARGATE_SPOT", 100)));
            Assert.That(Stack.Only("aws:ecs/cluster:Cluster").Inputs["name"].AsText, Is.EqualTo($"{Stack.Prefix}-cluster"));
            Assert.That(Stack.Only("aws:ecs/cluster:Cluster").Inputs["settings"].AsList!.Single()["value"].AsText, Is.EqualTo("disabled"));
        });
    }

    // Promise 51.
    [Test]
    public void The_scheduler_is_in_no_vpc_and_reaches_the_external_database()
    {
        var scheduler = Stack.Only("aws:lambda/function:Function", "-scheduler").Inputs;
        Assert.Multiple(() =>
        {
            Assert.That(scheduler["vpcConfig"].IsNull, Is.True);
            Assert.That(scheduler["environment"]["variables"]["DB_HOST"].AsText, Is.EqualTo(Stack.Text("dbHost", "")));
            Assert.That(scheduler["environment"]["variables"]["DB_PORT"].AsText, Is.EqualTo("5432"));
        });
    }

    [Test]
    public void The_outputs_are_the_documented_ones() => Assert.That(
        Stack.Outputs.Select(output => output.Key),
        Is.EquivalentTo(new[]
        {
            "workflowQueueUrl", "ecrWorkerRepositoryUrl", "ecrSchedulerRepositoryUrl", "ecsClusterName", "lambdaFunctionName", "pipeArn",
        }));

    // Promise 2.
    [Test]
    public void No_output_holds_a_secret() => Assert.That(Stack.Outputs.ContainsSecrets, Is.False);
}
