using System.Collections.Immutable;
using Infra.Tests.Sdks.Pulumi.Values;
using NUnit.Framework;
using Pulumi;
using Pulumi.Testing;
using Pulumi.Utilities;

namespace Infra.Tests.Sdks.Pulumi.Mocks;

[Parallelizable(ParallelScope.All)]
internal sealed class StackReferenceTests
{
    [Test]
    public async Task The_resources_name_is_the_stacks_unless_another_is_given()
    {
        var mocks = new Recorder();

        await Deployment.TestAsync(mocks, new TestOptions(), () =>
        {
            _ = new StackReference("org/net/prod");
            _ = new StackReference("named", new StackReferenceArgs { Name = "org/net/dev" });
        });

        Assert.That(
            mocks.Resources.Select(args => (args.Id, args.Inputs["name"])),
            Is.EquivalentTo(new[] { ("org/net/prod", (object)"org/net/prod"), ("org/net/dev", "org/net/dev") }));
    }

    [Test]
    public async Task An_output_is_secret_exactly_when_its_stack_says_so()
    {
        var reference = await ReadAsync();

        var open = await reference.GetOutput("open").DataAsync();
        var hidden = await reference.GetOutput("hidden").DataAsync();
        var missing = await reference.GetOutput("missing").DataAsync();
        using (Assert.EnterMultipleScope())
        {
            Assert.That((open.Value, open.IsSecret), Is.EqualTo(((object)"o", false)));
            Assert.That((hidden.Value, hidden.IsSecret), Is.EqualTo(((object)"h", true)));
            Assert.That((missing.Value, missing.IsKnown, missing.IsSecret), Is.EqualTo(((object?)null, true, false)));
        }
    }

    [Test]
    public async Task An_output_of_unknown_name_is_unknown_and_secret_when_any_output_is()
    {
        var reference = await ReadAsync();

        var data = await reference.GetOutput(OutputUtilities.CreateUnknown("")).DataAsync();

        Assert.That((data.IsKnown, data.IsSecret), Is.EqualTo((false, true)));
    }

    [Test]
    public async Task A_required_output_that_is_missing_is_named()
    {
        var reference = await ReadAsync();

        Assert.That(await reference.RequireOutput("open").ValueAsync(), Is.EqualTo("o"));
        Assert.That(
            () => reference.RequireOutput("missing").DataTask,
            Throws.TypeOf<KeyNotFoundException>().With.Message.EqualTo("Required output 'missing' does not exist on stack 'org/net/prod'."));
        Assert.That(() => reference.RequireValueAsync("missing"), Throws.TypeOf<KeyNotFoundException>());
    }

    [Test]
    public async Task A_secret_is_not_given_out_as_a_plain_value()
    {
        var reference = await ReadAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await reference.GetValueAsync("open"), Is.EqualTo("o"));
            Assert.That(await reference.GetValueAsync("missing"), Is.Null);
            Assert.That(() => reference.GetValueAsync("hidden"), Throws.InvalidOperationException);
            Assert.That(() => reference.RequireValueAsync("hidden"), Throws.InvalidOperationException);
        }
    }

    [Test]
    public async Task Details_tell_plain_secret_and_missing_outputs_apart()
    {
        var reference = await ReadAsync();

        var open = await reference.GetOutputDetailsAsync("open");
        var hidden = await reference.GetOutputDetailsAsync("hidden");
        var missing = await reference.GetOutputDetailsAsync("missing");
        Assert.That(
            new[] { (open.Value, open.SecretValue), (hidden.Value, hidden.SecretValue), (missing.Value, missing.SecretValue) },
            Is.EqualTo(new (object?, object?)[] { ("o", null), (null, "h"), (null, null) }));
    }

    private static async Task<StackReference> ReadAsync()
    {
        var mocks = new Recorder
        {
            OnNew = args => (args.Id, new Dictionary<string, object>
            {
                ["name"] = args.Inputs["name"],
                ["outputs"] = new Dictionary<string, object> { ["open"] = "o", ["hidden"] = Output.CreateSecret("h") },
                ["secretOutputNames"] = ImmutableArray.Create("hidden"),
            }),
        };
        StackReference? reference = null;
        await Deployment.TestAsync(mocks, new TestOptions(), () => { reference = new StackReference("org/net/prod"); });
        return reference!;
    }
}
