using System.Collections.Immutable;
using Infra.Tests.Sdks.Pulumi.Support;
using Infra.Tests.Sdks.Pulumi.Values;
using NUnit.Framework;
using Pulumi;
using Pulumi.Testing;
using Pulumi.Utilities;

namespace Infra.Tests.Sdks.Pulumi.Mocks;

/// <summary>What mocks are given, and what becomes of their answers.</summary>
[Parallelizable(ParallelScope.All)]
internal sealed class MockTests
{
    private static readonly TestOptions Update = new() { IsPreview = false };

    [Test]
    public async Task The_id_of_a_resource_that_is_created_is_empty_and_not_null_so_that_it_stays_unknown()
    {
        var mocks = new Recorder { OnNew = args => (args.Id ??= "never", args.Inputs) };
        Thing? thing = null;

        await Deployment.TestAsync(mocks, Update, () => { thing = new Thing("a"); });

        Assert.That(mocks.Resources.Single().Id, Is.Empty);
        Assert.That((await thing!.Id.DataAsync()).IsKnown, Is.False);
    }

    [Test]
    public async Task The_id_that_is_imported_or_read_reaches_the_mocks_and_stays_when_they_give_none()
    {
        var mocks = new Recorder();
        (Thing Imported, Thing Read)? things = null;

        await Deployment.TestAsync(mocks, Update, () =>
        {
            things = (new Thing("imported", null, new CustomResourceOptions { ImportId = "i-1" }), Thing.Get("read", "i-2"));
        });

        Assert.That(mocks.Resources.Select(args => args.Id), Is.EquivalentTo(new[] { "i-1", "i-2" }));
        Assert.That((await things!.Value.Imported.Id.ValueAsync(), await things.Value.Read.Id.ValueAsync()), Is.EqualTo(("i-1", "i-2")));
    }

    [Test]
    public async Task Of_the_types_around_a_resource_its_urn_keeps_the_first_and_the_stack_counts_as_one()
    {
        var urns = new List<Output<string>>();

        await Deployment.TestAsync(new Recorder(), Update, () =>
        {
            var outer = new Group("outer");
            var inner = new Group("inner", new ComponentResourceOptions { Parent = outer });
            urns.AddRange([outer.Urn, inner.Urn, inner.AddThing("deep").Urn]);
        });

        Assert.That(await Task.WhenAll(urns.Select(urn => urn.ValueAsync())), Is.EqualTo(new[]
        {
            "urn:pulumi:stack::project::pulumi:pulumi:Stack$test:index:Group::outer",
            "urn:pulumi:stack::project::pulumi:pulumi:Stack$test:index:Group::inner",
            "urn:pulumi:stack::project::pulumi:pulumi:Stack$test:index:Thing::deep",
        }));
    }

