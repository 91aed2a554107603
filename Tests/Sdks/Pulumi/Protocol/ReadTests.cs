using Google.Protobuf.WellKnownTypes;
using Infra.Tests.Sdks.Pulumi.Support;
using Infra.Tests.Sdks.Pulumi.Values;
using NUnit.Framework;
using Pulumi;
using Pulumi.Utilities;
using Pulumirpc;

namespace Infra.Tests.Sdks.Pulumi.Protocol;

/// <summary>Resources that exist already.</summary>
[Parallelizable(ParallelScope.All)]
internal sealed class ReadTests
{
    [Test]
    public async Task A_resource_with_an_id_is_read_and_keeps_that_id()
    {
        await using var engine = await RecordingEngine.StartAsync();
        engine.OnRead = (_, answer) => new ReadResourceResponse
        {
            Urn = answer.Urn,
            Properties = new Struct { Fields = { ["text"] = Value.ForString("found") } },
        };
        Thing? thing = null;

        await engine.RunAsync(() => { thing = Thing.Get("a", "i-1", new CustomResourceOptions { AdditionalSecretOutputs = { "text" } }); });

        var sent = engine.Requests<ReadResourceRequest>().Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That((sent.Id, sent.Type, sent.Name, sent.Version), Is.EqualTo(("i-1", Thing.Token, "a", "1.2.3")));
            Assert.That((sent.AcceptSecrets, sent.AcceptResources), Is.EqualTo((true, true)));
            Assert.That(sent.Parent, Does.EndWith("::proj-dev"));
            Assert.That(sent.AdditionalSecretOutputs, Is.EqualTo(new[] { "text" }));
            Assert.That(await thing!.Id.ValueAsync(), Is.EqualTo("i-1"));
            Assert.That(await thing.Text.ValueAsync(), Is.EqualTo("found"));
        }
    }

    [Test]
    public async Task An_empty_or_unknown_id_means_that_the_resource_is_created()
    {
        await using var engine = await RecordingEngine.StartAsync();

        await engine.RunAsync(() =>
        {
            _ = Thing.Get("empty", "");
            _ = Thing.Get("unknown", OutputUtilities.CreateUnknown("x"));
        });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(engine.Requests<ReadResourceRequest>(), Is.Empty);
            Assert.That(engine.Registered("empty").Version, Is.EqualTo("1.2.3"));
            Assert.That(engine.Registered("unknown").Custom, Is.True);
        }
    }

    [Test]
    public async Task A_component_cannot_be_read_by_id()
    {
        await using var engine = await RecordingEngine.StartAsync();

        await engine.RunAsync(() => new Group("group", new ComponentResourceOptions { Id = "i-1" }));

        Assert.That(engine.Errors.Single(), Does.Contain("ResourceOptions.Id is only valid for a CustomResource"));
    }

    [Test]
    public async Task A_resource_with_a_urn_is_asked_of_the_engine()
    {
        const string Urn = "urn:pulumi:dev::proj::test:index:Thing::elsewhere";
        await using var engine = await RecordingEngine.StartAsync();
        engine.OnInvoke = _ => new ResourceInvokeResponse
        {
            Return = new Struct
            {
                Fields =
                {
                    ["urn"] = Value.ForString(Urn),
                    ["id"] = Value.ForString("i-7"),
                    ["state"] = Value.ForStruct(new Struct { Fields = { ["text"] = Value.ForString("t") } }),
                },
            },
        };
        Thing? thing = null;

        await engine.RunAsync(() => { thing = new Thing("elsewhere", null, new CustomResourceOptions { Urn = Urn }); });

        var sent = engine.Requests<ResourceInvokeRequest>().Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That((sent.Tok, sent.Args.Fields["urn"].StringValue), Is.EqualTo(("pulumi:pulumi:getResource", Urn)));
            Assert.That(engine.Requests<RegisterResourceRequest>(), Has.Count.EqualTo(1));
            Assert.That((await thing!.Id.ValueAsync(), await thing.Text.ValueAsync()), Is.EqualTo(("i-7", "t")));
        }
    }

    [Test]
    public async Task A_stack_reference_is_a_read_of_the_stacks_name()
    {
        await using var engine = await RecordingEngine.StartAsync();
        engine.OnRead = (request, answer) => request.Type != "pulumi:pulumi:StackReference" ? answer : new ReadResourceResponse
        {
            Urn = answer.Urn,
            Properties = new Struct
            {
                Fields =
                {
                    ["name"] = request.Properties.Fields["name"],
                    ["outputs"] = Value.ForStruct(new Struct { Fields = { ["open"] = Value.ForString("o"), ["n"] = Value.ForNumber(2) } }),
                    ["secretOutputNames"] = Value.ForList(),
                },
            },
        };
        StackReference? reference = null;

        await engine.RunAsync(() => { reference = new StackReference("ref", new StackReferenceArgs { Name = "org/net/prod" }); });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(engine.Requests<ReadResourceRequest>().Single().Id, Is.EqualTo("org/net/prod"));
            Assert.That(engine.Requests<RegisterResourceRequest>(), Has.Count.EqualTo(1));
            Assert.That(await reference!.GetOutput("open").ValueAsync(), Is.EqualTo("o"));
            Assert.That(await reference.GetValueAsync("n"), Is.EqualTo(2.0));
        }
    }
}
