using Infra.Preview.Model;
using Infra.Preview.Protocol;
using NUnit.Framework;
using static Infra.Preview.Model.ProtobufConversion;

namespace Infra.Tests.Preview.Engine;

public sealed class LookupTests
{
    [Test]
    public async Task An_answer_comes_from_the_table_with_the_callers_provider()
    {
        await using var engine = await EngineHarness.StartAsync(config: new Dictionary<string, string> { ["aws:region"] = "eu-west-1" });
        await engine.StackAsync();

        var reply = await engine.InvokeAsync("aws:index/getRegion:getRegion", MapValue.Empty, request => request.Version = "7.48.0");

        Assert.That(ToMap(reply.Return), Is.EqualTo(MapValue.Of(("region", "eu-west-1"))));
        Assert.That(engine.Graph.OfType("pulumi:providers:aws").Single().Name, Is.EqualTo("default_7_48_0"));
    }

    [Test]
    public async Task A_call_without_an_answer_ends_the_deployment_naming_the_call()
    {
        await using var engine = await EngineHarness.StartAsync();
        await engine.StackAsync();

        Assert.That(() => engine.InvokeAsync("aws:ec2/getAmi:getAmi", MapValue.Empty), Throws.TypeOf<RawFault>());
        Assert.That(engine.Deployment.Diagnostics.Single().Message, Does.StartWith("No answer is recorded for aws:ec2/getAmi:getAmi"));
    }

    [Test]
    public async Task A_call_with_unknown_arguments_has_an_unknown_answer()
    {
        await using var engine = await EngineHarness.StartAsync();
        var reply = await engine.InvokeAsync("aws:ec2/getAmi:getAmi", MapValue.Of(("owner", PropertyValue.Unknown)));

        Assert.That(reply.Unknown);
        Assert.That(engine.Deployment.Diagnostics, Is.Empty);
    }

    [Test]
    public async Task A_registered_resource_can_be_asked_for_by_its_urn()
    {
        await using var engine = await EngineHarness.StartAsync();
        var bucket = await engine.BucketAsync("b", await engine.StackAsync());

        var reply = ToMap((await engine.InvokeAsync("pulumi:pulumi:getResource", MapValue.Of(("urn", bucket.Urn)))).Return);

        Assert.That(reply["id"].AsText, Is.EqualTo("id-of-b"));
        Assert.That(reply["state"]["arn"].AsText, Is.EqualTo("arn:id-of-b"));
        Assert.That(
            () => engine.InvokeAsync("pulumi:pulumi:getResource", MapValue.Of(("urn", "urn:pulumi:dev::proj::a:b:C::none"))),
            Throws.TypeOf<RawFault>().With.Message.Contains("unknown resource"));
    }

    [Test]
    public async Task Reading_gives_the_asked_id_and_synthesised_state()
    {
        await using var engine = await EngineHarness.StartAsync();
        var stack = await engine.StackAsync();
        var reply = await engine.Client.CallAsync<ReadResourceResponse>("/pulumirpc.ResourceMonitor/ReadResource", new ReadResourceRequest
        {
            Id = "existing",
            Type = "aws:s3/bucket:Bucket",
            Name = "old",
            Parent = stack,
            AcceptSecrets = true,
        });

        Assert.That(ToMap(reply.Properties)["arn"].AsText, Is.EqualTo("arn:existing"));
        Assert.That((engine.Node(reply.Urn).Operation, engine.Node(reply.Urn).Id), Is.EqualTo((ResourceOperation.Read, "existing")));
    }

    [Test]
    public async Task Another_stacks_outputs_are_looked_up()
    {
        await using var engine = await EngineHarness.StartAsync();
        var stack = await engine.StackAsync();
        var reply = await engine.Client.CallAsync<ReadResourceResponse>("/pulumirpc.ResourceMonitor/ReadResource", new ReadResourceRequest
        {
            Id = "org/net/dev",
            Type = "pulumi:pulumi:StackReference",
            Name = "net",
            Parent = stack,
            AcceptSecrets = true,
        });

        Assert.That(ToMap(reply.Properties)["outputs"]["vpcId"].AsText, Is.EqualTo("vpc-1"));
    }
}