    [Test]
    public async Task Inputs_that_are_unknown_anywhere_or_null_are_left_out_and_secrets_are_unwrapped()
    {
        var mocks = new Recorder();

        await Deployment.TestAsync(mocks, Update, () => new Thing("a", new ThingArgs
        {
            Text = Output.CreateSecret("s"),
            Count = 2,
            Items = { "a", OutputUtilities.CreateUnknown<string?>("") },
            Tags = { { "k", "v" } },
        }));

        var inputs = mocks.Resources.Single().Inputs;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(inputs.Keys, Is.EquivalentTo(new[] { "text", "count", "tags" }));
            Assert.That((inputs["text"], inputs["count"]), Is.EqualTo(((object)"s", (object)2.0)));
            Assert.That(inputs["tags"], Is.EqualTo(ImmutableDictionary<string, object>.Empty.Add("k", "v")));
        }
    }

    private static IEnumerable<TestCaseData> States()
    {
        var builder = ImmutableDictionary.CreateBuilder<string, object>();
        builder["text"] = "t";
        yield return new TestCaseData(builder).SetArgDisplayNames("builder");
        yield return new TestCaseData(builder.ToImmutable()).SetArgDisplayNames("immutable dictionary");
        yield return new TestCaseData(new Dictionary<string, object> { ["text"] = Output.Create("t") }).SetArgDisplayNames("dictionary of outputs");
        yield return new TestCaseData(new SortedList<string, object> { ["text"] = "t" }).SetArgDisplayNames("sorted list");
        yield return new TestCaseData(new ThingArgs { Text = "t" }).SetArgDisplayNames("args class");
    }

    [TestCaseSource(nameof(States))]
    public async Task State_may_be_any_dictionary_of_objects_or_an_args_class(object state)
    {
        Thing? thing = null;

        await Deployment.TestAsync(new Recorder { OnNew = _ => ("i", state) }, Update, () => { thing = new Thing("a"); });

        Assert.That((await thing!.Id.ValueAsync(), await thing.Text.ValueAsync()), Is.EqualTo(("i", "t")));
    }

    [Test]
    public void Any_other_state_is_refused_by_its_type()
        => Assert.That(
            () => Deployment.TestAsync(new Recorder { OnNew = _ => ("i", 12) }, Update, () => new Thing("a")),
            Throws.TypeOf<RunException>().With.Message.Contains("A mock answered with System.Int32."));

    [TestCase(null, false)]
    [TestCase(true, false)]
    [TestCase(false, true)]
    public async Task An_apply_on_an_output_that_the_mocks_left_out_runs_only_outside_previews_which_are_the_default(bool? preview, bool runs)
    {
        var ran = false;

        await Deployment.TestAsync(new Recorder { OnNew = _ => ("i", new Dictionary<string, object>()) }, new TestOptions { IsPreview = preview }, () =>
        {
            new Thing("a").Computed.Apply(value => ran = true);
        });

        Assert.That(ran, Is.EqualTo(runs));
    }

    [Test]
    public async Task A_state_of_a_wrong_type_gives_null()
    {
        Thing? thing = null;

        await Deployment.TestAsync(
            new Recorder { OnNew = _ => ("i", new Dictionary<string, object> { ["text"] = 1 }) }, Update, () => { thing = new Thing("a"); });

        Assert.That(await thing!.Text.ValueAsync(), Is.Null);
    }

    [Test]
    public async Task Components_reach_the_mocks_and_only_a_remote_one_takes_its_state()
    {
        var mocks = new Recorder { OnNew = _ => ("i", new Dictionary<string, object> { ["text"] = "t" }) };
        RemoteGroup? remote = null;

        await Deployment.TestAsync(mocks, Update, () =>
        {
            _ = new Group("local");
            remote = new RemoteGroup("remote");
        });

        Assert.That(mocks.Resources.Select(args => args.Name), Is.EquivalentTo(new[] { "local", "remote" }));
        Assert.That(await remote!.Text.ValueAsync(), Is.EqualTo("t"));
    }

    [Test]
    public async Task A_provider_is_given_by_its_reference()
    {
        var mocks = new Recorder { OnNew = args => (args.Name + "_id", args.Inputs) };

        await Deployment.TestAsync(mocks, Update, () => new Thing("a", null, new CustomResourceOptions { Provider = new TestProvider("p") }));

        Assert.That(mocks.Resources.Single(args => args.Name == "a").Provider, Is.EqualTo(
            "urn:pulumi:stack::project::pulumi:pulumi:Stack$pulumi:providers:test::p::p_id"));
    }

    [Test]
    public async Task A_reference_to_a_resource_arrives_as_a_resource()
    {
        var mocks = new Recorder();

        await Deployment.TestAsync(mocks, Update, () => new Thing("a", new ThingArgs { Other = new Thing("other") }));

        var other = (Resource)mocks.Resources.Single(args => args.Name == "a").Inputs["other"];
        Assert.That((await other.Urn.ValueAsync()).EndsWith("::other", StringComparison.Ordinal), Is.True);
    }

    [Test]
    public async Task Functions_and_methods_are_answered_by_the_mocks()
    {
        var mocks = new Recorder { OnCall = args => new Dictionary<string, object> { ["key"] = args.Token + args.Args["key"] } };
        Output<LookupResult>? invoked = null;
        Output<LookupResult>? called = null;

        await Deployment.TestAsync(mocks, Update, () =>
        {
            invoked = Deployment.Instance.Invoke<LookupResult>("a:b:f", new LookupArgs { Key = "1" });
            called = Deployment.Instance.Call<LookupResult>("a:b:C/m", new MethodArgs { Key = "2" }, new Thing("self"));
        });

        Assert.That(((await invoked!.ValueAsync()).Key, (await called!.ValueAsync()).Key), Is.EqualTo(("a:b:f1", "a:b:C/m2")));
    }

    [Test]
    public async Task A_function_with_an_unknown_argument_does_not_reach_the_mocks()
    {
        var mocks = new Recorder { OnCall = _ => throw new InvalidOperationException("called") };
        Output<LookupResult>? invoked = null;

        await Deployment.TestAsync(mocks, new TestOptions(), () =>
        {
            invoked = Deployment.Instance.Invoke<LookupResult>("a:b:f", new LookupArgs { Key = OutputUtilities.CreateUnknown("") });
        });

        Assert.That((await invoked!.DataAsync()).IsKnown, Is.False);
    }

    [Test]
    public async Task Outputs_of_components_and_of_the_stack_reach_the_mocks()
    {
        var mocks = new Recorder();

        await Deployment.TestAsync(mocks, Update, () => new Group("group").End(new Dictionary<string, object?> { ["a"] = Output.CreateSecret("s") }));

        var outputs = mocks.Outputs.Single(request => request.Urn.EndsWith("::group", StringComparison.Ordinal)).Outputs["a"];
        var data = await outputs.DataAsync();
        Assert.That((data.Value, data.IsSecret, mocks.Outputs.Count), Is.EqualTo(((object)"s", true, 2)));
    }
}
