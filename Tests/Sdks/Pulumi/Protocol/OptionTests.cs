using Google.Protobuf.WellKnownTypes;
using Infra.Tests.Sdks.Pulumi.Support;
using NUnit.Framework;
using Pulumi;
using Pulumi.Utilities;
using Pulumirpc;
using Alias = Pulumi.Alias;

namespace Infra.Tests.Sdks.Pulumi.Protocol;

/// <summary>How options arrive at the engine.</summary>
[Parallelizable(ParallelScope.All)]
internal sealed class OptionTests
{
    private const string StackUrn = "urn:pulumi:dev::proj::pulumi:pulumi:Stack::proj-dev";

    [Test]
    public async Task All_options_of_a_custom_resource_arrive()
    {
        var sent = await RegisterAsync(() => new CustomResourceOptions
        {
            IgnoreChanges = { "a", "b[0]" },
            ReplaceOnChanges = { "c" },
            HideDiffs = { "d" },
            AdditionalSecretOutputs = { "text" },
            DeleteBeforeReplace = false,
            ImportId = "import-me",
            PluginDownloadURL = "https://example.org",
            DeletedWith = new Thing("host"),
            ReplaceWith = { new Thing("pair") },
            ReplacementTrigger = Output.Create<object>("t"),
            CustomTimeouts = new CustomTimeouts { Create = TimeSpan.FromMinutes(5), Delete = TimeSpan.FromSeconds(1.5) },
        });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(sent.IgnoreChanges, Is.EqualTo(new[] { "a", "b[0]" }));
            Assert.That(sent.ReplaceOnChanges, Is.EqualTo(new[] { "c" }));
            Assert.That(sent.HideDiffs, Is.EqualTo(new[] { "d" }));
            Assert.That(sent.AdditionalSecretOutputs, Is.EqualTo(new[] { "text" }));
            Assert.That((sent.DeleteBeforeReplace, sent.DeleteBeforeReplaceDefined), Is.EqualTo((false, true)));
            Assert.That((sent.ImportId, sent.PluginDownloadURL, sent.Version), Is.EqualTo(("import-me", "https://example.org", "1.2.3")));
            Assert.That(sent.DeletedWith, Is.EqualTo(RecordingEngine.UrnOf(Thing.Token, "host")));
            Assert.That(sent.ReplaceWith, Is.EqualTo(new[] { RecordingEngine.UrnOf(Thing.Token, "pair") }));
            Assert.That(sent.ReplacementTrigger, Is.EqualTo(Value.ForString("t")));
            Assert.That(
                (sent.CustomTimeouts.Create, sent.CustomTimeouts.Update, sent.CustomTimeouts.Delete),
                Is.EqualTo(("300000000000ns", "", "1500000000ns")));
        }
    }

    [Test]
    public async Task Options_that_are_not_set_leave_nothing_behind()
    {
        var sent = await RegisterAsync(() => null);

        var expected = new RegisterResourceRequest
        {
            Type = Thing.Token,
            Name = "sent",
            Parent = StackUrn,
            Custom = true,
            Object = new Struct(),
            Version = "1.2.3",
            AcceptSecrets = true,
            AcceptResources = true,
            SupportsResultReporting = true,
        };
        Assert.That(sent, Is.EqualTo(expected));
    }

    [TestCase("deletedWith", "DeletedWith")]
    [TestCase("replaceWith", "ReplaceWith")]
    public async Task An_option_that_the_engine_lacks_is_named(string feature, string option)
    {
        await using var engine = await RecordingEngine.StartAsync();
        engine.MissingFeatures.Add(feature);

        await engine.RunAsync(() =>
        {
            var host = new Thing("host");
            _ = new Thing("a", options: option == "DeletedWith"
                ? new CustomResourceOptions { DeletedWith = host }
                : new CustomResourceOptions { ReplaceWith = { host } });
        });

        Assert.That(engine.Errors.Single(), Does.Contain($"The Pulumi CLI does not support the {option} option. Please update the Pulumi CLI."));
    }

    [Test]
    public async Task A_provider_sends_inputs_that_are_not_text_as_json_text()
    {
        await using var engine = await RecordingEngine.StartAsync();

        await engine.RunAsync(() => new ProviderResource("test", "p", new TestProviderArgs { Region = "r", Flags = new() { ["b"] = true, ["a"] = false } }));

        var sent = engine.Registered("p");
        using (Assert.EnterMultipleScope())
        {
            Assert.That((sent.Type, sent.Custom), Is.EqualTo(("pulumi:providers:test", true)));
            Assert.That(sent.Object.Fields["region"].StringValue, Is.EqualTo("r"));
            Assert.That(sent.Object.Fields["flags"].StringValue, Is.EqualTo("""{ "a": false, "b": true }"""));
        }
    }

    [Test]
    public async Task A_remote_component_sends_its_providers_and_its_outputs_as_output_values()
    {
        await using var engine = await RecordingEngine.StartAsync();

        await engine.RunAsync(() => new RemoteGroup(
            "sent",
            new ThingArgs { Text = Output.CreateSecret("s"), Count = 1, Other = new Thing("other"), Tags = { { "a", new Thing("source").Urn } } },
            new ComponentResourceOptions { Providers = { new TestProvider("p") } }));

        var sent = engine.Registered("sent");
        var text = sent.Object.Fields["text"].StructValue.Fields;
        using (Assert.EnterMultipleScope())
        {
            Assert.That((sent.Remote, sent.Custom, sent.Provider), Is.EqualTo((true, false, "")));
            Assert.That(sent.Providers["test"], Does.EndWith("::p::p-id"));
            Assert.That(text["4dabf18193072939515e22adb298388d"].StringValue, Is.EqualTo("d0e6a833031e9bbcd3f4e8bde6ca49a4"));
            Assert.That((text["value"].StringValue, text["secret"].BoolValue), Is.EqualTo(("s", true)));
            Assert.That(sent.Object.Fields["count"], Is.EqualTo(Value.ForNumber(1)));
            Assert.That(sent.PropertyDependencies["other"].Urns, Is.Empty);
            Assert.That(sent.PropertyDependencies["tags"].Urns, Is.EqualTo(new[] { RecordingEngine.UrnOf(Thing.Token, "source") }));
            Assert.That(engine.Methods.Count(method => method == "RegisterResourceOutputs"), Is.EqualTo(1), "the stack's only");
        }
    }

    [Test]
    public async Task Aliases_are_described_when_the_engine_understands_them()
    {
        var sent = await RegisterAsync(() => new CustomResourceOptions
        {
            Aliases =
            {
                new Alias { Urn = "urn:pulumi:dev::proj::a:b:C::d" },
                new Alias { Name = "old", Type = "a:b:Old" },
                new Alias { Parent = new Group("group"), Stack = "s", Project = "p" },
                new Alias { ParentUrn = "urn:pulumi:dev::proj::a:b:C::parent" },
                new Alias { NoParent = true },
                OutputUtilities.CreateUnknown(new Alias { Name = "unknown" }),
            },
        });

        var specs = sent.Aliases.Where(alias => alias.Spec is not null).Select(alias => alias.Spec).ToArray();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(sent.AliasURNs, Is.Empty);
            Assert.That(sent.Aliases, Has.Count.EqualTo(5), "an alias that is unknown is left out");
            Assert.That(sent.Aliases[0].Urn, Is.EqualTo("urn:pulumi:dev::proj::a:b:C::d"));
            Assert.That((specs[0].Name, specs[0].Type, specs[0].HasNoParent, specs[0].NoParent), Is.EqualTo(("old", "a:b:Old", true, false)));
            Assert.That((specs[1].ParentUrn, specs[1].Stack, specs[1].Project), Is.EqualTo((RecordingEngine.UrnOf("test:index:Group", "group"), "s", "p")));
            Assert.That(specs[2].ParentUrn, Is.EqualTo("urn:pulumi:dev::proj::a:b:C::parent"));
            Assert.That(specs[3].NoParent, Is.True);
        }
    }

    [Test]
    public async Task Without_that_understanding_the_urns_of_own_and_inherited_aliases_are_worked_out()
    {
        await using var engine = await RecordingEngine.StartAsync();
        engine.MissingFeatures.Add("aliasSpecs");

        await engine.RunAsync(() =>
        {
            var group = new Group("new", new ComponentResourceOptions { Aliases = { new Alias { Name = "old" } } });
            group.AddThing("new-child", options: new CustomResourceOptions { Aliases = { new Alias { Type = "a:b:Old" } } });
        });

        const string Prefix = "urn:pulumi:dev::proj::";
        const string Stack = "pulumi:pulumi:Stack$";
        using (Assert.EnterMultipleScope())
        {
            Assert.That(engine.Registered("new").AliasURNs, Is.EqualTo(new[] { $"{Prefix}{Stack}test:index:Group::old" }));
            Assert.That(engine.Registered("new").Aliases, Is.Empty);
            Assert.That(engine.Registered("new-child").AliasURNs, Is.EqualTo(new[]
            {
                $"{Prefix}test:index:Group$a:b:Old::new-child",
                $"{Prefix}{Stack}test:index:Group${Thing.Token}::old-child",
                $"{Prefix}{Stack}test:index:Group$a:b:Old::old-child",
            }));
        }
    }

    [Test]
    public async Task Aliases_that_contradict_themselves_are_refused()
    {
        foreach (var alias in new[] { new Alias { Urn = "u", Name = "n" }, new Alias { Urn = "u", NoParent = true }, new Alias { NoParent = true, ParentUrn = "u" } })
        {
            await using var engine = await RecordingEngine.StartAsync();

            var result = await engine.RunAsync(() => new Thing("a", options: new CustomResourceOptions { Aliases = { alias } }));

            Assert.That((result.ExitCode, engine.Errors.Single().Contains("System.ArgumentException: Alias has", StringComparison.Ordinal)), Is.EqualTo((32, true)));
        }
    }

    private static async Task<RegisterResourceRequest> RegisterAsync(Func<CustomResourceOptions?> options)
    {
        await using var engine = await RecordingEngine.StartAsync();
        var result = await engine.RunAsync(() => new Thing("sent", options: options()));
        Assert.That(result.ExitCode, Is.Zero, string.Join("\n", engine.Errors));
        return engine.Registered("sent");
    }
}
