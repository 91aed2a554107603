using Infra.Preview.Model;
using Infra.Preview.Synthesis;
using Infra.Preview.Protocol;
using NUnit.Framework;
using static Infra.Preview.Model.ProtobufConversion;

namespace Infra.Tests.Preview.Engine;

public sealed class RegistrationTests
{
    [Test]
    public async Task Urns_join_the_types_of_all_parents_except_the_stack()
    {
        await using var engine = await EngineHarness.StartAsync();
        var stack = await engine.StackAsync();
        var outer = await engine.ComponentAsync("outer", stack);
        var inner = await engine.ComponentAsync("inner", outer);
        var bucket = await engine.BucketAsync("b::with::colons", inner);

        Assert.That(stack, Is.EqualTo("urn:pulumi:dev::proj::pulumi:pulumi:Stack::proj-dev"));
        Assert.That(outer, Is.EqualTo("urn:pulumi:dev::proj::demo:index:Group::outer"));
        Assert.That(inner, Is.EqualTo("urn:pulumi:dev::proj::demo:index:Group$demo:index:Group::inner"));
        Assert.That(bucket.Urn, Is.EqualTo("urn:pulumi:dev::proj::demo:index:Group$demo:index:Group$aws:s3/bucket:Bucket::b::with::colons"));
        Assert.That(engine.Node(bucket.Urn).Parent, Is.SameAs(engine.Node(inner)));
    }

    [Test]
    public async Task Ids_and_outputs_are_synthesised_and_the_inputs_recorded()
    {
        await using var engine = await EngineHarness.StartAsync();
        var inputs = MapValue.Of(("acl", "private"), ("size", 3), ("on", false), ("none", PropertyValue.Null));

        var reply = await engine.BucketAsync("b", await engine.StackAsync(), request => request.Object = ToStruct(inputs));

        Assert.That(reply.Id, Is.EqualTo("id-of-b"));
        Assert.That(ToMap(reply.Object), Is.EqualTo(inputs.With("arn", "arn:id-of-b")));
        Assert.That(engine.Node(reply.Urn).Inputs, Is.EqualTo(inputs));
        Assert.That(engine.Node(reply.Urn).Output("id").AsText, Is.EqualTo("id-of-b"));
    }

    [Test]
    public async Task Kept_unknowns_leave_the_id_empty_and_give_only_known_inputs_back()
    {
        await using var engine = await EngineHarness.StartAsync(keepsUnknowns: true);
        var inputs = MapValue.Of(("acl", "private"), ("tags", MapValue.Of(("of", PropertyValue.Unknown))));

        var reply = await engine.BucketAsync("b", await engine.StackAsync(), request => request.Object = ToStruct(inputs));

        Assert.That(reply.Id, Is.Empty);
        Assert.That(ToMap(reply.Object), Is.EqualTo(MapValue.Of(("acl", "private"))));
        Assert.That(engine.Node(reply.Urn).Inputs, Is.EqualTo(inputs));
        Assert.That(engine.Node(reply.Urn).Output("arn").IsUnknown);
    }

    [Test]
    public async Task Kept_unknowns_keep_secret_what_the_program_says_is_secret()
    {
        await using var engine = await EngineHarness.StartAsync(keepsUnknowns: true);

        var reply = await engine.BucketAsync("b", await engine.StackAsync(), request =>
        {
            request.Object = ToStruct(MapValue.Of(("token", "t"), ("user", "u")));
            request.AdditionalSecretOutputs.Add("token");
        });

        Assert.That(ToMap(reply.Object), Is.EqualTo(MapValue.Of(("token", new SecretValue("t")), ("user", "u"))));
        Assert.That(engine.Node(reply.Urn).Output("token"), Is.TypeOf<SecretValue>());
    }

    [Test]
    public async Task An_output_is_secret_where_its_input_is_and_where_the_program_says_so()
    {
        await using var engine = await EngineHarness.StartAsync();
        var inputs = MapValue.Of(("password", new SecretValue("p")), ("user", "u"));

        var reply = await engine.BucketAsync("b", await engine.StackAsync(), request =>
        {
            request.Object = ToStruct(inputs);
            request.AdditionalSecretOutputs.Add("arn");
        });

        var outputs = ToMap(reply.Object);
        Assert.That(outputs["password"], Is.EqualTo(new SecretValue("p")));
        Assert.That(outputs["arn"], Is.EqualTo(new SecretValue("arn:id-of-b")));
        Assert.That(outputs["user"], Is.EqualTo(new TextValue("u")));
    }

