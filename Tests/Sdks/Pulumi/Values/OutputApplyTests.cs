using NUnit.Framework;
using Pulumi;
using Pulumi.Serialization;

namespace Infra.Tests.Sdks.Pulumi.Values;

[Parallelizable(ParallelScope.All)]
internal sealed class OutputApplyTests
{
    public enum Callback
    {
        Value,
        Task,
        Input,
        Output,
        AsyncAction,
    }

    [Test]
    public async Task Callback_does_not_run_on_an_unknown_source([Values] Callback callback, [Values] bool secret, [Values] bool later)
    {
        var resource = Outputs.Resource("a");
        var source = later ? Outputs.Later(1, false, secret, resource) : Outputs.Of(1, false, secret, resource);
        var calls = 0;

        var data = await ApplyAsync(source, callback, () => calls++);

        Assert.That(calls, Is.Zero);
        Assert.That(data.IsKnown, Is.False);
        Assert.That(data.IsSecret, Is.EqualTo(secret));
        Assert.That(data.Value, Is.Null);
        Assert.That(data.Resources, Is.EquivalentTo(new[] { resource }));
    }

    [Test]
    public async Task Callback_runs_once_on_a_known_source([Values] Callback callback, [Values] bool secret, [Values] bool later)
    {
        var resource = Outputs.Resource("a");
        var source = later ? Outputs.Later(1, true, secret, resource) : Outputs.Of(1, true, secret, resource);
        var calls = 0;

        var data = await ApplyAsync(source, callback, () => calls++);

        Assert.That(calls, Is.EqualTo(1));
        Assert.That(data.IsKnown, Is.True);
        Assert.That(data.IsSecret, Is.EqualTo(secret));
        Assert.That(data.Value, Is.EqualTo(callback == Callback.AsyncAction ? default(ValueTuple) : "1"));
        Assert.That(data.Resources, Is.EquivalentTo(new[] { resource }));
    }

    [Test]
    public async Task Inner_output_joins_the_source(
        [Values] bool sourceSecret,
        [Values] bool innerKnown,
        [Values] bool innerSecret,
        [Values] bool asInput)
    {
        var outer = Outputs.Resource("outer");
        var nested = Outputs.Resource("inner");
        var source = Outputs.Of(1, true, sourceSecret, outer);
        var inner = Outputs.Later("v", innerKnown, innerSecret, nested);

        var data = await (asInput ? source.Apply(_ => (Input<string>)inner) : source.Apply(_ => inner)).DataAsync();

        Assert.That(data.IsKnown, Is.EqualTo(innerKnown));
        Assert.That(data.IsSecret, Is.EqualTo(sourceSecret || innerSecret));
        Assert.That(data.Resources, Is.EquivalentTo(new[] { outer, nested }));
    }

    [Test]
    public async Task Inner_output_of_an_unknown_source_is_not_seen()
    {
        var data = await Outputs.Unknown<int>().Apply(_ => Output.CreateSecret("v")).DataAsync();

        Assert.That(data.IsSecret, Is.False);
        Assert.That(data.IsKnown, Is.False);
    }

    [Test]
    public async Task Null_input_or_output_gives_the_default_value([Values] bool secret)
    {
        var resource = Outputs.Resource("a");
        var source = Outputs.Of(1, true, secret, resource);

        var fromOutput = await source.Apply(_ => (Output<int>?)null).DataAsync();
        var fromInput = await source.Apply(_ => (Input<string>?)null).DataAsync();

        Assert.That(fromOutput, Is.EqualTo(new OutputData<int>(fromOutput.Resources, 0, true, secret)));
        Assert.That(fromOutput.Resources, Is.EquivalentTo(new[] { resource }));
        Assert.That(fromInput, Is.EqualTo(new OutputData<string>(fromInput.Resources, null!, true, secret)));
    }

    [Test]
    public void Fault_of_source_callback_or_inner_output_faults_the_result()
    {
        Assert.That(
            async () => await Outputs.Faulted<int>("source").Apply(x => x).DataTask,
            Throws.Exception.With.Message.EqualTo("source"));
        Assert.That(
            async () => await Output.Create(1).Apply(int (_) => throw new InvalidOperationException("callback")).DataTask,
            Throws.Exception.With.Message.EqualTo("callback"));
        Assert.That(
            async () => await Output.Create(1).Apply(_ => Outputs.Faulted<int>("inner")).DataTask,
            Throws.Exception.With.Message.EqualTo("inner"));
        Assert.That(
            async () => await Output.Create(1).Apply(_ => Task.FromException(new InvalidOperationException("action"))).DataTask,
            Throws.Exception.With.Message.EqualTo("action"));
    }

    [Test]
    public async Task Input_applies_as_its_output_does()
    {
        Input<int>? plain = 1;
        Input<int>? output = Output.CreateSecret(2);
        Input<int>? none = null;

        Assert.That(await plain.Apply(x => x + 1).ValueAsync(), Is.EqualTo(2));
        Assert.That(await plain.Apply(x => Task.FromResult(x + 1)).ValueAsync(), Is.EqualTo(2));
        Assert.That(await plain.Apply(x => (Input<int>)(x + 1)).ValueAsync(), Is.EqualTo(2));
        Assert.That(await plain.Apply(x => Output.Create(x + 1)).ValueAsync(), Is.EqualTo(2));
        Assert.That((await output.Apply(x => x + 1).DataAsync()).IsSecret, Is.True);
        Assert.That(await none.ToOutput().ValueAsync(), Is.Zero);
        Assert.That(await none.Apply(x => x + 1).ValueAsync(), Is.EqualTo(1));
    }

    [Test]
    public void Null_output_is_refused_as_an_input()
    {
        Output<string>? missing = null;

        Assert.That(() => { Input<string> _ = missing!; }, Throws.ArgumentNullException);
    }

    private static async Task<OutputData<object?>> ApplyAsync(Output<int> source, Callback callback, Action called)
    {
        IOutput result = callback switch
        {
            Callback.Value => source.Apply(x => Record(x)),
            Callback.Task => source.Apply(async x =>
            {
                await Task.Yield();
                return Record(x);
            }),
            Callback.Input => source.Apply(x => (Input<string>)Record(x)),
            Callback.Output => source.Apply(x => Output.Create(Record(x))),
            _ => source.Apply(async x =>
            {
                await Task.Yield();
                Record(x);
            }),
        };
        var data = await result.GetDataAsync();
        return callback == Callback.AsyncAction && !data.IsKnown ? data with { Value = null } : data;

        string Record(int value)
        {
            called();
            return value.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }
    }
}
