using Google.Protobuf.WellKnownTypes;
using Infra.Tests.Sdks.Pulumi.Support;
using Infra.Tests.Sdks.Pulumi.Values;
using NUnit.Framework;
using Pulumi;
using Pulumi.Utilities;
using Pulumirpc;

namespace Infra.Tests.Sdks.Pulumi.Protocol;

/// <summary>Provider functions and methods of resources.</summary>
[Parallelizable(ParallelScope.All)]
internal sealed class InvokeTests
{
    private const string Token = "test:index:lookup";

    [Test]
    public async Task A_call_carries_arguments_provider_version_and_address()
    {
        await using var engine = await RecordingEngine.StartAsync();
        LookupResult? found = null;

        await engine.RunAsync(async () =>
        {
            var group = new Group("group", new ComponentResourceOptions { Provider = new TestProvider("test") });
            found = await Deployment.Instance.InvokeAsync<LookupResult>(
                Token,
                new LookupArgs { Key = "k" },
                new InvokeOptions { Parent = group, Version = "2.0.0", PluginDownloadURL = "https://example.org" });
        });

        var sent = engine.Requests<ResourceInvokeRequest>().Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(found!.Key, Is.EqualTo("k"));
            Assert.That((sent.Tok, sent.Version, sent.PluginDownloadURL, sent.AcceptResources), Is.EqualTo((Token, "2.0.0", "https://example.org", true)));
            Assert.That(sent.Args, Is.EqualTo(new Struct { Fields = { ["key"] = Value.ForString("k") } }));
            Assert.That(sent.Provider, Does.EndWith("::test::test-id"));
        }
    }

    [Test]
    public async Task The_output_form_does_not_call_with_an_unknown_argument_while_the_task_form_does()
    {
        await using var engine = await RecordingEngine.StartAsync();
        Output<LookupResult>? output = null;

        await engine.RunAsync(async () =>
        {
            var args = new LookupArgs { Key = OutputUtilities.CreateUnknown("") };
            output = Deployment.Instance.Invoke<LookupResult>("test:index:outputForm", args);
            await Deployment.Instance.InvokeAsync("test:index:taskForm", args);
        });

        Assert.That((await output!.DataAsync()).IsKnown, Is.False);
        Assert.That(engine.Requests<ResourceInvokeRequest>().Select(request => request.Tok), Is.EqualTo(new[] { "test:index:taskForm" }));
    }

    [TestCase(true, 0)]
    [TestCase(false, 1)]
    public async Task The_output_form_waits_until_what_it_depends_on_exists(bool preview, int calls)
    {
        await using var engine = await RecordingEngine.StartAsync(preview);
        Output<LookupResult>? output = null;
        Thing? inside = null;

        await engine.RunAsync(() =>
        {
            var group = new Group("group");
            inside = group.AddThing("inside");
            output = Deployment.Instance.Invoke<LookupResult>(Token, new LookupArgs { Key = "k" }, new InvokeOutputOptions { DependsOn = { group } });
        });

        var data = await output!.DataAsync();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(engine.Requests<ResourceInvokeRequest>(), Has.Count.EqualTo(calls));
            Assert.That(data.IsKnown, Is.EqualTo(calls == 1));
            Assert.That(data.Resources.Single().GetResourceName(), Is.EqualTo("group"));
        }
    }

    [Test]
    public async Task The_result_of_the_output_form_depends_on_what_its_arguments_do_and_is_secret_when_the_engine_says_so()
    {
        await using var engine = await RecordingEngine.StartAsync();
        engine.OnInvoke = _ => new ResourceInvokeResponse
        {
            Return = new Struct
            {
                Fields =
                {
                    ["key"] = Value.ForStruct(new Struct
                    {
                        Fields =
                        {
                            ["4dabf18193072939515e22adb298388d"] = Value.ForString("1b47061264138c4ac30d75fd1eb44270"),
                            ["value"] = Value.ForString("s"),
                        },
                    }),
                },
            },
        };
        Output<LookupResult>? output = null;

        await engine.RunAsync(() => { output = Deployment.Instance.Invoke<LookupResult>(Token, new LookupArgs { Key = new Thing("a").Urn }); });

        var data = await output!.DataAsync();
        Assert.That((data.Value.Key, data.IsSecret, data.Resources.Single().GetResourceName()), Is.EqualTo(("s", true, "a")));
    }

    [Test]
    public async Task A_result_the_engine_calls_unknown_is_unknown()
    {
        await using var engine = await RecordingEngine.StartAsync();
        engine.OnInvoke = _ => new ResourceInvokeResponse { Unknown = true };
        Output<LookupResult>? output = null;

        await engine.RunAsync(() => { output = Deployment.Instance.Invoke<LookupResult>(Token, new LookupArgs()); });

        Assert.That((await output!.DataAsync()).IsKnown, Is.False);
    }

    [Test]
    public async Task Failures_of_a_function_are_listed()
    {
        await using var engine = await RecordingEngine.StartAsync();
        engine.OnInvoke = _ => new ResourceInvokeResponse
        {
            Failures = { new CheckFailure { Property = "key", Reason = "too short" }, new CheckFailure { Reason = "no access" } },
        };

        var result = await engine.RunAsync(() => { Deployment.Instance.Invoke<LookupResult>(Token, new LookupArgs()); });

        Assert.That(result.ExitCode, Is.EqualTo(32));
        Assert.That(engine.Errors.Single(), Does.Contain("Invoke of 'test:index:lookup' failed: too short (key); no access"));
    }

    [Test]
    public async Task Arguments_that_cannot_be_sent_are_logged_and_fail_the_output()
    {
        await using var engine = await RecordingEngine.StartAsync();

        var result = await engine.RunAsync(() =>
        {
            Deployment.Instance.Invoke<LookupResult>(Token, new LookupArgs { Any = 12L });
        });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.EqualTo(32));
            Assert.That(engine.Errors, Has.Some.StartsWith("Error serializing arguments for invoke test:index:lookup: "
                + "error serializing property \"any\": System.Int64 is not a supported argument type"));
        }
    }

    [Test]
    public async Task A_single_value_is_taken_out_of_its_object()
    {
        await using var engine = await RecordingEngine.StartAsync();
        string? fromTask = null;
        Output<string>? output = null;

        await engine.RunAsync(async () =>
        {
            fromTask = await Deployment.Instance.InvokeSingleAsync<string>(Token, new LookupArgs { Key = "k" });
            output = Deployment.Instance.InvokeSingle<string>(Token, new LookupArgs { Key = "l" });
        });

        Assert.That((fromTask, await output!.ValueAsync()), Is.EqualTo(("k", "l")));
    }

    [Test]
    public async Task A_method_runs_with_the_provider_version_and_address_of_its_resource()
    {
        await using var engine = await RecordingEngine.StartAsync();
        engine.OnCall = _ => new CallResponse
        {
            Return = new Struct { Fields = { ["key"] = Value.ForString("r") } },
            ReturnDependencies = { ["key"] = new CallResponse.Types.ReturnDependencies { Urns = { "urn:pulumi:dev::proj::a:b:C::inside" } } },
        };
        Output<LookupResult>? output = null;

        await engine.RunAsync(() =>
        {
            var self = new Thing("self", options: new CustomResourceOptions { Provider = new TestProvider("test"), PluginDownloadURL = "https://example.org" });
            output = Deployment.Instance.Call<LookupResult>(
                "test:index:Thing/find", new MethodArgs { Key = new Thing("a").Urn }, self, new CallOptions { Version = "9" });
        });

        var sent = engine.Requests<ResourceCallRequest>().Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That((sent.Tok, sent.Version, sent.PluginDownloadURL), Is.EqualTo(("test:index:Thing/find", "1.2.3", "https://example.org")));
            Assert.That(sent.Provider, Does.EndWith("::test::test-id"));
            Assert.That(sent.Args.Fields["__self__"].StructValue.Fields["id"].StringValue, Is.EqualTo("self-id"));
            Assert.That(sent.ArgDependencies["key"].Urns, Is.EqualTo(new[] { RecordingEngine.UrnOf(Thing.Token, "a") }));
            Assert.That(sent.ArgDependencies["__self__"].Urns, Is.Empty, "a reference carries its own dependency");
            Assert.That(sent.Args.Fields["key"].StructValue.Fields["dependencies"].ListValue.Values, Has.Count.EqualTo(1));
            Assert.That(await (await output!.DataAsync()).Resources.UrnsAsync(), Is.EqualTo(new[] { "urn:pulumi:dev::proj::a:b:C::inside" }));
            Assert.That((await output!.ValueAsync()).Key, Is.EqualTo("r"));
        }
    }

    [Test]
    public async Task Failures_of_a_method_fail_the_program_though_nobody_reads_its_result()
    {
        await using var engine = await RecordingEngine.StartAsync();
        engine.OnCall = _ => new CallResponse { Failures = { new CheckFailure { Property = "key", Reason = "bad" } } };

        var result = await engine.RunAsync(() => Deployment.Instance.Call("test:index:Thing/find", new MethodArgs()));

        Assert.That(result.ExitCode, Is.EqualTo(32));
        Assert.That(engine.Errors.Single(), Does.Contain("Call of 'test:index:Thing/find' failed: bad (key)"));
    }
}