    [Test]
    public async Task Protection_retention_and_deletion_with_another_are_inherited_unless_set()
    {
        await using var engine = await EngineHarness.StartAsync();
        var stack = await engine.StackAsync();
        var other = (await engine.BucketAsync("other", stack)).Urn;
        var guarded = await engine.ComponentAsync("guarded", stack, request =>
        {
            request.Protect = true;
            request.RetainOnDelete = true;
            request.DeletedWith = other;
        });
        var heir = engine.Node((await engine.BucketAsync("heir", guarded)).Urn);
        var free = engine.Node((await engine.BucketAsync("free", guarded, request =>
        {
            request.Protect = false;
            request.RetainOnDelete = false;
        })).Urn);

        Assert.That((heir.Protect, heir.RetainOnDelete, heir.DeletedWith), Is.EqualTo((true, true, other)));
        Assert.That((free.Protect, free.RetainOnDelete), Is.EqualTo((false, false)));
    }

    [Test]
    public async Task Dependencies_are_recorded_by_resource_and_by_property()
    {
        await using var engine = await EngineHarness.StartAsync();
        var stack = await engine.StackAsync();
        var a = (await engine.BucketAsync("a", stack)).Urn;
        var b = (await engine.BucketAsync("b", stack)).Urn;

        var reply = await engine.BucketAsync("c", stack, request =>
        {
            request.Object = ToStruct(MapValue.Of(("from", "x"), ("plain", "y")));
            request.Dependencies.Add([b, a]);
            request.PropertyDependencies.Add("from", new RegisterResourceRequest.Types.PropertyDependencies { Urns = { b } });
            request.PropertyDependencies.Add("plain", new RegisterResourceRequest.Types.PropertyDependencies());
        });

        var node = engine.Node(reply.Urn);
        Assert.That(node.Dependencies, Is.EqualTo(new[] { a, b }));
        Assert.That(node.PropertyDependencies["from"], Is.EqualTo(new[] { b }));
        Assert.That(node.PropertyDependencies["plain"], Is.Empty);
    }

    [Test]
    public async Task Options_are_recorded_as_sent()
    {
        await using var engine = await EngineHarness.StartAsync();
        var reply = await engine.BucketAsync("b", await engine.StackAsync(), request =>
        {
            request.IgnoreChanges.Add("acl");
            request.ReplaceOnChanges.Add("name");
            request.HideDiffs.Add("policy");
            request.DeleteBeforeReplaceDefined = true;
            request.ImportId = "existing";
            request.CustomTimeouts = new() { Create = "300000000000ns", Delete = "1h30m" };
        });

        var node = engine.Node(reply.Urn);
        Assert.That(node.IgnoreChanges, Is.EqualTo(new[] { "acl" }));
        Assert.That(node.ReplaceOnChanges, Is.EqualTo(new[] { "name" }));
        Assert.That(node.HideDiffs, Is.EqualTo(new[] { "policy" }));
        Assert.That(node.DeleteBeforeReplace, Is.False);
        Assert.That((node.Operation, node.Id), Is.EqualTo((ResourceOperation.Import, "existing")));
        Assert.That(node.CustomTimeouts, Is.EqualTo(new ResourceTimeouts("300000000000ns", "", "1h30m")));
        Assert.That(node.Version, Is.EqualTo("7.48.0"));
    }

    [Test]
    public async Task Aliases_become_urns_and_pass_on_to_children_renamed_with_their_parent()
    {
        await using var engine = await EngineHarness.StartAsync();
        var stack = await engine.StackAsync();
        var group = await engine.ComponentAsync("new", stack, request => request.Aliases.Add(new Alias { Spec = new() { Name = "old" } }));
        var child = engine.Node((await engine.BucketAsync("new-data", group)).Urn);
        var moved = engine.Node((await engine.BucketAsync("moved", group, request =>
            request.Aliases.Add(new Alias { Spec = new() { NoParent = true } }))).Urn);

        Assert.That(engine.Node(group).Aliases, Is.EqualTo(new[] { "urn:pulumi:dev::proj::demo:index:Group::old" }));
        Assert.That(child.Aliases, Is.EqualTo(new[] { "urn:pulumi:dev::proj::demo:index:Group$aws:s3/bucket:Bucket::old-data" }));
        Assert.That(moved.Aliases, Is.EqualTo(new[] { "urn:pulumi:dev::proj::aws:s3/bucket:Bucket::moved" }));
    }

