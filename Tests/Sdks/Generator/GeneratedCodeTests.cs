using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;
using NUnit.Framework;
using Pulumi;
using Pulumi.Acme.Machines;
using Pulumi.Acme.Machines.Inputs;
using Pulumi.Testing;
using Pulumi.Utilities;

namespace Infra.Tests.Sdks.Generator;

/// <summary>Runs the recorded code, which is compiled into the tests.</summary>
[TestFixture]
public sealed class GeneratedCodeTests
{
    [Test]
    public async Task Constants_and_defaults_are_sent_and_given_values_win()
    {
        var inputs = await Register(() => new Machine("web", Required(args => args.Cpus = 4)));

        Assert.That(inputs["kind"], Is.EqualTo("machine"));
        Assert.That(inputs["cpus"], Is.EqualTo(4));
        Assert.That(inputs["level"], Is.EqualTo(9));
        Assert.That(inputs["mode"], Is.EqualTo("read-only"));
        Assert.That(inputs.Keys, Has.None.EqualTo("tags"));
    }

    [Test]
    public async Task Secret_inputs_of_every_form_are_secret_and_keep_their_value()
    {
        var args = Required(_ => { });
        await Register(() =>
        {
            args.Password = "hunter2";
            args.Keys = new[] { "a", "b" };
            args.Credentials = new Dictionary<string, string> { ["user"] = "root" };
            return new Machine("web", args);
        });

        Assert.That(await Output.IsSecretAsync(args.Password.ToOutput()), Is.True);
        Assert.That(await Output.IsSecretAsync(args.Keys.ToOutput()), Is.True);
        Assert.That(await Output.IsSecretAsync(args.Credentials.ToOutput()), Is.True);
        Assert.That(await OutputUtilities.GetValueAsync(args.Password.ToOutput()), Is.EqualTo("hunter2"));
        Assert.That(await OutputUtilities.GetValueAsync(args.Keys.ToOutput()), Is.EqualTo(new[] { "a", "b" }));
        Assert.That((await OutputUtilities.GetValueAsync(args.Credentials.ToOutput()))["user"], Is.EqualTo("root"));
    }

    [Test]
    public async Task A_provider_sends_what_is_not_text_as_json_and_nothing_for_absent_variables()
    {
        var inputs = await Register(() => new global::Pulumi.Acme.Provider("acme", new() { Zones = { "a", "b" } }));

        Assert.That(inputs["zones"], Is.EqualTo("""[ "a", "b" ]"""));
        Assert.That(inputs["insecure"], Is.EqualTo("false"));
        Assert.That(inputs["backoff"], Is.EqualTo("1.5"));
        Assert.That(inputs.Keys, Has.None.EqualTo("region").And.None.EqualTo("retries"));
    }

    [Test]
    public async Task Lists_and_maps_can_be_filled_where_they_stand()
    {
        var inputs = await Register(() => new Machine("web", Required(args => args.Tags["team"] = "core")));

        Assert.That(((IDictionary<string, object>)inputs["tags"])["team"], Is.EqualTo("core"));
        Assert.That(((IDictionary<string, object>)inputs["shared"])["key"], Is.EqualTo("k"));
    }

    [Test]
    public async Task Get_reads_the_resource_of_an_id()
    {
        var mocks = new Recorder();
        await Run(mocks, () => Machine.Get("web", "m-1"));

        Assert.That(mocks.Resources.Single().Id, Is.EqualTo("m-1"));
    }

    [Test]
    public async Task A_function_called_with_outputs_gives_its_result()
    {
        var mocks = new Recorder();
        var image = "";
        await Run(mocks, () => GetImage.Invoke(new() { Owner = Output.Create("me") }).Apply(result => image = result.Id));

        Assert.That(image, Is.EqualTo("img-me"));
        Assert.That(mocks.Calls.Single().Args["latest"], Is.EqualTo(true));
    }

    [Test]
    public void An_enum_of_text_has_the_values_equality_and_text_of_the_schema()
    {
        Assert.That(DiskMode.Read_write.ToString(), Is.EqualTo("read-write"));
        Assert.That((string)DiskMode.Asterisk, Is.EqualTo("*"));
        Assert.That(DiskMode.Four == DiskMode.Four, Is.True);
        Assert.That(DiskMode.Four != DiskMode.Asterisk, Is.True);
    }

    [Test]
    public void Each_class_of_a_resource_carries_its_token_and_the_version_of_the_schema()
    {
        var attribute = typeof(Machine).GetCustomAttribute<ResourceTypeAttribute>();

        Assert.That(attribute?.Type, Is.EqualTo("acme:vm/machine:Machine"));
        Assert.That(attribute?.Version, Is.EqualTo("2.5.0"));
    }

    private static MachineArgs Required(Action<MachineArgs> set)
    {
        var args = new MachineArgs
        {
            Size = "small",
            Steady = true,
            Grid = { ImmutableArray.Create(1.5) },
            Shared = new SharedInputArgs { Key = "k", Values = { "v" } },
        };
        set(args);
        return args;
    }

    private static async Task<IDictionary<string, object>> Register(Func<Resource> create)
    {
        var mocks = new Recorder();
        await Run(mocks, create);
        return mocks.Resources.Single().Inputs;
    }

    private static Task<ImmutableArray<Resource>> Run(Recorder mocks, Func<object> body)
        => Deployment.TestAsync(mocks, new TestOptions { IsPreview = false }, () => { body(); });

    private sealed class Recorder : IMocks
    {
        public ConcurrentQueue<MockResourceArgs> Resources { get; } = [];

        public ConcurrentQueue<MockCallArgs> Calls { get; } = [];

        public Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
        {
            Resources.Enqueue(args);
            return Task.FromResult<(string?, object)>((args.Id is { Length: > 0 } id ? id : args.Name + "-id", args.Inputs));
        }

        public Task<object> CallAsync(MockCallArgs args)
        {
            Calls.Enqueue(args);
            return Task.FromResult<object>(new Dictionary<string, object> { ["id"] = "img-" + args.Args["owner"] });
        }
    }
}
