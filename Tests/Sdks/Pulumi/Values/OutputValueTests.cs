using NUnit.Framework;
using Pulumi;
using Pulumi.Serialization;

namespace Infra.Tests.Sdks.Pulumi.Values;

/// <summary>Output-value objects: how the inputs of remote components keep secrecy and dependencies.</summary>
[Parallelizable(ParallelScope.All)]
internal sealed class OutputValueTests
{
    private const string Sig = "4dabf18193072939515e22adb298388d";
    private const string OutputValue = "d0e6a833031e9bbcd3f4e8bde6ca49a4";

    private static readonly object?[] ScalarValues = [null, false, 0, 1.5, "", "hi"];

    [Test]
    public async Task Every_state_is_kept(
        [ValueSource(nameof(ScalarValues))] object? value,
        [Values(0, 1, 2)] int dependencies,
        [Values] bool known,
        [Values] bool secret,
        [Values] bool asInput)
    {
        var resources = new[] { Outputs.Resource("b"), Outputs.Resource("a") }[..dependencies];
        var output = Outputs.Of(value, known, secret, resources);
        var serializer = new Serializer(true);

        var serialized = await serializer.SerializeAsync("ctx", asInput ? (Input<object?>)output : output, true, keepOutputValues: true);

        var plain = value is int number ? (double)number : value;
        if (known && !secret && dependencies == 0)
        {
            Assert.That(serialized, Is.EqualTo(plain));
            return;
        }

        var expected = new Dictionary<string, object?> { [Sig] = OutputValue };
        if (known)
        {
            expected["value"] = plain;
        }

        if (secret)
        {
            expected["secret"] = true;
        }

        if (dependencies > 0)
        {
            expected["dependencies"] = (await resources.UrnsAsync()).ToList<object?>();
        }

        Assert.That(Serializer.CreateValue(serialized), Is.EqualTo(Serializer.CreateValue(expected)));
        Assert.That(serializer.DependentResources, Is.EquivalentTo(resources));
    }

    [Test]
    public async Task Output_inside_a_known_output_is_encoded_plainly()
    {
        var output = Output.Create<object>(new List<object> { "a", Output.CreateSecret("b") });

        var list = await SendAsync<List<object?>>(output);

        Assert.That(list[0], Is.EqualTo("a"));
        Assert.That(((Dictionary<string, object?>)list[1]!)[Sig], Is.EqualTo("1b47061264138c4ac30d75fd1eb44270"));
    }

    [Test]
    public async Task Input_list_stays_a_plain_list_with_secret_and_unknown_elements()
    {
        InputList<string> list = ["a", Output.CreateSecret("b"), Outputs.Unknown<string>()];

        var serialized = await SendAsync<List<object?>>(list);

        Assert.That(serialized[0], Is.EqualTo("a"));
        Assert.That(((Dictionary<string, object?>)serialized[1]!)["value"], Is.EqualTo("b"));
        Assert.That(serialized[2], Is.EqualTo(Constants.UnknownValue));
    }

    [Test]
    public async Task Dependencies_of_nested_outputs_belong_to_the_outermost()
    {
        var resource = Outputs.Resource("a");
        var output = Output.Create<object>(new[] { Outputs.Of("x", true, false, resource) });

        var serialized = await SendAsync<Dictionary<string, object?>>(output);

        Assert.That(serialized[Sig], Is.EqualTo(OutputValue));
        Assert.That(serialized["dependencies"], Is.EqualTo(await new[] { resource }.UrnsAsync()));
    }

    [Test]
    public async Task Members_of_args_keep_their_own_output_values()
    {
        var args = new Samples.SubArgs { Value = Output.CreateSecret("s"), List = ["a"] };

        var serialized = await SendAsync<Dictionary<string, object?>>(args);

        Assert.That(((Dictionary<string, object?>)serialized["value"]!)["secret"], Is.True);
        Assert.That(serialized["list"], Is.EqualTo(new[] { "a" }));
    }

    private static async Task<T> SendAsync<T>(object value)
        => (T)(await new Serializer(true).SerializeAsync("ctx", value, keepResources: true, keepOutputValues: true))!;
}
