using Google.Protobuf.WellKnownTypes;
using Infra.Tests.Sdks.Pulumi.Support;
using NUnit.Framework;
using Pulumi;
using Pulumi.Utilities;
using Pulumirpc;

namespace Infra.Tests.Sdks.Pulumi.Protocol;

/// <summary>What a registration carries over the wire.</summary>
[Parallelizable(ParallelScope.All)]
internal sealed class RegistrationTests
{
    private const string UnknownValue = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
    private const string Sig = "4dabf18193072939515e22adb298388d";

    [Test]
    public async Task Protect_and_retain_are_written_when_they_are_false_and_left_out_when_they_are_not_set()
    {
        await using var engine = await RecordingEngine.StartAsync();

        await engine.RunAsync(() =>
        {
            _ = new Thing("off", options: new CustomResourceOptions { Protect = false, RetainOnDelete = false });
            _ = new Thing("unset");
        });

        var (off, unset) = (engine.Registered("off"), engine.Registered("unset"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That((off.HasProtect, off.Protect, off.HasRetainOnDelete, off.RetainOnDelete), Is.EqualTo((true, false, true, false)));
            Assert.That((unset.HasProtect, unset.HasRetainOnDelete), Is.EqualTo((false, false)));
        }
    }

    [Test]
    public async Task False_zero_empty_text_and_null_in_a_list_are_written()
    {
        var sent = await RegisterAsync(() => new ThingArgs { Enabled = false, Count = 0, Text = "", Items = { "a", (string?)null } });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(sent.Object.Fields["enabled"], Is.EqualTo(Value.ForBool(false)));
            Assert.That(sent.Object.Fields["count"], Is.EqualTo(Value.ForNumber(0)));
            Assert.That(sent.Object.Fields["text"], Is.EqualTo(Value.ForString("")));
            Assert.That(sent.Object.Fields["items"].ListValue.Values[1].KindCase, Is.EqualTo(Value.KindOneofCase.NullValue));
        }
    }

    [Test]
    public async Task An_integer_is_sent_as_a_number()
    {
        var sent = await RegisterAsync(() => new ThingArgs { Count = 3 });

        Assert.That(sent.Object.Fields["count"], Is.EqualTo(Value.ForNumber(3.0)));
    }

