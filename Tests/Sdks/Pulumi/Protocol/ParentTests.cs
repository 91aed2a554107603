using Infra.Tests.Sdks.Pulumi.Support;
using NUnit.Framework;
using Pulumi;

namespace Infra.Tests.Sdks.Pulumi.Protocol;

/// <summary>What resources take over from their parents.</summary>
[Parallelizable(ParallelScope.All)]
internal sealed class ParentTests
{
    [Test]
    public async Task An_orphan_gets_the_stack_as_parent_but_none_of_its_options()
    {
        await using var engine = await RecordingEngine.StartAsync();
        var options = new StackOptions
        {
            ResourceTransformations =
            {
                args =>
                {
                    if (args.Resource is Stack)
                    {
                        args.Options.Protect = true;
                    }

                    return new ResourceTransformationResult(args.Args, args.Options);
                },
            },
        };

        await engine.RunAsync(
            () =>
            {
                _ = new Thing("orphan");
                return [];
            },
            options);

        var (stack, orphan) = (engine.Registered("proj-dev"), engine.Registered("orphan"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(stack.Parent, Is.Empty);
            Assert.That(stack.Protect, Is.True);
            Assert.That(orphan.Parent, Is.EqualTo("urn:pulumi:dev::proj::pulumi:pulumi:Stack::proj-dev"));
            Assert.That(orphan.HasProtect, Is.False);
        }
    }

    [Test]
    public async Task Providers_reach_the_children_of_their_package_and_a_custom_resources_own_one_does_too()
    {
        await using var engine = await RecordingEngine.StartAsync();

        await engine.RunAsync(() =>
        {
            var (test, other) = (new TestProvider("test"), new TestProvider("other", package: "other"));
            var group = new Group("group", new ComponentResourceOptions { Providers = { other, test } });
            group.AddThing("in-group");
            var custom = new Thing("custom", options: new CustomResourceOptions { Provider = test });
            _ = new Thing("under-custom", options: new CustomResourceOptions { Parent = custom });
            _ = new Thing("orphan");
        });

        const string Reference = "urn:pulumi:dev::proj::pulumi:providers:test::test::test-id";
        Assert.That(
            new[] { "in-group", "custom", "under-custom", "orphan", "group" }.Select(name => engine.Registered(name).Provider),
            Is.EqualTo(new[] { Reference, Reference, Reference, "", "" }));
    }

    [Test]
    public async Task A_nested_component_passes_on_the_providers_of_those_around_it()
    {
        await using var engine = await RecordingEngine.StartAsync();

        await engine.RunAsync(() =>
        {
            var outer = new Group("outer", new ComponentResourceOptions { Provider = new TestProvider("test") });
            var inner = new Group("inner", new ComponentResourceOptions { Parent = outer, Provider = new TestProvider("other", package: "other") });
            inner.AddThing("child");
        });

        Assert.That(engine.Registered("child").Provider, Does.EndWith("::test::test-id"));
    }

    [Test]
    public async Task A_provider_whose_id_is_unknown_is_referred_to_with_the_mark_of_unknown_values()
    {
        await using var engine = await RecordingEngine.StartAsync(preview: true);

        await engine.RunAsync(() => new Thing("a", options: new CustomResourceOptions { Provider = new TestProvider("test") }));

        Assert.That(
            engine.Registered("a").Provider,
            Is.EqualTo("urn:pulumi:dev::proj::pulumi:providers:test::test::04da6b54-80e4-46f7-96ec-b56ff0331ba9"));
    }

    [Test]
    public async Task A_component_with_both_a_provider_and_providers_is_refused()
    {
        await using var engine = await RecordingEngine.StartAsync();

        var result = await engine.RunAsync(() => new Group(
            "group",
            new ComponentResourceOptions { Provider = new TestProvider("a"), Providers = { new TestProvider("b") } }));

        Assert.That(result.ExitCode, Is.EqualTo(32));
        Assert.That(engine.Errors.Single(), Does.Contain("Do not supply both 'provider' and 'providers' options to a ComponentResource."));
    }

    [Test]
    public async Task A_child_inherits_protect_providers_and_transformations_and_nothing_else()
    {
        await using var engine = await RecordingEngine.StartAsync();

        await engine.RunAsync(() =>
        {
            var group = new Group("group", new ComponentResourceOptions
            {
                Protect = true,
                RetainOnDelete = true,
                Version = "9.9.9",
                PluginDownloadURL = "https://example.org",
                IgnoreChanges = { "text" },
                DeletedWith = new Thing("host"),
                CustomTimeouts = new CustomTimeouts { Create = TimeSpan.FromMinutes(5) },
                DependsOn = { new Thing("before") },
                Aliases = { new Alias { Name = "old" } },
            });
            _ = new Thing("child", options: new CustomResourceOptions { Parent = group });
        });

        var (parent, child) = (engine.Registered("group"), engine.Registered("child"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That((parent.Protect, parent.RetainOnDelete, parent.CustomTimeouts.Create), Is.EqualTo((true, true, "300000000000ns")));
            Assert.That((child.HasProtect, child.Protect), Is.EqualTo((true, true)));
            Assert.That((child.HasRetainOnDelete, child.Version, child.PluginDownloadURL), Is.EqualTo((false, "1.2.3", "")));
            Assert.That((child.IgnoreChanges.Count, child.DeletedWith, child.CustomTimeouts, child.Aliases.Count), Is.EqualTo((0, "", (object?)null, 0)));
            Assert.That(child.Dependencies, Is.Empty);
        }
    }

    [Test]
    public async Task A_child_may_lift_the_protection_of_its_parent()
    {
        await using var engine = await RecordingEngine.StartAsync();

        await engine.RunAsync(() => new Group("group", new ComponentResourceOptions { Protect = true })
            .AddThing("child", options: new CustomResourceOptions { Protect = false }));

        Assert.That((engine.Registered("child").HasProtect, engine.Registered("child").Protect), Is.EqualTo((true, false)));
    }

    [Test]
    public async Task Transformations_run_the_resources_own_first_then_the_parents_then_the_stacks()
    {
        await using var engine = await RecordingEngine.StartAsync();

        await engine.RunAsync(
            () =>
            {
                var outer = new Group("outer", new ComponentResourceOptions { ResourceTransformations = { Append("outer") } });
                var inner = new Group("inner", new ComponentResourceOptions { Parent = outer, ResourceTransformations = { Append("inner") } });
                inner.AddThing("a", new ThingArgs { Text = "start" }, new CustomResourceOptions { ResourceTransformations = { Append("own") } });
                return [];
            },
            new StackOptions { ResourceTransformations = { Append("stack") } });

        Assert.That(engine.Registered("a").Object.Fields["text"].StringValue, Is.EqualTo("start own inner outer stack"));
    }

    [Test]
    public async Task A_transformation_may_not_change_the_parent()
    {
        await using var engine = await RecordingEngine.StartAsync();

        await engine.RunAsync(() =>
        {
            var group = new Group("group");
            _ = new Thing("a", options: new CustomResourceOptions
            {
                ResourceTransformations =
                {
                    args => new ResourceTransformationResult(args.Args, new CustomResourceOptions { Parent = group }),
                },
            });
        });

        Assert.That(
            engine.Errors.Single(),
            Does.Contain("Transformations cannot currently be used to change the 'parent' of a resource."));
    }

    [TestCase("", "a", "'type' cannot be null or empty.")]
    [TestCase("t:t:T", "", "'name' cannot be null or empty.")]
    public async Task A_resource_needs_a_type_and_a_name(string type, string name, string message)
    {
        await using var engine = await RecordingEngine.StartAsync();

        await engine.RunAsync(() => new CustomResource(type, name, null));

        Assert.That(engine.Errors.Single(), Does.Contain("System.ArgumentException: " + message));
    }

    [Test]
    public async Task A_resource_cannot_be_made_outside_a_deployment()
    {
        var e = Assert.Throws<InvalidOperationException>(() => _ = new Thing("a"));

        await Task.CompletedTask;
        Assert.That(e.Message, Is.EqualTo("Trying to acquire Deployment.Instance before 'Run' was called."));
    }

    private static ResourceTransformation Append(string word) => args =>
    {
        if (args.Args is ThingArgs thing)
        {
            thing.Text = Output.Format($"{thing.Text!} {word}");
        }

        return null;
    };
}
