using System.Text.Json;
using NUnit.Framework;

namespace Infra.Tests.Systems.Hyperp;

internal sealed class HyperpClusterPromises(string stackName) : HyperpPromises(stackName)
{
    // Promise 7.
    [Test]
    public void One_cluster_with_container_insights_and_nothing_that_runs_by_itself()
    {
        var cluster = Stack.Only("aws:ecs/cluster:Cluster").Inputs;
        Assert.Multiple(() =>
        {
            Assert.That(cluster["name"].AsText, Is.EqualTo("hyperp-1"));
            Assert.That(cluster["settings"].AsList, Has.Count.EqualTo(1));
            Assert.That(cluster["settings"][0]["name"].AsText, Is.EqualTo("containerInsights"));
            Assert.That(cluster["settings"][0]["value"].AsText, Is.EqualTo("enabled"));
            Assert.That(Texts(Stack.Only("aws:ecs/clusterCapacityProviders:ClusterCapacityProviders").Inputs["capacityProviders"]), Is.All.StartsWith("FARGATE"));
            Assert.That(Stack.OfType("aws:ecs/service:Service"), Is.Empty);
            Assert.That(Stack.OfType("aws:ecs/taskDefinition:TaskDefinition"), Is.Empty);
            Assert.That(Stack.OfType("aws:ec2/instance:Instance"), Is.Empty);
            Assert.That(Stack.OfType("aws:ec2/launchTemplate:LaunchTemplate"), Is.Empty);
            Assert.That(Stack.OfType("aws:autoscaling/group:Group"), Is.Empty);
        });
    }

    // Promise 8.
    [Test]
    public void One_repository_of_the_documented_name()
    {
        var repository = Stack.Only("aws:ecr/repository:Repository").Inputs;
        Assert.Multiple(() =>
        {
            Assert.That(repository["name"].AsText, Is.EqualTo("hyperp-1"));
            Assert.That(repository["imageTagMutability"].AsText, Is.EqualTo("MUTABLE"));
            Assert.That(repository["imageScanningConfiguration"]["scanOnPush"].AsBool, Is.True);
            Assert.That(repository["encryptionConfigurations"][0]["encryptionType"].AsText, Is.EqualTo("AES256"));
            Assert.That(repository["forceDelete"].AsBool, Is.EqualTo(!Stack.ProtectsData));
        });
    }

    // Promise 9.
    [Test]
    public void The_repository_keeps_as_many_images_as_configured()
    {
        var policy = Stack.Only("aws:ecr/lifecyclePolicy:LifecyclePolicy").Inputs;
        var rules = JsonDocument.Parse(policy["policy"].AsText!).RootElement.GetProperty("rules");
        Assert.That(rules.GetArrayLength(), Is.EqualTo(1));
        var selection = rules[0].GetProperty("selection");
        Assert.Multiple(() =>
        {
            Assert.That(policy["repository"].AsText, Is.EqualTo("hyperp-1"));
            Assert.That(selection.GetProperty("tagStatus").GetString(), Is.EqualTo("any"));
            Assert.That(selection.GetProperty("countType").GetString(), Is.EqualTo("imageCountMoreThan"));
            Assert.That(selection.GetProperty("countNumber").GetInt32(), Is.EqualTo(Stack.Number("ecrImagesToKeep", 1)));
            Assert.That(rules[0].GetProperty("action").GetProperty("type").GetString(), Is.EqualTo("expire"));
        });
    }

    // Promise 19.
    [Test]
    public void One_log_group_that_forgets_after_the_configured_days()
    {
        var logs = Stack.Only("aws:cloudwatch/logGroup:LogGroup").Inputs;
        Assert.Multiple(() =>
        {
            Assert.That(logs["name"].AsText, Is.EqualTo("/hyperp"));
            Assert.That(logs["retentionInDays"].AsNumber, Is.EqualTo(Stack.Number("logRetentionDays", 7)));
        });
    }
}
