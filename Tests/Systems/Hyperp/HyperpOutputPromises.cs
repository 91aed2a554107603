using Infra.Preview.Model;
using Infra.Tests.Support;
using NUnit.Framework;

namespace Infra.Tests.Systems.Hyperp;

internal sealed class HyperpOutputPromises(string stackName) : HyperpPromises(stackName)
{
    private MapValue Outputs => Stack.Result.Outputs["hyperp"].AsMap!;

    private IReadOnlyList<string> Pending =>
    [
        .. Texts(Stack.Result.Outputs["pending"]).Where(sentence => sentence.StartsWith("Hyperp: ", StringComparison.Ordinal)),
    ];

    // Promise 37.
    [Test]
    public void Outputs_tell_what_the_operator_and_the_command_line_need() => Assert.Multiple(() =>
    {
        Assert.That(Outputs["githubWebhookHandlerUrl"].AsText, Does.StartWith("https://").And.EndWith("/"));
        Assert.That(Outputs["cliRestApiUrl"].AsText, Does.StartWith("https://").And.Not.EndWith("/"));
        Assert.That(Outputs["s3BucketName"].AsText, Is.EqualTo(Stack.Only("aws:s3/bucket:Bucket").Output("bucket").AsText));
        Assert.That(Outputs["clusterArn"].AsText, Is.EqualTo(Arn(Stack.Only("aws:ecs/cluster:Cluster"))));
        Assert.That(Outputs["ecrRepositoryUri"].AsText, Is.EqualTo(Stack.Only("aws:ecr/repository:Repository").Output("repositoryUrl").AsText));
        Assert.That(Outputs["dynamoDbTableName"].AsText, Is.EqualTo("hyperp"));
        Assert.That(Outputs["efsFileSystemId"].AsText, Is.EqualTo(Id(Stack.Only("aws:efs/fileSystem:FileSystem"))));
        Assert.That(Outputs["vpcId"].AsText, Is.EqualTo(Id(Stack.Only("aws:ec2/vpc:Vpc"))));
        Assert.That(Texts(Outputs["publicSubnetIds"]), Is.EquivalentTo(Stack.OfType("aws:ec2/subnet:Subnet").Select(Id)));
        Assert.That(
            Outputs["githubWebhookHandlerArn"].AsText,
            Is.EqualTo(Arn(Stack.Only("aws:lambda/function:Function", "hyperp-github-webhook-handler"))));
        Assert.That(
            Outputs["taskStateChangeHandlerArn"].AsText,
            Is.EqualTo(Arn(Stack.Only("aws:lambda/function:Function", "hyperp-task-state-change-handler"))));
        Assert.That(Outputs["pemUploadCommand"].AsText, Does.StartWith($"aws s3 cp githubappkey.pem s3://{Outputs["s3BucketName"].AsText}/githubappkey.pem"));
    });

    [Test]
    public void A_generated_webhook_secret_is_an_output_and_secret()
    {
        var generated = !Stack.Settings.TryGetProperty("githubAppWebhookSecret", out _);
        Assert.That(Outputs.Find("webhookSecret"), generated ? Is.TypeOf<SecretValue>() : Is.Null);
        Assert.That(Stack.OfType("random:index/randomPassword:RandomPassword"), Has.Count.EqualTo(generated ? 1 : 0));
    }

    [Test]
    public void What_still_waits_is_told_with_what_ends_the_wait()
    {
        var code = Stack.Settings.TryGetProperty("code", out var settings) ? settings.EnumerateObject().Select(entry => entry.Name).ToList() : [];
        var waiting = new[] { "webhookHandler", "taskStateChangeHandler", "efsController", "cliRestApi" }.Except(code).ToList();
        var keyGiven = Stack.Settings.TryGetProperty("githubAppPrivateKey", out _);
        Assert.Multiple(() =>
        {
            foreach (var setting in waiting)
            {
                Assert.That(Pending, Has.Exactly(1).Contains($"pulumi config set --path infra:hyperp.code.{setting} PATH"));
            }

            Assert.That(Pending, Has.Exactly(keyGiven ? 0 : 1).Contains(Outputs["pemUploadCommand"].AsText!));
            Assert.That(Pending, Has.Exactly(1).Contains($"enter {Outputs["githubWebhookHandlerUrl"].AsText} as the GitHub App's webhook URL"));
            Assert.That(Pending, Has.Count.EqualTo(waiting.Count + (keyGiven ? 0 : 1) + 1));
        });
    }

    [Test]
    public void Everything_that_takes_tags_gets_the_systems_tags()
    {
        var provider = Stack.Result.Graph.OfType("pulumi:providers:aws").Single(node => node.Urn == Stack.Only("aws:ecs/cluster:Cluster").ProviderNode!.Urn);
        // The engine takes a provider's nested settings as JSON texts.
        Assert.That(provider.Inputs["defaultTags"].AsText, Does.Contain("\"hyperp\"").And.Contain("\"Pulumi\""));
        Assert.That(
            Stack.Result.Graph.DescendantsOf(Stack.Component).Where(node => node.Package == "aws" && node.ProviderNode != provider).Select(node => node.Urn),
            Is.Empty);
    }

    [Test]
    public async Task Unknown_outputs_change_nothing_about_which_resources_there_are()
    {
        var unknown = await Scenario.Of(Stack.Result.Stack, unknowns: true);
        Assert.That(
            unknown.Graph.Nodes.Select(node => node.Urn),
            Is.EqualTo(Stack.Result.Graph.Nodes.Select(node => node.Urn)));
    }
}
