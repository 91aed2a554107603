using System.Collections.Concurrent;
using Infra.Tests.Sdks.Pulumi.Support;
using NUnit.Framework;
using Pulumi;
using Pulumirpc;

namespace Infra.Tests.Sdks.Pulumi.Protocol;

[Parallelizable(ParallelScope.All)]
internal sealed class LogTests
{
    [Test]
    public async Task Messages_arrive_in_the_order_in_which_they_were_logged()
    {
        await using var engine = await RecordingEngine.StartAsync();

        await engine.RunAsync(() =>
        {
            for (var i = 0; i < 200; i++)
            {
                Log.Info($"{i}");
            }
        });

        Assert.That(engine.Logs.Select(log => log.Message), Is.EqualTo(Enumerable.Range(0, 200).Select(i => $"{i}")));
    }

    [Test]
    public async Task A_message_carries_its_severity_stream_and_resource()
    {
        await using var engine = await RecordingEngine.StartAsync();

        await engine.RunAsync(() =>
        {
            Log.Debug("d");
            Log.Warn("w", new Thing("a"), streamId: 7, ephemeral: true);
        });

        var (debug, warning) = (engine.Logs.Single(log => log.Message == "d"), engine.Logs.Single(log => log.Message == "w"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That((debug.Severity, debug.StreamId, debug.Ephemeral, debug.Urn), Is.EqualTo((LogSeverity.Debug, 0, false, "")));
            Assert.That(
                (warning.Severity, warning.StreamId, warning.Ephemeral, warning.Urn),
                Is.EqualTo((LogSeverity.Warning, 7, true, RecordingEngine.UrnOf(Thing.Token, "a"))));
        }
    }

    [Test]
    public async Task A_message_about_a_resource_that_fails_is_sent_without_its_urn()
    {
        await using var engine = await RecordingEngine.StartAsync();
        engine.OnRegister = (request, answer) => request.Name == "bad" ? throw new EngineFault(EngineFault.Unknown, "no") : Task.FromResult(answer);

        await engine.RunAsync(() => Log.Exception(new InvalidOperationException("about it"), new Thing("bad")));

        var log = engine.Logs.Where(log => log.Message.Contains("about it", StringComparison.Ordinal)).Select(log => log.Urn);
        Assert.That(log, Is.Empty.Or.EqualTo(new[] { "" }), "the run may end before the message is sent, but never waits for the URN");
    }

    [Test]
    public async Task A_program_logs_nothing_of_its_own_accord()
    {
        await using var engine = await RecordingEngine.StartAsync();

        await engine.RunAsync(() => new Group("group").AddThing("a"));

        Assert.That(engine.Logs, Is.Empty);
    }

    [Test]
    public void Outside_a_deployment_nothing_can_be_logged()
        => Assert.That(() => Log.Info("x"), Throws.InvalidOperationException);

    [Test]
    public async Task Programs_side_by_side_keep_to_their_own_engines()
    {
        await using var first = await RecordingEngine.StartAsync();
        await using var second = await RecordingEngine.StartAsync();
        var engines = new ConcurrentDictionary<RecordingEngine, string> { [first] = "first", [second] = "second" };

        await Task.WhenAll(engines.Select(pair => pair.Key.RunAsync(async () =>
        {
            for (var i = 0; i < 20; i++)
            {
                Log.Info(pair.Value);
                _ = new Thing($"{pair.Value}{i}");
                await Task.Yield();
            }
        })));

        foreach (var (engine, name) in engines)
        {
            Assert.That(engine.Logs.Select(log => log.Message), Is.EqualTo(Enumerable.Repeat(name, 20)));
            Assert.That(engine.Requests<RegisterResourceRequest>().Skip(1).Select(request => request.Name), Has.All.StartWith(name));
        }
    }
}
