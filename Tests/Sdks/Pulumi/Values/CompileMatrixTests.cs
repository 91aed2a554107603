using System.Collections.Immutable;
using NUnit.Framework;
using Pulumi;

namespace Infra.Tests.Sdks.Pulumi.Values;

/// <summary>The forms in which programs write inputs. That this file compiles is half of what it tests.</summary>
[Parallelizable(ParallelScope.All)]
internal sealed class CompileMatrixTests
{
    private readonly Output<string> _o = Output.Create("o");
    private readonly Input<string> _input = "i";

    [Test]
    public async Task Lists_take_every_form()
    {
        var list = new List<string> { "l" };
        string[] stringArray = ["x", "y"];
        var outputs = new List<Output<string>> { _o };

        await Expect(new Args { L = { "a", _o } }, "a", "o");
        await Expect(new Args { L = new[] { "a" } }, "a");
        await Expect(new Args { L = "a" }, "a");
        await Expect(new Args { L = _o }, "o");
        await Expect(new Args { L = _input }, "i");
        await Expect(new Args { L = list }, "l");
        await Expect(new Args { L = outputs.ToArray() }, "o");
        await Expect(new Args { L = outputs }, "o");
        await Expect(new Args { L = ["a", _o] }, "a", "o");
        await Expect(new Args { L = [] }, Array.Empty<string>());
        await Expect(new Args { L = { stringArray } }, "x", "y");
        await Expect(new Args { L = new InputList<string> { "a", "b" } }, "a", "b");
        await Expect(new Args { L = _o.Apply(o => new[] { o, "2" }) }, "o", "2");
        await Expect(new Args { L = _o.Apply(o => new List<string> { o }) }, "o");
        await Expect(new Args { L = _o.Apply(o => ImmutableArray.Create(o)) }, "o");
        await Expect(new Args { L = _o.Apply(o => (IEnumerable<string>)[o]) }, "o");
        await Expect(new Args { L = new List<Input<string>> { "a", _o } }, "a", "o");
        await Expect(new Args { L = new Input<string>[] { "a", _o } }, "a", "o");
        await Expect(new Args { L = ImmutableArray.Create("a") }, "a");
        await Expect(new Args { L = ImmutableArray.Create(_o) }, "o");
        await Expect(new Args { L = ImmutableArray.Create(_input) }, "i");
    }

    [Test]
    public async Task Lists_of_args_take_every_form()
    {
        var fromExpression = await new Args { SL = [new SubArgs { D = 1 }] }.SL.ToOutput().ValueAsync();
        var fromInitializer = await new Args { SL = { new SubArgs { D = 2 } } }.SL.ToOutput().ValueAsync();
        var fromSingle = await new Args { SL = new SubArgs { D = 3 } }.SL.ToOutput().ValueAsync();

        Assert.That(fromExpression, Has.Length.EqualTo(1));
        Assert.That(fromInitializer, Has.Length.EqualTo(1));
        Assert.That(fromSingle, Has.Length.EqualTo(1));
    }

    [Test]
    public async Task Maps_take_every_form()
    {
        await Expect(new Args { M = { { "k", "v" }, { "k2", _o } } }, ("k", "v"), ("k2", "o"));
        await Expect(new Args { M = { ["k"] = "v", ["k2"] = _o } }, ("k", "v"), ("k2", "o"));
        await Expect(new Args { M = new() { ["a"] = "b" } }, ("a", "b"));
        await Expect(new Args { M = new Dictionary<string, string> { ["a"] = "b" } }, ("a", "b"));
        await Expect(new Args { M = new Dictionary<string, string> { ["a"] = "b" }.ToImmutableDictionary() }, ("a", "b"));
        await Expect(new Args { M = _o.Apply(o => new Dictionary<string, string> { ["a"] = o }) }, ("a", "o"));
        await Expect(new Args { M = _o.Apply(o => (IDictionary<string, string>)new Dictionary<string, string> { ["a"] = o }) }, ("a", "o"));
        await Expect(new Args { M = _o.Apply(o => ImmutableDictionary<string, string>.Empty.Add("a", o)) }, ("a", "o"));
    }

