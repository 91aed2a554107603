using Google.Protobuf.WellKnownTypes;
using Infra.Preview.Engine;
using Infra.Preview.Model;
using Infra.Preview.Protocol;
using NUnit.Framework;
using static Infra.Preview.Model.ProtobufConversion;

namespace Infra.Tests.Preview.Engine;

public sealed class ProtocolTests
{
    [TestCase("secrets", ExpectedResult = true)]
    [TestCase("resourceReferences", ExpectedResult = true)]
    [TestCase("outputValues", ExpectedResult = true)]
    [TestCase("aliasSpecs", ExpectedResult = true)]
    [TestCase("deletedWith", ExpectedResult = true)]
    [TestCase("transforms", ExpectedResult = false)]
    [TestCase("resourceHooks", ExpectedResult = false)]
    [TestCase("anythingNew", ExpectedResult = false)]
    public async Task<bool> A_feature_is_supported_where_it_is_recorded(string feature)
    {
        await using var engine = await EngineHarness.StartAsync();
        var reply = await engine.Client.CallAsync<SupportsFeatureResponse>("/pulumirpc.ResourceMonitor/SupportsFeature", new SupportsFeatureRequest { Id = feature });
        return reply.HasSupport;
    }

    [Test]
    public async Task Deployment_info_tells_stack_configuration_and_features()
    {
        await using var engine = await EngineHarness.StartAsync(config: new Dictionary<string, string> { ["proj:a"] = "1" });
        var info = await engine.Client.CallAsync<DeploymentInfo>("/pulumirpc.ResourceMonitor/GetDeploymentInfo", new Empty());

        Assert.That((info.Project, info.Stack, info.DryRun), Is.EqualTo(("proj", "dev", true)));
        Assert.That(info.Config["proj:a"], Is.EqualTo("1"));
        Assert.That(info.SupportedFeatures, Does.Contain(ResourceMonitorFeature.DeletedWith).And.Not.Contain(ResourceMonitorFeature.Transforms));
    }

    [TestCase("/pulumirpc.ResourceMonitor/Nothing", 12)]
    [TestCase("/pulumirpc.ResourceMonitor/RegisterStackTransform", 12)]
    [TestCase("/pulumirpc.ResourceMonitor/RegisterResourceHook", 12)]
    public async Task What_is_not_offered_is_unimplemented(string path, int status)
    {
        await using var engine = await EngineHarness.StartAsync();
        var reply = await engine.Client.SendAsync(path, RawClient.Frame([]));

        Assert.That(reply.Status, Is.EqualTo(status));
        Assert.That(reply.Body, Is.Empty);
    }

    [Test]
    public async Task Frames_that_are_none_are_refused()
    {
        await using var engine = await EngineHarness.StartAsync();
        const string Path = "/pulumirpc.ResourceMonitor/SupportsFeature";

        Assert.That((await engine.Client.SendAsync(Path, [0, 0])).Status, Is.EqualTo(13));
        Assert.That((await engine.Client.SendAsync(Path, [0, 0, 0, 0, 9, 1])).Status, Is.EqualTo(13));
        Assert.That((await engine.Client.SendAsync(Path, [1, 0, 0, 0, 0])).Status, Is.EqualTo(12));
        Assert.That((await engine.Client.SendAsync(Path, RawClient.Frame([0xff, 0xff]))).Status, Is.EqualTo(13));
    }

    [Test]
    public async Task A_fault_of_the_preview_is_told_even_when_it_looks_like_one_of_the_connection()
    {
        await using var engine = await EngineHarness.StartAsync(synthesizer: new BrokenSynthesizer());
        var stack = await engine.StackAsync();

        Assert.That(
            () => engine.BucketAsync("b", stack),
            Throws.TypeOf<RawFault>().With.Property(nameof(RawFault.Status)).EqualTo(13).And.Message.Contains("shapes are gone"));
    }

    [Test]
    public async Task Values_that_are_malformed_are_refused_wherever_they_are_sent()
    {
        await using var engine = await EngineHarness.StartAsync();
        var stack = await engine.StackAsync();
        var malformed = MapValue.Of(("a", MapValue.Of((Signatures.Key, "nonsense"))));

        Assert.That(() => engine.OutputsAsync(stack, malformed), Refused());
        Assert.That(() => engine.InvokeAsync("aws:index/getRegion:getRegion", malformed), Refused());

        static NUnit.Framework.Constraints.IResolveConstraint Refused() => Throws.TypeOf<RawFault>()
            .With.Property(nameof(RawFault.Status)).EqualTo(3).And.Message.EqualTo("unrecognized signature 'nonsense' in property 'a'");
    }

    [Test]
    public async Task Shutdown_is_signalled_once()
    {
        await using var engine = await EngineHarness.StartAsync();
        const string Path = "/pulumirpc.ResourceMonitor/SignalAndWaitForShutdown";
        await engine.Client.CallAsync<Empty>(Path, new Empty());

        Assert.That(engine.Deployment.ShutdownSignalled);
        Assert.That(() => engine.Client.CallAsync<Empty>(Path, new Empty()), Throws.TypeOf<RawFault>().With.Message.EqualTo("Already waiting for shutdown"));
    }

    [Test]
    public async Task Four_hundred_calls_at_once_are_all_answered_and_end_in_one_order()
    {
        await using var engine = await EngineHarness.StartAsync();
        var stack = await engine.StackAsync();
        await Task.WhenAll(Enumerable.Range(0, 400).Reverse().Select(index => engine.BucketAsync($"b-{index}", stack)));

        var names = engine.Graph.OfType("aws:s3/bucket:Bucket").Select(node => node.Name);
        Assert.That(names, Is.EqualTo(Enumerable.Range(0, 400).Select(index => $"b-{index}")));
    }

    [Test]
    public async Task A_message_of_twenty_megabytes_passes()
    {
        await using var engine = await EngineHarness.StartAsync();
        var text = new string('x', 20 << 20);

        var reply = await engine.BucketAsync("big", await engine.StackAsync(), request => request.Object = ToStruct(MapValue.Of(("text", text))));

        Assert.That(reply.Object.Fields["text"].StringValue, Has.Length.EqualTo(text.Length));
    }

    [Test]
    public async Task Logs_become_diagnostics_except_progress_and_debugging()
    {
        await using var engine = await EngineHarness.StartAsync();
        var bucket = (await engine.BucketAsync("b", await engine.StackAsync())).Urn;
        foreach (var request in new LogRequest[]
        {
            new() { Severity = LogSeverity.Warning, Message = "careful\n", Urn = bucket },
            new() { Severity = LogSeverity.Debug, Message = "step" },
            new() { Severity = LogSeverity.Info, Message = "working...", Ephemeral = true },
            new() { Severity = LogSeverity.Error, Message = "bad" },
        })
        {
            await engine.Client.CallAsync<Empty>("/pulumirpc.Engine/Log", request);
        }

        Assert.That(engine.Deployment.Diagnostics, Is.EqualTo(new[]
        {
            new Diagnostic(Severity.Warning, "careful", bucket),
            new Diagnostic(Severity.Error, "bad"),
        }));
    }

    private sealed class BrokenSynthesizer : IOutputSynthesizer
    {
        public string Id(ResourceNode resource) => throw new FileNotFoundException("the shapes are gone");

        public MapValue Outputs(ResourceNode resource) => MapValue.Empty;
    }
}
