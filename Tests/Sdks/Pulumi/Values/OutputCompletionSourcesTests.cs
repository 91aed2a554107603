using System.Collections.Immutable;
using NUnit.Framework;
using Pulumi;
using Pulumi.Serialization;

namespace Infra.Tests.Sdks.Pulumi.Values;

[Parallelizable(ParallelScope.All)]
internal sealed class OutputCompletionSourcesTests
{
    [Test]
    public async Task Every_output_property_of_a_custom_resource_gets_a_source_by_its_name()
    {
        var resource = new Thing("urn:pulumi:s::p::a:b:C::n");

        var sources = OutputCompletionSources.Initialize(resource, allProperties: true);

        Assert.That(sources.Keys, Is.EquivalentTo(new[] { "urn", "id", "text", "Unnamed", "list" }));
        Assert.That(sources["list"].TargetType, Is.EqualTo(typeof(ImmutableArray<int>)));
        Assert.That(resource.Text, Is.SameAs(sources["text"].Output));
        sources["text"].SetStringValue("v", isKnown: true);
        var data = await resource.Text.DataAsync();
        Assert.That((data.Value, data.IsKnown, data.IsSecret), Is.EqualTo(("v", true, false)));
        Assert.That(data.Resources, Is.EquivalentTo(new Resource[] { resource }));
    }

    [Test]
    public void Component_of_the_program_keeps_its_own_outputs()
    {
        var resource = new Thing("urn:pulumi:s::p::a:b:C::n");

        var sources = OutputCompletionSources.Initialize(resource, allProperties: false);

        Assert.That(sources.Keys, Is.EqualTo(new[] { "urn" }));
        Assert.That(resource.Text, Is.Null);
    }

    [Test]
    public async Task Value_joins_its_own_resources_and_facts()
    {
        var resource = new Thing("urn:pulumi:s::p::a:b:C::n");
        var other = Outputs.Resource("other");
        var sources = OutputCompletionSources.Initialize(resource, true);

        sources["list"].SetValue(new OutputData<object?>([other], ImmutableArray.Create(1), true, true));
        sources["text"].SetValue(new OutputData<object?>([], null, true, false));

        var list = await resource.List.DataAsync();
        Assert.That(list.Value, Is.EqualTo(new[] { 1 }));
        Assert.That(list.IsSecret, Is.True);
        Assert.That(list.Resources, Is.EquivalentTo(new[] { resource, other }));
        Assert.That((await resource.Text.DataAsync()).Value, Is.Null);
    }

    [Test]
    public async Task Default_result_is_set_once_and_known_when_told_so([Values] bool unknown)
    {
        var resource = new Thing("urn:pulumi:s::p::a:b:C::n");
        var sources = OutputCompletionSources.Initialize(resource, true);

        sources["list"].TrySetDefaultResult(unknown);
        sources["list"].TrySetDefaultResult(!unknown);
        sources["list"].TrySetException(new InvalidOperationException("late"));

        var data = await resource.List.DataAsync();
        Assert.That(data.IsKnown, Is.EqualTo(!unknown));
        Assert.That(data.Value.IsDefault, Is.True);
    }

    [Test]
    public void Fault_reaches_those_who_wait()
    {
        var resource = new Thing("urn:pulumi:s::p::a:b:C::n");
        var sources = OutputCompletionSources.Initialize(resource, true);

        sources["text"].TrySetException(new InvalidOperationException("boom"));

        Assert.That(
            async () => await resource.Text.Apply(text => text).DataTask,
            Throws.InvalidOperationException.With.Message.EqualTo("boom"));
    }

    [Test]
    public void Properties_that_cannot_be_filled_are_refused()
    {
        Assert.That(
            () => OutputCompletionSources.Initialize(new NotAnOutput(), true),
            Throws.InstanceOf<RunException>().With.Message.Contains("wrong"));
        Assert.That(
            () => OutputCompletionSources.Initialize(new NoSetter(), true),
            Throws.InvalidOperationException.With.Message.Contains($"{nameof(NoSetter.Text)} has no setter"));
        Assert.That(
            () => OutputCompletionSources.Initialize(new WrongType(), true),
            Throws.InvalidOperationException.With.Message.Contains(typeof(DateTime).FullName));
    }

    private abstract class Standin(string urn) : CustomResource(urn, _ => Outputs.Unknown<string>());

    private sealed class Thing(string urn) : Standin(urn)
    {
        [Output("text")]
        public Output<string> Text { get; private set; } = null!;

        [Output]
        public Output<int?> Unnamed { get; private set; } = null!;

        [Output("list")]
        public Output<ImmutableArray<int>> List { get; private set; } = null!;

        public Output<string> NotMarked { get; } = null!;
    }

    private sealed class NotAnOutput() : Standin("urn:pulumi:s::p::a:b:C::n")
    {
        [Output("wrong")]
        public string Wrong { get; private set; } = "";
    }

    private sealed class NoSetter() : Standin("urn:pulumi:s::p::a:b:C::n")
    {
        [Output("text")]
        public Output<string> Text { get; } = null!;
    }

    private sealed class WrongType() : Standin("urn:pulumi:s::p::a:b:C::n")
    {
        [Output("when")]
        public Output<DateTime> When { get; private set; } = null!;
    }
}
