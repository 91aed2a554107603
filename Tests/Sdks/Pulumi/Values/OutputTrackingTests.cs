using System.Collections.Immutable;
using NUnit.Framework;
using Pulumi;
using Pulumi.Testing;

namespace Infra.Tests.Sdks.Pulumi.Values;

/// <summary>A program waits for every output it made, also for those that nobody uses.</summary>
[Parallelizable(ParallelScope.All)]
internal sealed class OutputTrackingTests
{
    [Test]
    public async Task Program_waits_for_an_output_that_nobody_uses()
    {
        var done = false;

        await RunAsync(() => Output.Create(1).Apply(async value =>
        {
            for (var i = 0; i < 100; i++)
            {
                await Task.Yield();
            }

            done = true;
            return value;
        }));

        Assert.That(done, Is.True);
    }

    [Test]
    public void Fault_of_an_output_that_nobody_uses_fails_the_program([Values] bool later)
        => Assert.That(
            () => RunAsync(() => (later ? Outputs.Later(1) : Output.Create(1)).Apply(int (_) => throw new InvalidOperationException("boom"))),
            Throws.InstanceOf<RunException>().With.Message.Contains("boom"));

    [Test]
    public void Fault_of_a_task_given_to_an_output_fails_the_program()
        => Assert.That(
            () => RunAsync(() => Output.CreateSecret(Task.FromException<int>(new InvalidOperationException("boom")))),
            Throws.InstanceOf<RunException>().With.Message.Contains("boom"));

    [Test]
    public async Task Deferred_output_that_is_resolved_later_is_waited_for()
    {
        var seen = "";

        await RunAsync(() =>
        {
            var deferred = new DeferredOutput<string>();
            deferred.Output.Apply(value => seen = value);
            deferred.Resolve(Outputs.Later("v"));
        });

        Assert.That(seen, Is.EqualTo("v"));
    }

    private static Task<ImmutableArray<Resource>> RunAsync(Action program)
        => Deployment.TestAsync(new EmptyMocks(), new TestOptions { IsPreview = false }, program);
}
