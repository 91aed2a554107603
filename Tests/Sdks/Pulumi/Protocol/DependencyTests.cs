using Google.Protobuf.WellKnownTypes;
using Infra.Tests.Sdks.Pulumi.Support;
using NUnit.Framework;
using Pulumi;
using Pulumi.Utilities;
using Pulumirpc;

namespace Infra.Tests.Sdks.Pulumi.Protocol;

/// <summary>What the engine is told to wait for.</summary>
[Parallelizable(ParallelScope.All)]
internal sealed class DependencyTests
{
    private const string ChildType = "test:index:Group$" + Thing.Token;

    [Test]
    public async Task Depending_on_a_component_means_the_custom_resources_in_it_and_not_itself()
    {
        var sent = await RegisterAsync(() =>
        {
            var outer = new Group("outer");
            outer.AddThing("one");
            var inner = new Group("inner", new ComponentResourceOptions { Parent = outer });
            inner.AddThing("two");
            return new CustomResourceOptions { DependsOn = { outer } };
        });

        Assert.That(sent.Dependencies, Is.EqualTo(new[]
        {
            RecordingEngine.UrnOf("test:index:Group$test:index:Group$" + Thing.Token, "two"),
            RecordingEngine.UrnOf(ChildType, "one"),
        }));
    }

    [Test]
    public async Task The_children_of_a_custom_resource_are_not_depended_on()
    {
        var sent = await RegisterAsync(() =>
        {
            var custom = new Thing("custom");
            _ = new Thing("child", options: new CustomResourceOptions { Parent = custom });
            return new CustomResourceOptions { DependsOn = { custom } };
        });

        Assert.That(sent.Dependencies, Is.EqualTo(new[] { RecordingEngine.UrnOf(Thing.Token, "custom") }));
    }

    [Test]
    public async Task Depending_on_a_remote_component_means_itself()
    {
        var sent = await RegisterAsync(() => new CustomResourceOptions { DependsOn = { new RemoteGroup("remote") } });

        Assert.That(sent.Dependencies, Is.EqualTo(new[] { RecordingEngine.UrnOf("test:index:RemoteGroup", "remote") }));
    }

    [Test]
    public async Task A_property_that_comes_from_a_component_depends_on_the_resources_in_it()
    {
        await using var engine = await RecordingEngine.StartAsync();

        await engine.RunAsync(() =>
        {
            var group = new Group("group");
            group.AddThing("one");
            _ = new Thing("sent", new ThingArgs { Text = group.Urn });
        });

        Assert.That(engine.Registered("sent").PropertyDependencies["text"].Urns, Is.EqualTo(new[] { RecordingEngine.UrnOf(ChildType, "one") }));
    }

    [Test]
    public async Task Children_that_depend_on_the_component_around_them_wait_for_those_before_them_only()
    {
        await using var engine = await RecordingEngine.StartAsync();

        var result = await engine.RunAsync(() =>
        {
            var group = new Group("group");
            foreach (var name in new[] { "one", "two", "three" })
            {
                group.AddThing(name, options: new CustomResourceOptions { DependsOn = { group } });
            }
        });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.Zero);
            Assert.That(engine.Registered("one").Dependencies, Is.Empty);
            Assert.That(engine.Registered("three").Dependencies, Is.EquivalentTo(new[]
            {
                RecordingEngine.UrnOf(ChildType, "one"), RecordingEngine.UrnOf(ChildType, "two"),
            }));
        }
    }

    [Test]
    public async Task A_component_that_gets_a_child_later_is_expanded_anew()
    {
        await using var engine = await RecordingEngine.StartAsync();

        await engine.RunAsync(async () =>
        {
            var group = new Group("group");
            group.AddThing("one");
            await OutputUtilities.GetValueAsync(new Thing("before", options: new CustomResourceOptions { DependsOn = { group } }).Urn);
            new Group("nested", new ComponentResourceOptions { Parent = group }).AddThing("two");
            await OutputUtilities.GetValueAsync(new Thing("after", options: new CustomResourceOptions { DependsOn = { group } }).Urn);
        });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(engine.Registered("before").Dependencies, Has.Count.EqualTo(1));
            Assert.That(engine.Registered("after").Dependencies, Has.Count.EqualTo(2));
        }
    }

    [Test]
    public async Task A_list_of_dependencies_that_is_unknown_counts_as_empty()
    {
        var sent = await RegisterAsync(() => new CustomResourceOptions
        {
            DependsOn = OutputUtilities.CreateUnknown(System.Collections.Immutable.ImmutableArray<Resource>.Empty),
        });

        Assert.That(sent.Dependencies, Is.Empty);
    }

    [Test]
    public async Task Dependencies_join_what_is_asked_for_and_what_the_properties_need_each_once_in_order()
    {
        await using var engine = await RecordingEngine.StartAsync();

        await engine.RunAsync(() =>
        {
            var (a, b, c) = (new Thing("a"), new Thing("b"), new Thing("c"));
            _ = new Thing(
                "sent",
                new ThingArgs { Text = c.Text!, Items = { a.Text, c.Text } },
                new CustomResourceOptions { DependsOn = { b, a } });
        });

        Assert.That(
            engine.Registered("sent").Dependencies,
            Is.EqualTo(new[] { "a", "b", "c" }.Select(name => RecordingEngine.UrnOf(Thing.Token, name))));
    }

    [Test]
    public async Task Outputs_of_a_remote_component_depend_on_what_the_engine_says_too()
    {
        await using var engine = await RecordingEngine.StartAsync();
        engine.OnRegister = (request, answer) =>
        {
            if (request.Remote)
            {
                answer.Object = new Struct { Fields = { ["text"] = Value.ForString("t") } };
                answer.PropertyDependencies["text"] = new RegisterResourceResponse.Types.PropertyDependencies { Urns = { "urn:pulumi:dev::proj::a:b:C::inside" } };
            }

            return Task.FromResult(answer);
        };

        await engine.RunAsync(() => new Thing("sent", new ThingArgs { Text = new RemoteGroup("remote").Text! }));

        Assert.That(engine.Registered("sent").Dependencies, Is.EqualTo(new[]
        {
            "urn:pulumi:dev::proj::a:b:C::inside", RecordingEngine.UrnOf("test:index:RemoteGroup", "remote"),
        }));
    }

    [Test]
    public async Task Two_thousand_resources_in_a_chain_of_tens_are_registered_in_seconds()
    {
        await using var engine = await RecordingEngine.StartAsync();

        await engine.RunAsync(() =>
        {
            Thing? before = null;
            for (var i = 0; i < 2000; i++)
            {
                before = new Thing($"n{i}", new ThingArgs { Text = before is null || i % 10 == 0 ? "start" : before.Text! });
            }
        });

        Assert.That(engine.Requests<RegisterResourceRequest>(), Has.Count.EqualTo(2001));
    }

    private static async Task<RegisterResourceRequest> RegisterAsync(Func<CustomResourceOptions> options)
    {
        await using var engine = await RecordingEngine.StartAsync();
        var result = await engine.RunAsync(() => new Thing("sent", options: options()));
        Assert.That(result.ExitCode, Is.Zero, string.Join("\n", engine.Errors));
        return engine.Registered("sent");
    }
}
