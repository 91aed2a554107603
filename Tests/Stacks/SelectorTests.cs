using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.Json;
using Infra.Components;
using Infra.Stacks;
using Infra.Stacks.Settings.Reading;
using Moq;
using NUnit.Framework;
using Pulumi;
using Pulumi.Testing;
using Pulumi.Utilities;

namespace Infra.Tests.Stacks;

/// <summary>What the configuration selects is deployed: each system with a provider of its own, its outputs under its key.</summary>
internal sealed class SelectorTests
{
    [Test]
    public async Task Each_selected_system_gets_a_provider_of_its_own()
    {
        var run = await RunAsync(
            ("infra:environment", "prod"),
            ("infra:systems", """["two","seePlusPlus"]"""),
            ("infra:two", """{"region":"eu-west-1","allowedAccountIds":["123456789012"],"tags":{"Team":"x"}}"""));
        Assert.That(run.Providers.Select(provider => provider.Name), Is.EqualTo(new[] { "see-plus-plus-aws", "two-aws" }));
        Assert.That(run.Providers[0].Inputs["region"], Is.EqualTo("us-west-2"));
        Assert.That(run.Providers[0].Inputs.ContainsKey("allowedAccountIds"), Is.False);
        Assert.That(run.Providers[1].Inputs["region"], Is.EqualTo("eu-west-1"));
        Assert.That(JsonSerializer.Deserialize<string[]>((string)run.Providers[1].Inputs["allowedAccountIds"]), Is.EqualTo(new[] { "123456789012" }));
        Assert.That(Tags(run.Providers[0]), Is.EqualTo(new SortedDictionary<string, string>
        {
            ["Environment"] = "prod",
            ["ManagedBy"] = "Pulumi",
            ["Product"] = "sample",
        }));
        Assert.That(Tags(run.Providers[1]), Is.EqualTo(new SortedDictionary<string, string>
        {
            ["Environment"] = "prod",
            ["ManagedBy"] = "Pulumi",
            ["Product"] = "sample",
            ["Team"] = "x",
        }));
    }

    [Test]
    public async Task Systems_learn_environment_stack_and_provider()
    {
        var contexts = new List<SystemContext>();
        await RunAsync(contexts, ("infra:environment", "staging"), ("infra:systems", """["two"]"""));
        var context = contexts.Single();
        Assert.That(context.Environment, Is.EqualTo(DeploymentEnvironment.Staging));
        Assert.That(context.StackName, Is.EqualTo(Configuration.Stack));
        Assert.That(context.Options.Providers, Is.EqualTo(new[] { context.Provider }));
        Assert.That(context.InvokeOptions.Provider, Is.SameAs(context.Provider));
    }

    [Test]
    public async Task Outputs_are_grouped_by_system_and_pending_is_one_list()
    {
        var run = await RunAsync(("infra:environment", "dev"), ("infra:systems", """["two","seePlusPlus"]"""));
        Assert.That(run.Outputs.Keys, Is.EquivalentTo(new[] { "seePlusPlus", "two", "pending" }));
        Assert.That(((IDictionary<string, object?>)run.Outputs["two"]!)["key"], Is.EqualTo("value of two"));
        var pending = await OutputUtilities.GetValueAsync((Output<ImmutableArray<string>>)run.Outputs["pending"]!);
        Assert.That(pending, Is.EqualTo(new[] { "See++: upload something", "Two: upload something" }));
    }

    [Test]
    public async Task Nothing_is_registered_when_the_configuration_is_faulty()
    {
        var mocks = new Mock<IMocks>();
        var contexts = new List<SystemContext>();
        ConfigurationException? refusal = null;
        await Deployment.TestAsync(mocks.Object, new TestOptions(), async () =>
        {
            refusal = await Refused(() => Selector.DeployAsync(
                Configuration.Of(("infra:environment", "dev"), ("infra:systems", """["two"]"""), ("infra:two", """{"count":0}""")), Catalog(contexts)));
            return new Dictionary<string, object?>();
        });
        Assert.That(refusal!.Faults.Single().Key, Is.EqualTo("infra:two.count"));
        Assert.That(contexts, Is.Empty);
        mocks.Verify(mock => mock.NewResourceAsync(It.Is<MockResourceArgs>(args => args.Type != "pulumi:pulumi:Stack")), Times.Never);
    }

    private static async Task<ConfigurationException?> Refused(Func<Task> deploy)
    {
        try
        {
            await deploy();
            return null;
        }
        catch (ConfigurationException refusal)
        {
            return refusal;
        }
    }

    private static SortedDictionary<string, string> Tags(MockResourceArgs provider)
    {
        using var tags = JsonDocument.Parse((string)provider.Inputs["defaultTags"]);
        return new SortedDictionary<string, string>(tags.RootElement.GetProperty("tags").EnumerateObject().ToDictionary(tag => tag.Name, tag => tag.Value.GetString()!));
    }

    private static SystemDefinition[] Catalog(List<SystemContext> contexts) => [Definition("seePlusPlus", "See++", contexts), Definition("two", "Two", contexts)];

    private static SystemDefinition Definition(string key, string title, List<SystemContext> contexts) =>
        SystemDefinition.Of<SampleSettings>(key, title, (context, _) =>
        {
            contexts.Add(context);
            return Task.FromResult(new SystemOutputs { Values = { ["key"] = $"value of {key}" }, Pending = ["upload something"] });
        });

    private static Task<Run> RunAsync(params (string Key, string Value)[] values) => RunAsync([], values);

    private static async Task<Run> RunAsync(List<SystemContext> contexts, params (string Key, string Value)[] values)
    {
        var registered = new ConcurrentBag<MockResourceArgs>();
        var mocks = new Mock<IMocks>();
        mocks.Setup(mock => mock.NewResourceAsync(It.IsAny<MockResourceArgs>())).Returns<MockResourceArgs>(args =>
        {
            registered.Add(args);
            return Task.FromResult<(string?, object)>((args.Name, args.Inputs));
        });
        mocks.Setup(mock => mock.RegisterResourceOutputs(It.IsAny<MockRegisterResourceOutputsRequest>())).Returns(Task.CompletedTask);
        var outputs = (await Deployment.TestAsync(
            mocks.Object, new TestOptions { IsPreview = false }, () => Selector.DeployAsync(Configuration.Of(values), Catalog(contexts)))).Outputs;
        var providers = registered.Where(args => args.Type == "pulumi:providers:aws").OrderBy(args => args.Name, StringComparer.Ordinal).ToList();
        return new Run(providers, outputs);
    }

    private sealed record Run(List<MockResourceArgs> Providers, IDictionary<string, object?> Outputs);
}
