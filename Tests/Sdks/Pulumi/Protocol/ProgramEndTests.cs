using Infra.Tests.Sdks.Pulumi.Support;
using NUnit.Framework;
using Pulumi;
using Pulumi.Utilities;
using Pulumirpc;

namespace Infra.Tests.Sdks.Pulumi.Protocol;

/// <summary>How a program ends, and what the engine is told at the end.</summary>
[Parallelizable(ParallelScope.All)]
internal sealed class ProgramEndTests
{
    private const string Shutdown = "SignalAndWaitForShutdown";
    private const string StackOutputs = "RegisterResourceOutputs";

    [Test]
    public async Task A_clean_run_registers_the_stacks_outputs_once_then_signals_once_and_returns_zero()
    {
        await using var engine = await RecordingEngine.StartAsync();

        var result = await engine.RunAsync(() => new Thing("a"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That((result.ExitCode, result.ProcessExitCode), Is.EqualTo((0, (int?)null)));
            Assert.That(engine.Methods.Count(method => method == StackOutputs), Is.EqualTo(1));
            Assert.That(engine.Methods.Count(method => method == Shutdown), Is.EqualTo(1));
            Assert.That(engine.Methods[^1], Is.EqualTo(Shutdown));
            Assert.That(engine.Requests<RegisterResourceOutputsRequest>().Single().Urn, Does.EndWith("::pulumi:pulumi:Stack::proj-dev"));
        }
    }

    [Test]
    public async Task A_failed_run_never_signals()
    {
        await using var engine = await RecordingEngine.StartAsync();

        var result = await engine.RunAsync(() => throw new InvalidOperationException("boom"));

        Assert.That((result.ExitCode, engine.Methods.Contains(Shutdown)), Is.EqualTo((32, false)));
    }

    [Test]
    public async Task A_failure_is_logged_before_the_program_returns_32_and_sets_the_exit_code_of_the_process()
    {
        await using var engine = await RecordingEngine.StartAsync();

        var result = await engine.RunAsync(() => throw new InvalidOperationException("boom"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That((result.ExitCode, result.ProcessExitCode), Is.EqualTo((32, (int?)32)));
            Assert.That(engine.Errors.Single(), Does.StartWith("Running program '"));
            Assert.That(engine.Errors.Single(), Does.Contain("' failed with an unhandled exception:\nSystem.InvalidOperationException: boom\n"));
            Assert.That(result.Error, Is.Empty);
        }
    }

    [Test]
    public async Task A_failure_that_cannot_be_logged_goes_to_standard_error_and_returns_one()
    {
        await using var engine = await RecordingEngine.StartAsync();
        engine.OnLog = _ => throw new EngineFault(EngineFault.Unknown, "no ink");

        var result = await engine.RunAsync(() => throw new InvalidOperationException("boom"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That((result.ExitCode, result.ProcessExitCode), Is.EqualTo((1, (int?)1)));
            Assert.That(result.Error, Does.StartWith("Error occurred trying to send logging message to engine:\n"));
            Assert.That(result.Error, Does.Contain("no ink").And.Contain("boom"));
        }
    }

    [Test]
    public async Task An_error_that_was_only_logged_returns_one_without_a_signal()
    {
        await using var engine = await RecordingEngine.StartAsync();

        var result = await engine.RunAsync(() => Log.Error("not good"));

        Assert.That((result.ExitCode, engine.Methods.Contains(Shutdown)), Is.EqualTo((1, false)));
    }

    [TestCase(EngineFault.Unavailable)]
    [TestCase(EngineFault.Cancelled)]
    public async Task An_engine_that_stopped_listening_is_not_reported_and_not_called_again(int status)
    {
        await using var engine = await RecordingEngine.StartAsync();
        engine.OnRegister = (request, answer) => request.Name == "fails"
            ? throw new EngineFault(status, "resource monitor shut down while waiting on step's done channel")
            : Task.FromResult(answer);

        var result = await engine.RunAsync(async () =>
        {
            var first = new Thing("fails");
            try
            {
                await OutputUtilities.GetValueAsync(first.Text);
            }
            catch (Exception)
            {
                _ = new Thing("after");
                throw;
            }
        });

        using (Assert.EnterMultipleScope())
        {
            Assert.That((result.ExitCode, result.ProcessExitCode), Is.EqualTo((32, (int?)32)));
            Assert.That((engine.Logs.Count, result.Error), Is.EqualTo((0, "")));
            Assert.That(engine.Requests<RegisterResourceRequest>().Select(request => request.Name), Is.EqualTo(new[] { "proj-dev", "fails" }));
            Assert.That(engine.Methods, Has.No.Member(Shutdown));
        }
    }

    [Test]
    public async Task A_resource_that_the_engine_refuses_fails_the_program_with_the_engines_words()
    {
        await using var engine = await RecordingEngine.StartAsync();
        engine.OnRegister = (request, answer) => request.Name == "bad" ? throw new EngineFault(EngineFault.Unknown, "bad name") : Task.FromResult(answer);

        var result = await engine.RunAsync(() => new Thing("after", new ThingArgs { Text = new Thing("bad").Text! }));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.EqualTo(32));
            Assert.That(engine.Errors, Has.Exactly(1).Contains("bad name"), "dependents fail of the same cause, which is told once");
        }
    }

    [TestCase(EngineFault.Unimplemented)]
    [TestCase(EngineFault.Unavailable)]
    public async Task An_engine_that_cannot_wait_for_the_end_or_is_gone_by_then_is_no_failure(int status)
    {
        await using var engine = await RecordingEngine.StartAsync();
        engine.OnShutdown = () => throw new EngineFault(status, "no");

        Assert.That((await engine.RunAsync(() => { })).ExitCode, Is.Zero);
    }

    [Test]
    public async Task Another_failure_at_the_end_is_reported()
    {
        await using var engine = await RecordingEngine.StartAsync();
        engine.OnShutdown = () => throw new EngineFault(EngineFault.Unknown, "already waiting");

        var result = await engine.RunAsync(() => { });

        Assert.That((result.ExitCode, engine.Errors.Count), Is.EqualTo((32, 1)));
    }

    [Test]
    public async Task An_exception_in_an_apply_that_nobody_uses_fails_the_program()
    {
        await using var engine = await RecordingEngine.StartAsync();

        var result = await engine.RunAsync(() => { new Thing("a").Id.Apply(Fail); });

        Assert.That((result.ExitCode, engine.Errors.Single().Contains("orphan a-id", StringComparison.Ordinal)), Is.EqualTo((32, true)));
    }

    private static string Fail(string id) => throw new InvalidOperationException("orphan " + id);

    [Test]
    public async Task The_program_waits_for_an_apply_that_nobody_uses()
    {
        await using var engine = await RecordingEngine.StartAsync();
        var ran = false;

        await engine.RunAsync(() =>
        {
            Output.Create(1).Apply(async value =>
            {
                await Task.Delay(200);
                ran = true;
            });
        });

        Assert.That(ran, Is.True);
    }

    [Test]
    public async Task The_first_failure_ends_the_wait_for_everything_else()
    {
        await using var engine = await RecordingEngine.StartAsync();
        var never = new TaskCompletionSource<int>();

        var result = await engine.RunAsync(() =>
        {
            Output.Create(never.Task);
            Output.Create(1).Apply<int>(async _ =>
            {
                await Task.Yield();
                throw new InvalidOperationException("first");
            });
        });

        Assert.That((result.ExitCode, engine.Errors.Count), Is.EqualTo((32, 1)));
    }

    [Test]
    public async Task A_run_exception_is_told_without_its_stack()
    {
        await using var engine = await RecordingEngine.StartAsync();

        var result = await engine.RunAsync(() => throw new RunException("set the region"));

        Assert.That((result.ExitCode, engine.Errors.Single()), Is.EqualTo((32, "set the region")));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task A_resource_exception_is_told_under_its_resource(bool hideStack)
    {
        await using var engine = await RecordingEngine.StartAsync();

        await engine.RunAsync(() => throw new ResourceException("too small", new Thing("a"), hideStack));

        var log = engine.Logs.Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(log.Urn, Is.EqualTo(RecordingEngine.UrnOf(Thing.Token, "a")));
            Assert.That(log.Message, hideStack ? Is.EqualTo("too small") : Does.StartWith("Pulumi.ResourceException: too small\n"));
        }
    }

    [Test]
    public async Task Two_failures_at_once_are_both_told()
    {
        await using var engine = await RecordingEngine.StartAsync();

        await engine.RunAsync(() =>
        {
            var both = Task.WhenAll(Task.FromException(new RunException("one")), Task.FromException(new RunException("two")));
            Deployment.TrackTask(both);
        });

        Assert.That(engine.Errors, Is.EquivalentTo(new[] { "one", "two" }));
    }
}
