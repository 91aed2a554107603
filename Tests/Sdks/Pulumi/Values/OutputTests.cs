using NUnit.Framework;
using Pulumi;
using Pulumi.Serialization;
using Pulumi.Utilities;

namespace Infra.Tests.Sdks.Pulumi.Values;

[Parallelizable(ParallelScope.All)]
internal sealed class OutputTests
{
    [Test]
    public async Task Create_gives_a_known_plain_output_without_resources()
    {
        var fromValue = await Output.Create("a").DataAsync();
        var fromTask = await Output.Create(Task.FromResult("a")).DataAsync();
        var fromGenericType = await Output<string>.Create(Task.FromResult("a")).DataAsync();

        Assert.That(fromValue, Is.EqualTo(OutputData.Known("a")));
        Assert.That(fromTask, Is.EqualTo(OutputData.Known("a")));
        Assert.That(fromGenericType, Is.EqualTo(OutputData.Known("a")));
    }

    [Test]
    public async Task CreateSecret_marks_values_tasks_and_outputs_secret_and_keeps_the_rest()
    {
        var resource = Outputs.Resource("a");
        var fromUnknown = await Output.CreateSecret(Outputs.Unknown<int>(false, resource)).DataAsync();

        Assert.That(await Output.CreateSecret(1).DataAsync(), Is.EqualTo(OutputData.Known(1, isSecret: true)));
        Assert.That(await Output.CreateSecret(Task.FromResult(1)).DataAsync(), Is.EqualTo(OutputData.Known(1, isSecret: true)));
        Assert.That(fromUnknown.IsSecret, Is.True);
        Assert.That(fromUnknown.IsKnown, Is.False);
        Assert.That(fromUnknown.Resources, Is.EquivalentTo(new[] { resource }));
    }

    [Test]
    public async Task Unsecret_drops_secrecy_only([Values] bool known, [Values] bool secret)
    {
        var resource = Outputs.Resource("a");

        var data = await Output.Unsecret(Outputs.Of(1, known, secret, resource)).DataAsync();

        Assert.That(data.IsSecret, Is.False);
        Assert.That(data.IsKnown, Is.EqualTo(known));
        Assert.That(data.Resources, Is.EquivalentTo(new[] { resource }));
    }

    [Test]
    public async Task IsSecretAsync_tells_secrecy([Values] bool secret)
        => Assert.That(await Output.IsSecretAsync(Outputs.Later(1, secret: secret)), Is.EqualTo(secret));

    [Test]
    public async Task CreateUnknown_never_calls_its_factory()
    {
        var called = false;

        var data = await OutputUtilities.CreateUnknown(() =>
        {
            called = true;
            return Task.FromResult(1);
        }).DataAsync();

        Assert.That(called, Is.False);
        Assert.That(data.IsKnown, Is.False);
        Assert.That((await OutputUtilities.CreateUnknown(7).DataAsync()).IsKnown, Is.False);
    }

    [Test]
    public async Task Utilities_see_value_knownness_and_resources()
    {
        var first = Outputs.Resource("a");
        var second = Outputs.Resource("b");
        var output = OutputUtilities.WithDependency(Outputs.Of("v", true, true, first), second);

        Assert.That(await OutputUtilities.GetValueAsync(output), Is.EqualTo("v"));
        Assert.That(await OutputUtilities.GetIsKnownAsync(output), Is.True);
        Assert.That(await OutputUtilities.GetIsKnownAsync(Outputs.Unknown<int>()), Is.False);
        Assert.That(await OutputUtilities.GetDependenciesAsync(output), Is.EquivalentTo(new[] { first, second }));
        Assert.That(await Output.IsSecretAsync(output), Is.True);
    }

    [Test]
    public async Task Deferred_output_becomes_everything_that_it_is_resolved_with([Values] bool known, [Values] bool secret)
    {
        var resource = Outputs.Resource("a");
        var deferred = new DeferredOutput<int>();
        var derived = deferred.Output.Apply(value => value + 1);
        Assert.That(deferred.Output.DataTask.IsCompleted, Is.False);

        deferred.Resolve(Outputs.Later(1, known, secret, resource));

        var data = await derived.DataAsync();
        Assert.That(data.IsKnown, Is.EqualTo(known));
        Assert.That(data.IsSecret, Is.EqualTo(secret));
        Assert.That(data.Value, Is.EqualTo(known ? 2 : 0));
        Assert.That(data.Resources, Is.EquivalentTo(new[] { resource }));
    }

    [Test]
    public void Deferred_output_resolves_once()
    {
        var deferred = new DeferredOutput<int>();
        deferred.Resolve(Output.Create(1));

        var fault = Assert.Throws<InvalidOperationException>(() => deferred.Resolve(Output.Create(2)));

        Assert.That(fault.Message, Does.Contain("already resolved"));
    }

    [Test]
    public void Deferred_output_passes_on_the_fault_of_what_it_is_resolved_with()
    {
        var deferred = new DeferredOutput<int>();

        deferred.Resolve(Outputs.Faulted<int>("boom"));

        Assert.That(async () => await deferred.Output.DataTask, Throws.InvalidOperationException.With.Message.EqualTo("boom"));
    }

    [Test]
    public void ToString_explains_itself()
        => Assert.That(Output.Create("secret text").ToString(), Does.Contain("Output.Format").And.Not.Contain("secret text"));

    [TestCase(null, false)]
    [TestCase("", false)]
    [TestCase("0", false)]
    [TestCase("1", true)]
    [TestCase("true", true)]
    [TestCase("TRUE", true)]
    public void ToString_throws_when_the_switch_is_set(string? errorSwitch, bool throws)
        => Assert.That(
            () => OutputText.Describe(errorSwitch),
            throws ? Throws.InvalidOperationException.With.Message.Contains("Apply") : Throws.Nothing);

    [Test]
    public async Task Lists_give_elements_and_length()
    {
        var list = Output.Create(System.Collections.Immutable.ImmutableArray.Create("a", "b"));

        Assert.That(await list.First().ValueAsync(), Is.EqualTo("a"));
        Assert.That(await list.GetAt(1).ValueAsync(), Is.EqualTo("b"));
        Assert.That(await list.GetAt(Output.Create(1)).ValueAsync(), Is.EqualTo("b"));
        Assert.That(await list.Length().ValueAsync(), Is.EqualTo(2));
        Assert.That(async () => await list.GetAt(2).DataTask, Throws.TypeOf<IndexOutOfRangeException>());
    }

    [Test]
    public async Task Unions_give_their_cases()
    {
        var text = Output.Create(Union<string, int>.FromT0("a"));
        var number = Output.Create(Union<string, int>.FromT1(1));

        Assert.That(await text.IsT0().ValueAsync(), Is.True);
        Assert.That(await text.IsT1().ValueAsync(), Is.False);
        Assert.That(await text.AsT0().ValueAsync(), Is.EqualTo("a"));
        Assert.That(await number.AsT1().ValueAsync(), Is.EqualTo(1));
        Assert.That(await number.Value().ValueAsync(), Is.EqualTo(1));
        Assert.That(async () => await text.AsT1().DataTask, Throws.InvalidOperationException);
    }
}
