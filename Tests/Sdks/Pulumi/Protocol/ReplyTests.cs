using Google.Protobuf.WellKnownTypes;
using Infra.Tests.Sdks.Pulumi.Support;
using Infra.Tests.Sdks.Pulumi.Values;
using NUnit.Framework;
using Pulumi.Serialization;
using Pulumirpc;

namespace Infra.Tests.Sdks.Pulumi.Protocol;

/// <summary>What the outputs of a resource become when the engine has answered.</summary>
[Parallelizable(ParallelScope.All)]
internal sealed class ReplyTests
{
    private const string Sig = "4dabf18193072939515e22adb298388d";
    private const string UnknownValue = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

    [Test]
    public async Task A_secret_inside_a_property_makes_the_whole_property_secret()
    {
        var tags = Value.ForStruct(new Struct { Fields = { ["open"] = Value.ForString("o"), ["hidden"] = Secret("h") } });

        var thing = await AnswerAsync(new Struct { Fields = { ["tags"] = tags, ["text"] = Value.ForString("t") } });

        var data = await thing.Tags.DataAsync();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(data.IsSecret, Is.True);
            Assert.That(data.Value!["hidden"], Is.EqualTo("h"));
            Assert.That((await thing.Text.DataAsync()).IsSecret, Is.False);
        }
    }

    [Test]
    public async Task An_unknown_value_inside_a_property_makes_the_whole_property_unknown()
    {
        var items = Value.ForList(Value.ForString("a"), Value.ForString(UnknownValue));

        var thing = await AnswerAsync(new Struct { Fields = { ["items"] = items } });

        Assert.That((await thing.Items.DataAsync()).IsKnown, Is.False);
    }

    [Test]
    public async Task Keys_with_two_leading_underscores_are_dropped()
    {
        var tags = Value.ForStruct(new Struct { Fields = { ["__defaults"] = Value.ForList(), ["a"] = Value.ForString("b") } });

        var thing = await AnswerAsync(new Struct { Fields = { ["tags"] = tags } });

        Assert.That((await thing.Tags.DataAsync()).Value!.Keys, Is.EqualTo(new[] { "a" }));
    }

    [Test]
    public async Task An_array_that_the_engine_left_out_is_the_default_array()
    {
        var thing = await AnswerAsync(new Struct());

        var data = await thing.Items.DataAsync();
        Assert.That((data.IsKnown, data.Value.IsDefault), Is.EqualTo((true, true)));
    }

    [TestCase(true, false)]
    [TestCase(false, true)]
    public async Task An_output_that_the_engine_left_out_is_unknown_in_a_preview_and_null_in_an_update(bool preview, bool known)
    {
        var thing = await AnswerAsync(new Struct(), preview);

        var data = await thing.Computed.DataAsync();
        Assert.That((data.IsKnown, data.Value), Is.EqualTo((known, (string?)null)));
    }

    [TestCase(Result.Fail, false)]
    [TestCase(Result.Skip, false)]
    [TestCase(Result.Success, true)]
    public async Task An_output_that_a_failed_resource_lacks_is_unknown_and_the_program_goes_on(Result result, bool unknown)
    {
        await using var engine = await RecordingEngine.StartAsync();
        engine.OnRegister = (request, answer) =>
        {
            if (request.Name == "a")
            {
                (answer.Result, answer.Unknown) = (result, unknown);
            }

            return Task.FromResult(answer);
        };
        Thing? a = null;

        var end = await engine.RunAsync(() =>
        {
            a = new Thing("a");
            _ = new Thing("b", new ThingArgs { Text = a.Computed! });
        });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(end.ExitCode, Is.Zero);
            Assert.That((await a!.Computed.DataAsync()).IsKnown, Is.False);
            Assert.That(engine.Registered("b").Object.Fields["text"].StringValue, Is.EqualTo(UnknownValue));
        }
    }

    [TestCase("", false)]
    [TestCase("i-1", true)]
    public async Task An_empty_id_is_unknown(string id, bool known)
    {
        var thing = await AnswerAsync(new Struct(), id: id);

        Assert.That((await thing.Id.DataAsync()).IsKnown, Is.EqualTo(known));
    }

    [Test]
    public async Task An_output_of_a_wrong_type_is_a_warning_and_null()
    {
        await using var engine = await RecordingEngine.StartAsync();
        engine.OnRegister = (request, answer) => Task.FromResult(request.Name != "a" ? answer
            : new RegisterResourceResponse { Urn = answer.Urn, Id = "i", Object = new Struct { Fields = { ["text"] = Value.ForNumber(1) } } });
        Thing? thing = null;

        var result = await engine.RunAsync(() => { thing = new Thing("a"); });

        var warning = engine.Logs.Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.Zero);
            Assert.That((await thing!.Text.DataAsync()).Value, Is.Null);
            Assert.That(warning.Severity, Is.EqualTo(LogSeverity.Warning));
            Assert.That(warning.Message, Does.StartWith("Expected System.String but got System.Double deserializing ").And.EndsWith("Thing.text"));
            Assert.That(warning.Urn, Is.EqualTo(RecordingEngine.UrnOf(Thing.Token, "a")));
        }
    }

    [Test]
    public async Task Every_output_depends_on_its_resource()
    {
        var thing = await AnswerAsync(new Struct { Fields = { ["text"] = Value.ForString("t") } });

        foreach (var resources in new[]
        {
            (await thing.Urn.DataAsync()).Resources,
            (await thing.Id.DataAsync()).Resources,
            (await thing.Text.DataAsync()).Resources,
            (await thing.Computed.DataAsync()).Resources,
        })
        {
            Assert.That(resources, Is.EqualTo(new[] { thing }));
        }
    }

    private static async Task<Thing> AnswerAsync(Struct outputs, bool preview = false, string id = "i")
    {
        await using var engine = await RecordingEngine.StartAsync(preview);
        engine.OnRegister = (request, answer) => Task.FromResult(
            request.Type == Thing.Token ? new RegisterResourceResponse { Urn = answer.Urn, Id = id, Object = outputs } : answer);
        Thing? thing = null;
        var result = await engine.RunAsync(() => { thing = new Thing("a"); });
        Assert.That(result.ExitCode, Is.Zero, string.Join("\n", engine.Errors));
        return thing!;
    }

    private static Value Secret(string text) => Value.ForStruct(new Struct
    {
        Fields = { [Sig] = Value.ForString(Constants.SecretSignature), ["value"] = Value.ForString(text) },
    });
}
