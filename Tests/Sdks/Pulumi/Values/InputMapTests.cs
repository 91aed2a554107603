using System.Collections;
using System.Collections.Immutable;
using NUnit.Framework;
using Pulumi;
using Pulumi.Serialization;

namespace Infra.Tests.Sdks.Pulumi.Values;

[Parallelizable(ParallelScope.All)]
internal sealed class InputMapTests
{
    [Test]
    public async Task Unknown_value_makes_the_flattened_map_unknown_and_leaves_the_others_apart()
    {
        var map = new InputMap<string> { { "a", "1" }, { "b", Outputs.Unknown<string>() } };

        var elements = (ImmutableDictionary<string, Input<string>>)((IInput)map).Value!;

        Assert.That((await map.DataAsync()).IsKnown, Is.False);
        Assert.That(await elements["a"].ToOutput().ValueAsync(), Is.EqualTo("1"));
    }

    [Test]
    public async Task Same_key_with_an_equal_value_merges_what_is_known_about_both()
    {
        var first = Outputs.Resource("a");
        var second = Outputs.Resource("b");
        var map = new InputMap<string> { { "k", Outputs.Of("v", true, false, first) } };

        map.Add("k", Outputs.Later("v", true, true, second));

        var data = await map.DataAsync();
        Assert.That(data.Value["k"], Is.EqualTo("v"));
        Assert.That(data.IsSecret, Is.True);
        Assert.That(data.Resources, Is.EquivalentTo(new[] { first, second }));
    }

    [Test]
    public void Same_key_with_another_value_faults_the_map_and_not_the_call()
    {
        var map = new InputMap<string> { { "k", "v" } };

        map.Add("k", "w");

        Assert.That(
            async () => await map.DataAsync(),
            Throws.ArgumentException.With.Message.EqualTo("Key 'k' already exists in the map with a different value."));
    }

    [Test]
    public async Task Same_key_that_is_unknown_is_no_conflict_yet()
    {
        var map = new InputMap<string> { { "k", "v" } };

        map.Add("k", Outputs.Unknown<string>());

        Assert.That((await map.DataAsync()).IsKnown, Is.False);
    }

    [Test]
    public async Task Indexer_replaces([Values] bool wholeIsOutput)
    {
        var plain = new Dictionary<string, string> { ["k"] = "v" };
        InputMap<string> map = wholeIsOutput ? Outputs.Later(plain) : plain;
        await map.DataAsync();

        map["k"] = "w";
        map["l"] = Output.Create("x");

        Assert.That(await map.ToOutput().ValueAsync(), Is.EquivalentTo(new Dictionary<string, string> { ["k"] = "w", ["l"] = "x" }));
    }

    [Test]
    public async Task AddRange_adds_new_keys_and_faults_on_taken_ones()
    {
        var map = new InputMap<string> { { "a", "1" } };
        map.AddRange(new InputMap<string> { { "b", "2" } });
        map.Add(new InputMap<string> { { "c", "3" } });
        Assert.That(
            await map.ToOutput().ValueAsync(),
            Is.EquivalentTo(new Dictionary<string, string> { ["a"] = "1", ["b"] = "2", ["c"] = "3" }));

        map.AddRange(new InputMap<string> { { "a", "other" } });

        Assert.That(async () => await map.DataAsync(), Throws.ArgumentException);
    }

    [Test]
    public async Task Merge_takes_the_second_value_and_changes_neither()
    {
        var first = new InputMap<string> { { "a", "1" }, { "k", "first" } };
        var second = new InputMap<string> { { "b", "2" }, { "k", "second" } };

        var both = InputMap<string>.Merge(first, second);

        Assert.That(
            await both.ToOutput().ValueAsync(),
            Is.EquivalentTo(new Dictionary<string, string> { ["a"] = "1", ["b"] = "2", ["k"] = "second" }));
        Assert.That((await first.ToOutput().ValueAsync())["k"], Is.EqualTo("first"));
        Assert.That(await second.ToOutput().ValueAsync(), Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Null_flows_through_and_takes_keys_later()
    {
        InputMap<string> plain = (Dictionary<string, string>)null!;
        InputMap<string> output = Output.Create((ImmutableDictionary<string, string>)null!);

        Assert.That(await plain.ToOutput().ValueAsync(), Is.Null);
        Assert.That(await output.ToOutput().ValueAsync(), Is.Null);

        plain.Add("a", "1");
        output.Add("a", "1");

        Assert.That(await plain.ToOutput().ValueAsync(), Has.Count.EqualTo(1));
        Assert.That(await output.ToOutput().ValueAsync(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Enumerates_asynchronously_only()
    {
        var map = new InputMap<int> { { "a", 1 }, { "b", Output.Create(2) } };
        var seen = new Dictionary<string, int>();

        await foreach (var element in map)
        {
            var (key, value) = await element.ToOutput().ValueAsync();
            seen.Add(key, value);
        }

        Assert.That(seen, Is.EquivalentTo(new Dictionary<string, int> { ["a"] = 1, ["b"] = 2 }));
        Assert.That(
            () => ((IEnumerable)map).GetEnumerator(),
            Throws.TypeOf<NotSupportedException>().With.Message.Contains("cannot be synchronously enumerated"));
    }

    [Test]
    public async Task Union_values_are_added_by_either_case()
    {
        var map = new InputMap<Union<string, int>> { { "a", (Input<string>)"x" }, { "b", (Input<int>)1 } };

        var values = await map.ToOutput().ValueAsync();

        Assert.That(values["a"].AsT0, Is.EqualTo("x"));
        Assert.That(values["b"].AsT1, Is.EqualTo(1));
    }
}