    [Test]
    public async Task Every_property_that_is_sent_has_an_entry_of_dependencies_even_an_empty_one()
    {
        var sent = await RegisterAsync(() => new ThingArgs { Count = 3, Text = new Thing("first").Urn, Tags = { { "a", "b" } } });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(sent.PropertyDependencies.Keys, Is.EquivalentTo(sent.Object.Fields.Keys));
            Assert.That(sent.PropertyDependencies["count"].Urns, Is.Empty);
            Assert.That(sent.PropertyDependencies["text"].Urns, Is.EqualTo(new[] { RecordingEngine.UrnOf(Thing.Token, "first") }));
            Assert.That(sent.Dependencies, Is.EqualTo(sent.PropertyDependencies["text"].Urns));
        }
    }

    [Test]
    public async Task A_null_property_is_left_out_while_a_null_element_of_a_list_stays()
    {
        var sent = await RegisterAsync(() => new ThingArgs { Text = Output.Create(default(string)!), Items = { (string?)null } });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(sent.Object.Fields.Keys, Is.EqualTo(new[] { "items" }));
            Assert.That(sent.Object.Fields["items"].ListValue.Values, Has.Count.EqualTo(1));
            Assert.That(sent.PropertyDependencies.Keys, Is.EqualTo(new[] { "items" }));
        }
    }

    [Test]
    public async Task A_resource_without_inputs_sends_an_empty_object()
    {
        var sent = await RegisterAsync(() => new ThingArgs());

        Assert.That(sent.Object, Is.EqualTo(new Struct()));
    }

    [Test]
    public async Task An_unknown_element_keeps_the_list_around_it()
    {
        var sent = await RegisterAsync(() => new ThingArgs { Items = { "a", OutputUtilities.CreateUnknown<string?>("") } });

        Assert.That(
            sent.Object.Fields["items"],
            Is.EqualTo(Value.ForList(Value.ForString("a"), Value.ForString(UnknownValue))));
    }

    [Test]
    public async Task A_secret_that_is_unknown_is_sent_as_unknown()
    {
        var sent = await RegisterAsync(() => new ThingArgs { Text = Output.CreateSecret(OutputUtilities.CreateUnknown("")) });

        Assert.That(sent.Object.Fields["text"], Is.EqualTo(Value.ForString(UnknownValue)));
    }

    [Test]
    public async Task A_secret_is_sent_as_a_secret_with_its_value()
    {
        var sent = await RegisterAsync(() => new ThingArgs { Text = Output.CreateSecret("s") });

        Assert.That(
            sent.Object.Fields["text"].StructValue,
            Is.EqualTo(new Struct
            {
                Fields = { [Sig] = Value.ForString("1b47061264138c4ac30d75fd1eb44270"), ["value"] = Value.ForString("s") },
            }));
    }

    [TestCase(true, "")]
    [TestCase(false, "other-id")]
    public async Task A_reference_to_a_resource_has_an_empty_id_while_the_id_is_unknown(bool preview, string id)
    {
        await using var engine = await RecordingEngine.StartAsync(preview);

        await engine.RunAsync(() => new Thing("a", new ThingArgs { Other = new Thing("other") }));

        var reference = engine.Registered("a").Object.Fields["other"].StructValue.Fields;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(reference[Sig].StringValue, Is.EqualTo("5cf8f73096256a8f31e491e813e4eb8e"));
            Assert.That(reference["urn"].StringValue, Is.EqualTo(RecordingEngine.UrnOf(Thing.Token, "other")));
            Assert.That(reference["id"], Is.EqualTo(Value.ForString(id)));
        }
    }

    [Test]
    public async Task Without_support_for_references_a_resource_is_sent_as_its_id()
    {
        await using var engine = await RecordingEngine.StartAsync();
        engine.MissingFeatures.Add("resourceReferences");

        await engine.RunAsync(() => new Thing("a", new ThingArgs { Other = new Thing("other") }));

        Assert.That(engine.Registered("a").Object.Fields["other"], Is.EqualTo(Value.ForString("other-id")));
    }

    [Test]
    public async Task Every_registration_accepts_secrets_resources_and_reported_results()
    {
        await using var engine = await RecordingEngine.StartAsync();

        await engine.RunAsync(() => new Group("group").AddThing("child"));

        var all = engine.Requests<RegisterResourceRequest>();
        Assert.That(all, Has.Count.EqualTo(3));
        Assert.That(all.Select(sent => sent.AcceptSecrets && sent.AcceptResources && sent.SupportsResultReporting), Is.All.True);
    }

    [Test]
    public async Task References_are_refused_when_the_user_switches_them_off()
    {
        await using var engine = await RecordingEngine.StartAsync();
        var variables = Programs.Variables(engine);
        variables["PULUMI_DISABLE_RESOURCE_REFERENCES"] = "TRUE";

        await Programs.RunAsync(variables, host => Deployment.RunAsync(
            host, () => Task.FromResult<IDictionary<string, object?>>(new Dictionary<string, object?> { ["a"] = new Thing("a").Text }), null));

        Assert.That(engine.Registered("a").AcceptResources, Is.False);
    }

    [Test]
    public async Task A_value_that_cannot_be_sent_is_named_by_its_property()
    {
        await using var engine = await RecordingEngine.StartAsync();

        var result = await engine.RunAsync(() => new Thing("a", new ThingArgs { Any = 12L }));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.EqualTo(32));
            Assert.That(engine.Errors.Single(), Does.Contain("error serializing property \"any\": System.Int64 is not a supported argument type"));
            Assert.That(engine.Errors.Single(), Does.Contain("resource:a[test:index:Thing].any"));
        }
    }

    private static async Task<RegisterResourceRequest> RegisterAsync(Func<ThingArgs> args)
    {
        await using var engine = await RecordingEngine.StartAsync();
        var result = await engine.RunAsync(() => new Thing("sent", args()));
        Assert.That(result.ExitCode, Is.Zero, string.Join("\n", engine.Errors));
        return engine.Registered("sent");
    }
}
