using System.Collections.Immutable;
using NUnit.Framework;
using Pulumi;

namespace Infra.Tests.Sdks.Pulumi.Values;

[Parallelizable(ParallelScope.All)]
internal sealed class OutputCombinationTests
{
    [Test]
    public async Task All_is_known_when_all_are_and_secret_when_any_is(
        [Values] bool known1,
        [Values] bool known2,
        [Values] bool secret1,
        [Values] bool secret2)
    {
        var first = Outputs.Resource("a");
        var second = Outputs.Resource("b");

        var data = await Output.All(Outputs.Of(1, known1, secret1, first), Outputs.Later(2, known2, secret2, second)).DataAsync();

        Assert.That(data.IsKnown, Is.EqualTo(known1 && known2));
        Assert.That(data.IsSecret, Is.EqualTo(secret1 || secret2));
        Assert.That(data.Resources, Is.EquivalentTo(new[] { first, second }));
        Assert.That(data.Value, Has.Length.EqualTo(2));
    }

    [Test]
    public async Task All_takes_inputs_and_outputs_as_arguments_and_as_sequences()
    {
        Input<int> one = 1;
        Input<int> two = Output.Create(2);
        IEnumerable<Input<int>> inputs = [one, two];
        IEnumerable<Output<int>> outputs = [Output.Create(1), Output.Create(2)];

        Assert.That(await Output.All(one, two).ValueAsync(), Is.EqualTo(new[] { 1, 2 }));
        Assert.That(await Output.All(inputs).ValueAsync(), Is.EqualTo(new[] { 1, 2 }));
        Assert.That(await Output.All(Output.Create(1), Output.Create(2)).ValueAsync(), Is.EqualTo(new[] { 1, 2 }));
        Assert.That(await Output.All(outputs).ValueAsync(), Is.EqualTo(new[] { 1, 2 }));
        Assert.That(await Output.All(Array.Empty<Input<int>>()).ValueAsync(), Is.Empty);
        Assert.That(await Output.All(one, null!).ValueAsync(), Is.EqualTo(new[] { 1, 0 }));
    }

    [Test]
    public void All_faults_with_a_faulted_item()
        => Assert.That(
            async () => await Output.All(Output.Create(1), Outputs.Faulted<int>("boom")).DataTask,
            Throws.Exception.With.Message.EqualTo("boom"));

    [Test]
    public async Task Tuple_of_any_arity_keeps_order_and_combines([Range(2, 8)] int arity, [Values] bool inputs)
    {
        var resources = Enumerable.Range(1, arity).Select(i => Outputs.Resource($"r{i}")).ToArray();
        var outputs = Enumerable.Range(1, arity).Select(i => Outputs.Later(i, true, i == arity, resources[i - 1])).ToArray();
        Output<int> O(int i) => outputs[i - 1];
        Input<int> I(int i) => outputs[i - 1];

        var combined = (arity, inputs) switch
        {
            (2, false) => Output.Tuple(O(1), O(2)).Apply(t => Items(t)),
            (3, false) => Output.Tuple(O(1), O(2), O(3)).Apply(t => Items(t)),
            (4, false) => Output.Tuple(O(1), O(2), O(3), O(4)).Apply(t => Items(t)),
            (5, false) => Output.Tuple(O(1), O(2), O(3), O(4), O(5)).Apply(t => Items(t)),
            (6, false) => Output.Tuple(O(1), O(2), O(3), O(4), O(5), O(6)).Apply(t => Items(t)),
            (7, false) => Output.Tuple(O(1), O(2), O(3), O(4), O(5), O(6), O(7)).Apply(t => Items(t)),
            (8, false) => Output.Tuple(O(1), O(2), O(3), O(4), O(5), O(6), O(7), O(8)).Apply(t => Items(t)),
            (2, true) => Output.Tuple(I(1), I(2)).Apply(t => Items(t)),
            (3, true) => Output.Tuple(I(1), I(2), I(3)).Apply(t => Items(t)),
            (4, true) => Output.Tuple(I(1), I(2), I(3), I(4)).Apply(t => Items(t)),
            (5, true) => Output.Tuple(I(1), I(2), I(3), I(4), I(5)).Apply(t => Items(t)),
            (6, true) => Output.Tuple(I(1), I(2), I(3), I(4), I(5), I(6)).Apply(t => Items(t)),
            (7, true) => Output.Tuple(I(1), I(2), I(3), I(4), I(5), I(6), I(7)).Apply(t => Items(t)),
            _ => Output.Tuple(I(1), I(2), I(3), I(4), I(5), I(6), I(7), I(8)).Apply(t => Items(t)),
        };

        var data = await combined.DataAsync();
        Assert.That(data.Value, Is.EqualTo(Enumerable.Range(1, arity)));
        Assert.That(data.IsSecret, Is.True);
        Assert.That(data.Resources, Is.EquivalentTo(resources));
    }

