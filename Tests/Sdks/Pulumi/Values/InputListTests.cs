using System.Collections;
using System.Collections.Immutable;
using NUnit.Framework;
using Pulumi;
using Pulumi.Serialization;

namespace Infra.Tests.Sdks.Pulumi.Values;

[Parallelizable(ParallelScope.All)]
internal sealed class InputListTests
{
    [Test]
    public async Task Unknown_element_makes_the_flattened_list_unknown_and_leaves_the_others_apart()
    {
        InputList<string> list = ["a", Outputs.Unknown<string>()];

        var flattened = await list.DataAsync();
        var elements = (ImmutableArray<Input<string>>)((IInput)list).Value!;

        Assert.That(flattened.IsKnown, Is.False);
        Assert.That(await elements[0].ToOutput().ValueAsync(), Is.EqualTo("a"));
        Assert.That((await elements[1].DataAsync()).IsKnown, Is.False);
    }

    [Test]
    public async Task Flattened_list_sums_up_secrecy_and_resources()
    {
        var resource = Outputs.Resource("a");
        InputList<string> list = ["a", Outputs.Of("b", true, true, resource)];

        var data = await list.DataAsync();

        Assert.That(data.IsSecret, Is.True);
        Assert.That(data.Resources, Is.EquivalentTo(new[] { resource }));
    }

    [Test]
    public async Task Add_and_AddRange_change_this_list_even_after_it_was_read([Values] bool wholeIsOutput)
    {
        InputList<string> list = wholeIsOutput ? Outputs.Later(new[] { "a" }) : new[] { "a" };
        await list.DataAsync();
        InputList<string> more = new[] { "d", "e" };

        list.Add("b", Output.Create("c"));
        list.AddRange(more);
        list.Add(more);

        Assert.That(await list.ToOutput().ValueAsync(), Is.EqualTo(new[] { "a", "b", "c", "d", "e", "d", "e" }));
        Assert.That(await more.ToOutput().ValueAsync(), Is.EqualTo(new[] { "d", "e" }));
    }

    [Test]
    public async Task Concat_makes_a_new_list()
    {
        InputList<int> first = new[] { 1 };
        InputList<int> second = Output.Create(new[] { 2 });

        var both = first.Concat(second);

        Assert.That(await both.ToOutput().ValueAsync(), Is.EqualTo(new[] { 1, 2 }));
        Assert.That(await first.ToOutput().ValueAsync(), Is.EqualTo(new[] { 1 }));
        Assert.That(await second.ToOutput().ValueAsync(), Is.EqualTo(new[] { 2 }));
    }

    [Test]
    public async Task Default_array_and_null_collections_stay_the_default_array()
    {
        InputList<string> fromArray = default(ImmutableArray<string>);
        InputList<string> fromOutputs = default(ImmutableArray<Output<string>>);
        InputList<string> fromInputs = default(ImmutableArray<Input<string>>);
        InputList<string> fromOutput = Output.Create(default(ImmutableArray<string>));
        InputList<string> fromNullList = ((List<string>)null!);
        InputList<string> fromNullOutput = Output.Create((string[])null!);

        foreach (var list in new[] { fromArray, fromOutputs, fromInputs, fromOutput, fromNullList, fromNullOutput })
        {
            Assert.That((await list.ToOutput().ValueAsync()).IsDefault, Is.True);
        }
    }

    [Test]
    public async Task Elements_join_the_default_array()
    {
        InputList<string> list = default(ImmutableArray<string>);

        list.Add("a");

        Assert.That(await list.ToOutput().ValueAsync(), Is.EqualTo(new[] { "a" }));
    }

    [Test]
    public async Task Enumerates_asynchronously_only()
    {
        InputList<string> list = ["a", Output.Create("b")];
        var seen = new List<string>();

        await foreach (var element in list)
        {
            seen.Add(await element.ToOutput().ValueAsync());
        }

        Assert.That(seen, Is.EqualTo(new[] { "a", "b" }));
        var fault = Assert.Throws<NotSupportedException>(() => ((IEnumerable)list).GetEnumerator());
        Assert.That(fault.Message, Is.EqualTo(
            $"A {typeof(InputList<string>).FullName} cannot be synchronously enumerated. Use GetAsyncEnumerator instead."));
    }

    [Test]
    public async Task Unknown_list_enumerates_nothing()
    {
        InputList<string> list = Outputs.Unknown<string[]>();

        await foreach (var _ in list)
        {
            Assert.Fail("An unknown list gave an element.");
        }
    }

    [Test]
    public async Task Union_elements_are_added_by_either_case()
    {
        var list = new InputList<Union<string, int>> { (Input<string>)"a", (Input<int>)Output.Create(1) };

        var values = await list.ToOutput().ValueAsync();

        Assert.That(values, Is.EqualTo(new[] { Union<string, int>.FromT0("a"), Union<string, int>.FromT1(1) }));
    }
}