    [Test]
    public async Task Scalars_take_every_form()
    {
        Output<string> fromInput = _input;
        var args = new Args { Sub = new SubArgs { D = 2 }, U = "text" };

        Assert.That(await fromInput.ValueAsync(), Is.EqualTo("i"));
        Assert.That(await new SubArgs { D = 2 }.D.ToOutput().ValueAsync(), Is.EqualTo(2.0));
        Assert.That(await args.Sub.ToOutput().ValueAsync(), Is.TypeOf<SubArgs>());
        Assert.That((await args.U.ToOutput().ValueAsync()).AsT0, Is.EqualTo("text"));
        Assert.That((await new Args { U = 1 }.U.ToOutput().ValueAsync()).AsT1, Is.EqualTo(1));
        Assert.That((await new Args { U = _o }.U.ToOutput().ValueAsync()).AsT0, Is.EqualTo("o"));
        Assert.That((await new Args { U = _input }.U.ToOutput().ValueAsync()).AsT0, Is.EqualTo("i"));
    }

    [Test]
    public async Task Apply_resolves_to_the_meant_overload()
    {
        var o2 = Output.Create(2);
        var condition = true;

        Output<int> fromOutput = _o.Apply(_ => o2);
        Output<int> fromAsync = _o.Apply(async _ => 1);
        Output<ValueTuple> fromAsyncAction = _o.Apply(async _ => { await Task.Yield(); });
        Output<string> fromInput = _o.Apply(_ => _input);
        Output<string> mixed = _o.Apply<string>(_ =>
        {
            if (condition)
            {
                return "a";
            }

            return _o;
        });
        Output<string> fromTuple = Output.Tuple(_o, o2).Apply(t => t.Item1 + t.Item2);
        Output<(string, int)> fromExplicit = Output.Tuple<string, int>(_input, 3);
        Output<ImmutableArray<string>> fromAll = Output.All(_o, _o);

        Assert.That(await fromOutput.ValueAsync(), Is.EqualTo(2));
        Assert.That(await fromAsync.ValueAsync(), Is.EqualTo(1));
        Assert.That(await fromAsyncAction.ValueAsync(), Is.EqualTo(default(ValueTuple)));
        Assert.That(await fromInput.ValueAsync(), Is.EqualTo("i"));
        Assert.That(await mixed.ValueAsync(), Is.EqualTo("a"));
        Assert.That(await fromTuple.ValueAsync(), Is.EqualTo("o2"));
        Assert.That(await fromExplicit.ValueAsync(), Is.EqualTo(("i", 3)));
        Assert.That(await fromAll.ValueAsync(), Is.EqualTo(new[] { "o", "o" }));
    }

    private static async Task Expect(Args args, params string[] elements)
        => Assert.That(await args.L.ToOutput().ValueAsync(), Is.EqualTo(elements));

    private static async Task Expect(Args args, params (string Key, string Value)[] members)
        => Assert.That(
            await args.M.ToOutput().ValueAsync(),
            Is.EquivalentTo(members.Select(member => KeyValuePair.Create(member.Key, member.Value))));

    private sealed class SubArgs : ResourceArgs
    {
        [Input("d")]
        public Input<double>? D { get; set; }
    }

    private sealed class Args : ResourceArgs
    {
        [Input("l")]
        private InputList<string>? _l;

        [Input("m")]
        private InputMap<string>? _m;

        [Input("sl")]
        private InputList<SubArgs>? _sl;

        public InputList<string> L
        {
            get => _l ??= [];
            set => _l = value;
        }

        public InputMap<string> M
        {
            get => _m ??= [];
            set => _m = value;
        }

        public InputList<SubArgs> SL
        {
            get => _sl ??= [];
            set => _sl = value;
        }

        [Input("sub")]
        public Input<SubArgs>? Sub { get; set; }

        [Input("u")]
        public InputUnion<string, int>? U { get; set; }
    }
}
