using Infra.Tests.Sdks.Pulumi.Support;
using Infra.Tests.Sdks.Pulumi.Values;
using NUnit.Framework;
using Pulumi;
using Pulumi.Testing;

namespace Infra.Tests.Sdks.Pulumi.Mocks;

/// <summary>What a test of a program gives back and how it fails.</summary>
[Parallelizable(ParallelScope.All)]
internal sealed class TestRunTests
{
    private static readonly TestOptions Update = new() { IsPreview = false };

    [Test]
    public async Task The_resources_of_a_stack_class_begin_with_the_stack()
    {
        var resources = await Deployment.TestAsync<ThreeStack>(new EmptyMocks(), Update);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(resources[0], Is.TypeOf<ThreeStack>());
            Assert.That(resources.Select(resource => resource.GetResourceName()), Is.EquivalentTo(new[] { "project-stack", "group", "child" }));
            Assert.That(await resources[0].Urn.ValueAsync(), Is.EqualTo("urn:pulumi:stack::project::pulumi:pulumi:Stack::project-stack"));
        }
    }

    [Test]
    public async Task The_resources_of_a_function_leave_the_stack_out_and_its_dictionary_comes_back_untouched()
    {
        var plain = new object();

        var (resources, outputs) = await Deployment.TestAsync(new EmptyMocks(), Update, () =>
        {
            _ = new Thing("a");
            return new Dictionary<string, object?> { ["plain"] = plain, ["none"] = null };
        });

        Assert.That(resources.Select(resource => resource.GetResourceName()), Is.EqualTo(new[] { "a" }));
        Assert.That(outputs, Is.EqualTo(new Dictionary<string, object?> { ["plain"] = plain, ["none"] = null }));
    }

    [Test]
    public async Task An_asynchronous_function_may_wait_for_outputs()
    {
        var (resources, outputs) = await Deployment.TestAsync(new EmptyMocks(), Update, async () =>
        {
            var urn = await new Thing("a").Urn.ValueAsync();
            return new Dictionary<string, object?> { ["urn"] = urn } as IDictionary<string, object?>;
        });

        Assert.That((resources.Length, outputs["urn"]!.ToString()!.EndsWith("::a", StringComparison.Ordinal)), Is.EqualTo((1, true)));
    }

    [Test]
    public async Task A_service_provider_makes_the_stack()
    {
        var resources = await Deployment.TestWithServiceProviderAsync<GivenStack>(new EmptyMocks(), new Services("given"), Update);

        Assert.That(resources.Select(resource => resource.GetResourceName()), Has.Member("given"));
    }

    [Test]
    public void A_service_that_is_missing_is_named()
        => Assert.That(
            () => Deployment.TestWithServiceProviderAsync<ThreeStack>(new EmptyMocks(), new Services("x"), Update),
            Throws.TypeOf<RunException>().With.Message.Contains("Failed to resolve instance of type "));

    [Test]
    public void One_failure_is_a_run_exception_with_what_would_have_been_logged()
        => Assert.That(
            () => Deployment.TestAsync(new EmptyMocks(), Update, (Action)(() => throw new InvalidOperationException("boom"))),
            Throws.TypeOf<RunException>().With.Message.Contains("' failed with an unhandled exception:\nSystem.InvalidOperationException: boom"));

    [Test]
    public void A_mock_that_throws_fails_the_test()
        => Assert.That(
            () => Deployment.TestAsync(
                new Recorder { OnNew = _ => throw new InvalidOperationException("no such thing") }, Update, () => new Thing("a")),
            Throws.TypeOf<RunException>().With.Message.Contains("no such thing"));

    [Test]
    public void Several_errors_come_together()
    {
        var e = Assert.ThrowsAsync<AggregateException>(() => Deployment.TestAsync(new EmptyMocks(), Update, () =>
        {
            Log.Error("one");
            Log.Error("two");
        }));

        Assert.That(e.InnerExceptions.Select(inner => inner.Message), Is.EqualTo(new[] { "one", "two" }));
    }

    [Test]
    public async Task Other_messages_do_not_fail_the_test()
    {
        var resources = await Deployment.TestAsync(new EmptyMocks(), Update, () =>
        {
            Log.Warn("careful");
            _ = new Thing("a");
        });

        Assert.That(resources.Length, Is.EqualTo(1));
    }

    [Test]
    public async Task The_instance_tells_the_options_and_is_gone_afterwards()
    {
        (string, string, string, string, bool)? seen = null;

        await Deployment.TestAsync(
            new EmptyMocks(),
            new TestOptions { ProjectName = "p", StackName = "s", OrganizationName = "o", RootDirectory = "/r" },
            () =>
            {
                var i = Deployment.Instance;
                seen = (i.ProjectName, i.StackName, i.OrganizationName, i.RootDirectory, i.IsDryRun);
            });

        Assert.That(seen, Is.EqualTo(("p", "s", "o", "/r", true)));
        Assert.That(() => Deployment.Instance, Throws.InvalidOperationException);
    }

    [Test]
    public async Task A_null_output_or_input_from_an_apply_is_the_default_value()
    {
        (Output<string?> FromOutput, Output<int> FromInput)? results = null;

        await Deployment.TestAsync(new EmptyMocks(), Update, () =>
        {
            var source = Output.Create("x");
            results = (source.Apply(_ => (Output<string?>?)null), source.Apply(_ => (Input<int>?)null));
        });

        Assert.That((await results!.Value.FromOutput.ValueAsync(), await results.Value.FromInput.ValueAsync()), Is.EqualTo(((string?)null, 0)));
    }

    [Test]
    public async Task Tests_side_by_side_keep_to_their_own_mocks()
    {
        var counts = await Task.WhenAll(Enumerable.Range(1, 8).Select(async count =>
        {
            var mocks = new Recorder();
            await Deployment.TestAsync(mocks, Update, async () =>
            {
                for (var i = 0; i < count; i++)
                {
                    _ = new Thing($"n{i}");
                    await Task.Yield();
                }
            });
            return mocks.Resources.Count;
        }));

        Assert.That(counts, Is.EqualTo(Enumerable.Range(1, 8)));
    }

    internal sealed class ThreeStack : Stack
    {
        public ThreeStack() => new Group("group").AddThing("child");
    }

    internal sealed class GivenStack : Stack
    {
        public GivenStack(string name) => _ = new Thing(name);
    }

    private sealed class Services(string name) : IServiceProvider
    {
        public object? GetService(Type serviceType) => serviceType == typeof(GivenStack) ? new GivenStack(name) : null;
    }
}
