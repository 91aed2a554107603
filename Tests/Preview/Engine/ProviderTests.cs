using Infra.Preview.Model;
using NUnit.Framework;
using static Infra.Preview.Model.ProtobufConversion;

namespace Infra.Tests.Preview.Engine;

public sealed class ProviderTests
{
    [Test]
    public async Task A_default_provider_is_registered_once_per_package_and_version()
    {
        await using var engine = await EngineHarness.StartAsync(config: new Dictionary<string, string> { ["aws:region"] = "eu-west-1", ["aws:secretKey"] = "k" });
        var stack = await engine.StackAsync();
        var first = engine.Node((await engine.BucketAsync("a", stack)).Urn);
        var second = engine.Node((await engine.BucketAsync("b", stack)).Urn);
        var older = engine.Node((await engine.BucketAsync("c", stack, request => request.Version = "6.0.1")).Urn);

        var provider = first.ProviderNode!;
        Assert.That(provider.Urn, Is.EqualTo("urn:pulumi:dev::proj::pulumi:providers:aws::default_7_48_0"));
        Assert.That(provider.Inputs, Is.EqualTo(MapValue.Of(("region", "eu-west-1"), ("secretKey", new SecretValue("k")), ("version", "7.48.0"))));
        Assert.That(first.Provider, Is.EqualTo($"{provider.Urn}::{provider.Id}"));
        Assert.That(provider.Id, Does.Match("^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"));
        Assert.That(second.ProviderNode, Is.SameAs(provider));
        Assert.That(older.ProviderNode!.Name, Is.EqualTo("default_6_0_1"));
        Assert.That(engine.Graph.Nodes.Count(node => node.IsProvider), Is.EqualTo(2));
    }

    [Test]
    public async Task Kept_unknowns_refer_to_a_default_provider_by_the_unknown_id()
    {
        await using var engine = await EngineHarness.StartAsync(keepsUnknowns: true);
        var bucket = engine.Node((await engine.BucketAsync("a", await engine.StackAsync())).Urn);

        Assert.That(bucket.Provider, Is.EqualTo($"{bucket.ProviderNode!.Urn}::{Signatures.UnknownText}"));
    }

    [Test]
    public async Task An_explicit_provider_is_used_and_keeps_its_version_among_its_inputs()
    {
        await using var engine = await EngineHarness.StartAsync();
        var stack = await engine.StackAsync();
        var provider = await ProviderAsync(engine, stack, "eu");
        var bucket = engine.Node((await engine.BucketAsync("b", stack, request => request.Provider = $"{provider.Urn}::{provider.Id}")).Urn);

        Assert.That(bucket.ProviderNode, Is.SameAs(provider));
        Assert.That(provider.Inputs, Is.EqualTo(MapValue.Of(("region", "eu"), ("version", "7.48.0"))));
        Assert.That(engine.Graph.Nodes.Count(node => node.IsProvider), Is.EqualTo(1));
    }

    [Test]
    public async Task Providers_of_a_component_reach_its_children_through_every_component_between()
    {
        await using var engine = await EngineHarness.StartAsync();
        var stack = await engine.StackAsync();
        var provider = await ProviderAsync(engine, stack, "eu");
        var outer = await engine.ComponentAsync("outer", stack, request => request.Providers.Add("aws", $"{provider.Urn}::{provider.Id}"));
        var inner = await engine.ComponentAsync("inner", outer);
        var bucket = engine.Node((await engine.BucketAsync("b", inner)).Urn);

        Assert.That(bucket.ProviderNode, Is.SameAs(provider));
    }

    [Test]
    public async Task A_provider_that_nobody_registered_ends_the_deployment()
    {
        await using var engine = await EngineHarness.StartAsync();
        var stack = await engine.StackAsync();

        Assert.That(
            () => engine.BucketAsync("b", stack, request => request.Provider = "urn:pulumi:dev::proj::pulumi:providers:aws::gone::id"),
            Throws.TypeOf<RawFault>());
        Assert.That(engine.Deployment.Diagnostics.Single().Message, Does.StartWith("unknown provider 'urn:pulumi:dev::proj::pulumi:providers:aws::gone::id'"));
    }

    [TestCase("""["*"]""", ExpectedResult = true)]
    [TestCase("""["aws"]""", ExpectedResult = true)]
    [TestCase("""["gcp"]""", ExpectedResult = false)]
    public async Task<bool> Default_providers_can_be_disabled(string list)
    {
        await using var engine = await EngineHarness.StartAsync(config: new Dictionary<string, string> { ["pulumi:disable-default-providers"] = list });
        var stack = await engine.StackAsync();
        try
        {
            await engine.BucketAsync("b", stack);
        }
        catch (RawFault)
        {
            Assert.That(engine.Deployment.Diagnostics.Single().Message, Does.StartWith("Default provider for 'aws' disabled."));
            return true;
        }

        return false;
    }

    [Test]
    public async Task A_parameterised_package_is_known_under_its_parameter()
    {
        await using var engine = await EngineHarness.StartAsync();
        var stack = await engine.StackAsync();
        var package = new Infra.Preview.Protocol.RegisterPackageRequest
        {
            Name = "terraform-provider",
            Version = "1.0.0",
            Parameterization = new() { Name = "netbox", Version = "3.2.1" },
        };
        var reference = (await engine.Client.CallAsync<Infra.Preview.Protocol.RegisterPackageResponse>("/pulumirpc.ResourceMonitor/RegisterPackage", package)).Ref;
        var resource = engine.Node((await engine.RegisterAsync(new()
        {
            Type = "netbox:index/site:Site",
            Name = "s",
            Custom = true,
            Parent = stack,
            PackageRef = reference,
        })).Urn);

        Assert.That(resource.ProviderNode!.Urn, Is.EqualTo("urn:pulumi:dev::proj::pulumi:providers:netbox::default_3_2_1"));
    }

    private static async Task<ResourceNode> ProviderAsync(EngineHarness engine, string stack, string region) => engine.Node((await engine.RegisterAsync(new()
    {
        Type = "pulumi:providers:aws",
        Name = region,
        Custom = true,
        Parent = stack,
        Version = "7.48.0",
        Object = ToStruct(MapValue.Of(("region", region))),
    })).Urn);
}
