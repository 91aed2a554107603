using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using NUnit.Framework;
using Pulumi;
using Pulumi.Serialization;

namespace Infra.Tests.Sdks.Pulumi.Values;

[Parallelizable(ParallelScope.All)]
internal sealed class RoundTripTests
{
    private static readonly Gen<string> Text = Gen.Elements("", "a", "b", "key", "with space", "ü€", "\"quoted\"", "04da6b54");

    [Test]
    public void Any_tree_comes_back_as_it_was_sent()
        => Prop.ForAll(Tree(4).ToArbitrary(), tree =>
        {
            var read = Deserializer.Deserialize(Serializer.CreateValue(Send(tree))).Value;
            return Same(tree, read);
        }).QuickCheckThrowOnFailure();

    [Test]
    public void A_secret_or_unknown_leaf_anywhere_speaks_for_the_whole()
        => Prop.ForAll(Tree(4).ToArbitrary(), Gen.Choose(0, 3).ToArbitrary(), (tree, state) =>
        {
            var (known, secret) = (state % 2 == 0, state >= 2);
            var leaf = Outputs.Of("leaf", known, secret);
            var sent = Send(new List<object?> { tree, new Dictionary<string, object?> { ["deep"] = leaf } });
            var data = Deserializer.Deserialize(Serializer.CreateValue(sent));
            return data.IsKnown == known && data.IsSecret == (secret && known) && (data.Value is not null) == known;
        }).QuickCheckThrowOnFailure();

    [Test]
    public void Lists_and_maps_of_inputs_come_back_as_they_were_sent()
        => Prop.ForAll(Text.ListOf().ToArbitrary(), texts =>
        {
            var list = new InputList<string>();
            var map = new InputMap<string>();
            foreach (var text in texts)
            {
                list.Add(text);
                map[text] = Output.Create(text);
            }

            var readList = Receive<ImmutableArray<string>>(Send(list));
            var readMap = Receive<ImmutableDictionary<string, string>>(Send(map));
            return readList.SequenceEqual(texts)
                && readMap.Count == texts.Distinct().Count()
                && readMap.All(pair => pair.Key == pair.Value);
        }).QuickCheckThrowOnFailure();

    private static object? Send(object? value) => new Serializer(false).SerializeAsync("ctx", value, true).GetAwaiter().GetResult();

    private static T Receive<T>(object? sent) => Converter.ConvertValue<T>(Assert.Fail, "ctx", Serializer.CreateValue(sent)).Value;

    private static Gen<object?> Tree(int depth)
    {
        var leaf = Gen.OneOf(
            Gen.Constant((object?)null),
            Gen.Elements(true, false).Select(value => (object?)value),
            Gen.Choose(-1000, 1000).Select(value => (object?)(value / 8.0)),
            Text.Select(value => (object?)value));
        if (depth == 0)
        {
            return leaf;
        }

        var inner = Tree(depth - 1);
        var list = inner.ListOf(3).Select(items => (object?)items.ToImmutableArray());
        var map = Text.ListOf(3).SelectMany(keys => inner.ListOf(3).Select(items =>
            (object?)keys.Zip(items).DistinctBy(pair => pair.First).ToImmutableDictionary(pair => pair.First, pair => pair.Second)));
        return Gen.Frequency((3, leaf), (1, list), (1, map));
    }

    private static bool Same(object? sent, object? read) => (sent, read) switch
    {
        (ImmutableArray<object?> a, ImmutableArray<object?> b)
            => a.Length == b.Length && a.Zip(b).All(pair => Same(pair.First, pair.Second)),

        // A member that is null is not sent.
        (ImmutableDictionary<string, object?> a, ImmutableDictionary<string, object?> b)
            => a.Count(pair => pair.Value is not null) == b.Count
                && b.All(pair => a.TryGetValue(pair.Key, out var value) && Same(value, pair.Value)),
        _ => Equals(sent, read),
    };
}