    [Test]
    public async Task A_local_components_outputs_come_once_and_only_by_registration()
    {
        await using var engine = await EngineHarness.StartAsync();
        var group = await engine.ComponentAsync("g", await engine.StackAsync());
        await engine.OutputsAsync(group, MapValue.Of(("url", new SecretValue("https://x"))));

        Assert.That(engine.Node(group).Outputs, Is.EqualTo(MapValue.Of(("url", new SecretValue("https://x")))));
        Assert.That(() => engine.OutputsAsync(group, MapValue.Empty), Throws.TypeOf<RawFault>());
        Assert.That(engine.Deployment.Diagnostics.Single().Message, Does.Contain($"'{group}' whose registration isn't pending"));
    }

    [TestCase("", "n", "needs a type and a name")]
    [TestCase("aws:s3/bucket:Bucket", "", "needs a type and a name")]
    [TestCase("Bucket", "n", "expected PACKAGE:MODULE:NAME")]
    public async Task A_resource_without_identity_is_refused(string type, string name, string says)
    {
        await using var engine = await EngineHarness.StartAsync();
        var stack = await engine.StackAsync();

        Assert.That(
            () => engine.RegisterAsync(new() { Type = type, Name = name, Parent = stack, Custom = true }),
            Throws.TypeOf<RawFault>().With.Message.Contains(says).And.Property("Status").EqualTo(3));
    }

    [Test]
    public async Task A_second_resource_of_the_same_urn_ends_the_deployment_with_one_error()
    {
        await using var engine = await EngineHarness.StartAsync();
        var stack = await engine.StackAsync();
        var urn = (await engine.BucketAsync("b", stack)).Urn;

        Assert.That(() => engine.BucketAsync("b", stack), Throws.TypeOf<RawFault>().With.Property("Status").EqualTo(14));
        Assert.That(() => engine.BucketAsync("late", stack), Throws.TypeOf<RawFault>().With.Property("Status").EqualTo(14));
        Assert.That(
            engine.Deployment.Diagnostics,
            Is.EqualTo(new[] { new Diagnostic(Severity.Error, $"Duplicate resource URN '{urn}'; try giving it a unique name", urn) }));
    }

    [Test]
    public async Task A_name_that_AWS_would_refuse_ends_the_deployment_with_one_error()
    {
        await using var engine = await EngineHarness.StartAsync(synthesizer: new OutputSynthesizer());
        var stack = await engine.StackAsync();
        var name = new string('a', 33);

        Assert.That(
            () => engine.BucketAsync(name, stack, request => request.Type = "aws:lb/targetGroup:TargetGroup"),
            Throws.TypeOf<RawFault>().With.Property("Status").EqualTo(14));
        var fault = engine.Deployment.Diagnostics.Single();
        Assert.That(fault.Message, Does.StartWith($"The name of aws:lb/targetGroup:TargetGroup '{name}' would be '{name}-"));
        Assert.That(fault.Urn, Does.EndWith($"::{name}"));
    }

    [Test]
    public async Task An_unknown_parent_ends_the_deployment_with_one_error()
    {
        await using var engine = await EngineHarness.StartAsync();
        const string Nobody = "urn:pulumi:dev::proj::demo:index:Group::nobody";

        Assert.That(() => engine.BucketAsync("b", Nobody), Throws.TypeOf<RawFault>().With.Property("Status").EqualTo(14));
        Assert.That(engine.Deployment.Diagnostics.Single().Message, Is.EqualTo($"could not find parent resource {Nobody}"));
    }

    [Test]
    public async Task A_value_with_an_unknown_signature_is_refused_by_property()
    {
        await using var engine = await EngineHarness.StartAsync();
        var stack = await engine.StackAsync();
        var inputs = MapValue.Of(("a", MapValue.Of(("b", MapValue.Of((Signatures.Key, "ffff"))))));

        Assert.That(
            () => engine.BucketAsync("b", stack, request => request.Object = ToStruct(inputs)),
            Throws.TypeOf<RawFault>().With.Message.Contains("unrecognized signature 'ffff' in property 'a.b'"));
    }

    [TestCase("soon")]
    [TestCase("5")]
    [TestCase("5 m")]
    public async Task A_timeout_that_is_no_duration_is_refused(string text)
    {
        await using var engine = await EngineHarness.StartAsync();
        var stack = await engine.StackAsync();

        Assert.That(
            () => engine.BucketAsync("b", stack, request => request.CustomTimeouts = new() { Create = text }),
            Throws.TypeOf<RawFault>().With.Message.Contains($"custom timeout '{text}'"));
    }
}