    [Test]
    public async Task Tuple_with_an_unknown_item_keeps_the_values_of_the_others()
    {
        var data = await Output.Tuple(Output.Create("a"), Outputs.Unknown<string>()).DataAsync();

        Assert.That(data.IsKnown, Is.False);
        Assert.That(data.Value, Is.EqualTo(("a", default(string))));
    }

    [Test]
    public async Task Format_fills_holes_of_every_kind_with_the_invariant_culture()
    {
        var output = Output.Create("o");
        Input<double> input = 1.5;
        object? none = null;

        var text = await Output.Format($"{output}-{input:0.00}-{2}-{none}-{{braces}}").ValueAsync();

        Assert.That(text, Is.EqualTo("o-1.50-2--{braces}"));
    }

    [Test]
    public async Task Format_combines_what_is_known_about_its_holes([Values] bool known, [Values] bool secret)
    {
        var first = Outputs.Resource("a");
        var second = Outputs.Resource("b");

        var data = await Output.Format($"{Outputs.Of("x", known, false, first)}{Outputs.Of("y", true, secret, second)}").DataAsync();

        Assert.That(data.IsKnown, Is.EqualTo(known));
        Assert.That(data.IsSecret, Is.EqualTo(secret));
        Assert.That(data.Value, Is.EqualTo(known ? "xy" : null));
        Assert.That(data.Resources, Is.EquivalentTo(new[] { first, second }));
    }

    [Test]
    public async Task Format_leaves_its_argument_as_it_was()
    {
        FormattableString text = $"a{Output.CreateSecret("b")}";

        var first = await Output.Format(text).DataAsync();
        var second = await Output.Format(text).DataAsync();

        Assert.That((first.Value, first.IsSecret), Is.EqualTo(("ab", true)));
        Assert.That((second.Value, second.IsSecret), Is.EqualTo(("ab", true)));
    }

    [Test]
    public async Task Format_without_holes_is_its_text() => Assert.That(await Output.Format($"plain").ValueAsync(), Is.EqualTo("plain"));

    [Test]
    public async Task Mixing_a_secret_into_a_value_makes_it_secret_as_generated_setters_do()
    {
        Input<string>? value = "v";
        Input<string>? none = null;
        InputList<string> list = ["a", "b"];
        var emptySecret = Output.CreateSecret(ImmutableArray.Create<string>());

        var scalar = await Output.Tuple<Input<string>?, int>(value, Output.CreateSecret(0)).Apply(t => t.Item1).DataAsync();
        var absent = await Output.Tuple<Input<string>?, int>(none, Output.CreateSecret(0)).Apply(t => t.Item1).DataAsync();
        InputList<string> secretList = Output.All(list, emptySecret).Apply(v => v[0]);

        Assert.That((scalar.Value, scalar.IsSecret), Is.EqualTo(("v", true)));
        Assert.That((absent.Value, absent.IsSecret), Is.EqualTo((default(string), true)));
        var listData = await secretList.DataAsync();
        Assert.That(listData.Value, Is.EqualTo(new[] { "a", "b" }));
        Assert.That(listData.IsSecret, Is.True);
    }

    private static int[] Items(System.Runtime.CompilerServices.ITuple tuple)
        => [.. Enumerable.Range(0, tuple.Length).Select(i => (int)tuple[i]!)];
}
