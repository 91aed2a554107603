using System.Collections.Immutable;
using NUnit.Framework;
using Pulumi;
using Pulumi.Serialization;

namespace Infra.Tests.Sdks.Pulumi.Values;

[Parallelizable(ParallelScope.All)]
internal sealed class InputArgsTests
{
    [Test]
    public async Task Members_appear_by_their_provider_names_null_ones_too()
    {
        var args = new SampleArgs { Required = "r", List = { "a" } };

        var inputs = await args.ToDictionaryAsync();

        Assert.That(inputs.Keys, Is.EquivalentTo(new[] { "required", "optional", "list", "hidden", "json" }));
        Assert.That(inputs["optional"], Is.Null);
        Assert.That(inputs["required"], Is.InstanceOf<Input<string>>());
        Assert.That(inputs["list"], Is.InstanceOf<InputList<string>>());
        Assert.That(inputs["hidden"], Is.EqualTo(7));
    }

    [Test]
    public void Required_member_without_a_value_is_refused()
    {
        var fault = Assert.ThrowsAsync<ArgumentNullException>(() => new SampleArgs().ToDictionaryAsync());

        Assert.That(fault.ParamName, Is.EqualTo(nameof(SampleArgs.Required)));
        Assert.That(fault.Message, Does.Contain(
            $"[Input] {typeof(SampleArgs).FullName}.{nameof(SampleArgs.Required)} is required but was not given a value"));
    }

    [Test]
    public async Task Json_member_becomes_text_in_the_style_of_protobuf()
    {
        var args = new SampleArgs
        {
            Required = "r",
            Json = new Dictionary<string, object>
            {
                ["z"] = 1,
                ["a"] = ImmutableArray.Create<object>("x<y>", 1.5, true),
                ["none"] = ImmutableArray<object>.Empty,
            },
        };

        var data = await JsonAsync(args);

        Assert.That(data.Value, Is.EqualTo("""{ "a": [ "x\u003cy\u003e", 1.5, true ], "none": [ ], "z": 1 }"""));
        Assert.That((data.IsKnown, data.IsSecret), Is.EqualTo((true, false)));
    }

    [Test]
    public async Task Json_member_takes_over_secrecy_unknownness_and_resources([Values] bool known, [Values] bool secret)
    {
        var resource = Outputs.Resource("a");
        var args = new SampleArgs
        {
            Required = "r",
            Json = new Dictionary<string, object> { ["k"] = Outputs.Of("v", known, secret, resource) },
        };

        var data = await JsonAsync(args);

        Assert.That(data.IsKnown, Is.EqualTo(known));
        Assert.That(data.IsSecret, Is.EqualTo(secret && known), "A secret that is unknown is sent as plain unknown.");
        Assert.That(data.Value, Is.EqualTo(known ? """{ "k": "v" }""" : null));
        Assert.That(data.Resources, Is.EquivalentTo(new[] { resource }));
    }

    [Test]
    public async Task Json_member_that_holds_null_is_null()
    {
        var args = new SampleArgs { Required = "r", Json = Output.Create((Dictionary<string, object>)null!) };

        Assert.That((await JsonAsync(args)).Value, Is.Null);
    }

    [Test]
    public async Task Empty_args_have_no_inputs()
    {
        Assert.That(await ResourceArgs.Empty.ToDictionaryAsync(), Is.Empty);
        Assert.That(await InvokeArgs.Empty.ToDictionaryAsync(), Is.Empty);
        Assert.That(await CallArgs.Empty.ToDictionaryAsync(), Is.Empty);
    }

    [Test]
    public async Task Dictionary_args_are_their_dictionary()
    {
        var inputs = ImmutableDictionary<string, object?>.Empty.Add("a", 1).Add("b", (Input<string>)"x").Add("c", null);

        Assert.That(await new DictionaryResourceArgs(inputs).ToDictionaryAsync(), Is.SameAs(inputs));
        Assert.That(await new DictionaryInvokeArgs(inputs).ToDictionaryAsync(), Is.SameAs(inputs));
    }

    [Test]
    public void Dictionary_args_refuse_values_that_cannot_be_sent()
    {
        var inputs = ImmutableDictionary<string, object?>.Empty.Add("when", DateTime.UnixEpoch);

        Assert.That(
            () => new DictionaryResourceArgs(inputs),
            Throws.InvalidOperationException.With.Message.EqualTo("System.DateTime is not a supported argument type.\n\twhen"));
        Assert.That(() => new DictionaryInvokeArgs(inputs), Throws.InvalidOperationException);
    }

    private static async Task<OutputData<string>> JsonAsync(SampleArgs args)
        => await ((Output<string>)(await args.ToDictionaryAsync())["json"]!).DataTask;

    private sealed class SampleArgs : ResourceArgs
    {
        [Input("hidden")]
        private readonly int _hidden = 7;

        [Input("list")]
        private InputList<string>? _list;

        [Input("required", required: true)]
        public Input<string> Required { get; set; } = null!;

        [Input("optional")]
        public Input<int>? Optional { get; set; }

        public InputList<string> List
        {
            get => _list ??= [];
            set => _list = value;
        }

        [Input("json", json: true)]
        public Input<Dictionary<string, object>>? Json { get; set; }

        public int NotAnInput => _hidden;
    }
}
