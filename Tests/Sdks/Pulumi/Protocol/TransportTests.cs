using Google.Protobuf.WellKnownTypes;
using Infra.Tests.Sdks.Pulumi.Support;
using Microsoft.AspNetCore.Http;
using NUnit.Framework;
using Pulumi.Grpc;
using Pulumirpc;

namespace Infra.Tests.Sdks.Pulumi.Protocol;

[Parallelizable(ParallelScope.All)]
internal sealed class TransportTests
{
    private const string Method = "/pulumirpc.ResourceMonitor/RegisterResource";

    [TestCase(true)]
    [TestCase(false)]
    public async Task An_error_is_found_in_the_headers_and_in_the_trailers(bool inHeaders)
    {
        await using var engine = await RecordingEngine.StartAsync();
        engine.OnRegister = (_, _) => throw new EngineFault(9, "not%20%C3%A4gain%0A", inHeaders);
        using var channel = new GrpcChannel(engine.Address);

        var e = Assert.ThrowsAsync<GrpcException>(() => RegisterAsync(channel, "a"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(e.Status, Is.EqualTo(GrpcStatusCode.FailedPrecondition));
            Assert.That(e.Detail, Is.EqualTo("not ägain\n"));
            Assert.That(e.EngineIsGone, Is.False);
        }
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task An_error_of_many_words_arrives_in_full(bool inHeaders)
    {
        var words = new string('x', 200_000);
        await using var engine = await RecordingEngine.StartAsync();
        engine.OnRegister = (request, answer) => request.Name == "bad" ? throw new EngineFault(EngineFault.Unknown, words, inHeaders) : Task.FromResult(answer);
        using var channel = new GrpcChannel(engine.Address);
        await RegisterAsync(channel, "good");

        var e = Assert.ThrowsAsync<GrpcException>(() => RegisterAsync(channel, "bad"));

        Assert.That((e.Status, e.EngineIsGone, e.Detail == words), Is.EqualTo((GrpcStatusCode.Unknown, false, true)));
    }

    [Test]
    public void A_call_has_no_time_limit()
    {
        using var handler = GrpcChannel.CreateHandler();

        using (Assert.EnterMultipleScope())
        {
            // An HttpClient would give up after 100 seconds; an invoker has no such limit.
            Assert.That(
                typeof(GrpcChannel).GetFields(System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Instance)
                    .Select(field => field.FieldType),
                Has.Member(typeof(HttpMessageInvoker)).And.No.Member(typeof(HttpClient)));
            Assert.That(handler.PooledConnectionIdleTimeout, Is.EqualTo(Timeout.InfiniteTimeSpan));
            Assert.That(handler.PooledConnectionLifetime, Is.EqualTo(Timeout.InfiniteTimeSpan));
            Assert.That(handler.KeepAlivePingDelay, Is.EqualTo(Timeout.InfiniteTimeSpan));
        }
    }

    [Test]
    public void A_proxy_of_the_machine_is_passed_by()
    {
        using var handler = GrpcChannel.CreateHandler();

        Assert.That(handler.UseProxy, Is.False);
    }

    [Test]
    public async Task Four_hundred_calls_wait_side_by_side()
    {
        const int Count = 400;
        await using var engine = await RecordingEngine.StartAsync();
        var arrived = 0;
        var all = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        engine.OnRegister = async (_, answer) =>
        {
            if (Interlocked.Increment(ref arrived) == Count)
            {
                all.SetResult();
            }

            await all.Task;
            return answer;
        };
        using var channel = new GrpcChannel(engine.Address);

        var replies = await Task.WhenAll(Enumerable.Range(0, Count).Select(i => RegisterAsync(channel, $"n{i}"))).WaitAsync(Programs.Patience);

        Assert.That(replies.Select(reply => reply.Id).Distinct().Count(), Is.EqualTo(Count));
    }

    [Test]
    public async Task Twenty_megabytes_go_there_and_back()
    {
        await using var engine = await RecordingEngine.StartAsync();
        using var channel = new GrpcChannel(engine.Address);
        var text = new string('ä', 10 << 20);
        var request = new RegisterResourceRequest { Name = "big", Custom = true, Object = new Struct { Fields = { ["text"] = Value.ForString(text) } } };

        var reply = await channel.CallAsync(Method, request, RegisterResourceResponse.Parser).WaitAsync(Programs.Patience);

        Assert.That(reply.Object.Fields["text"].StringValue == text, Is.True);
    }

    [Test]
    public async Task Values_nested_some_hundred_levels_deep_are_read()
    {
        await using var engine = await RecordingEngine.StartAsync();
        engine.OnRaw = async context =>
        {
            var value = Value.ForString("core");
            for (var i = 0; i < 400; i++)
            {
                value = Value.ForStruct(new Struct { Fields = { ["v"] = value } });
            }

            var reply = GrpcFrame.Encode(new RegisterResourceResponse { Object = new Struct { Fields = { ["v"] = value } } });
            context.Response.ContentType = "application/grpc";
            await context.Response.Body.WriteAsync(reply);
            context.Response.AppendTrailer("grpc-status", "0");
            return true;
        };
        using var channel = new GrpcChannel(engine.Address);

        var found = (await RegisterAsync(channel, "deep")).Object.Fields["v"];
        var depth = 0;
        for (; found.KindCase == Value.KindOneofCase.StructValue; depth++)
        {
            found = found.StructValue.Fields["v"];
        }

        Assert.That((depth, found.StringValue), Is.EqualTo((400, "core")));
    }

    [TestCase(503, GrpcStatusCode.Unavailable)]
    [TestCase(404, GrpcStatusCode.Unknown)]
    [TestCase(200, GrpcStatusCode.Internal)]
    public async Task An_answer_that_is_no_grpc_is_an_error(int httpStatus, GrpcStatusCode expected)
    {
        await using var engine = await RecordingEngine.StartAsync();
        engine.OnRaw = context =>
        {
            context.Response.StatusCode = httpStatus;
            return Task.FromResult(true);
        };
        using var channel = new GrpcChannel(engine.Address);

        var e = Assert.ThrowsAsync<GrpcException>(() => RegisterAsync(channel, "a"));

        Assert.That(e.Status, Is.EqualTo(expected));
    }

    [Test]
    public async Task A_request_says_that_it_is_grpc_and_reads_trailers()
    {
        await using var engine = await RecordingEngine.StartAsync();
        IHeaderDictionary? headers = null;
        engine.OnRaw = context =>
        {
            headers = new HeaderDictionary(context.Request.Headers.ToDictionary());
            return Task.FromResult(false);
        };
        using var channel = new GrpcChannel(engine.Address);

        await RegisterAsync(channel, "a");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(headers!.ContentType.ToString(), Is.EqualTo("application/grpc"));
            Assert.That(headers!.TE.ToString(), Is.EqualTo("trailers"));
        }
    }

    [Test]
    public async Task An_engine_that_was_never_there_is_not_one_that_has_gone()
    {
        await using var engine = await RecordingEngine.StartAsync();
        using var channel = new GrpcChannel(engine.Address);
        await engine.DisposeAsync();

        var e = Assert.ThrowsAsync<GrpcException>(() => RegisterAsync(channel, "a"));

        Assert.That((e.Status, e.EngineIsGone), Is.EqualTo((GrpcStatusCode.Unavailable, false)));
    }

    [Test]
    public async Task An_engine_that_answered_before_and_breaks_off_has_gone()
    {
        await using var engine = await RecordingEngine.StartAsync();
        using var channel = new GrpcChannel(engine.Address);
        await RegisterAsync(channel, "a");
        await engine.DisposeAsync();

        var e = Assert.ThrowsAsync<GrpcException>(() => RegisterAsync(channel, "b"));

        Assert.That((e.Status, e.EngineIsGone), Is.EqualTo((GrpcStatusCode.Unavailable, true)));
    }

    private static Task<RegisterResourceResponse> RegisterAsync(GrpcChannel channel, string name)
        => channel.CallAsync(
            Method, new RegisterResourceRequest { Type = "t:t:T", Name = name, Custom = true }, RegisterResourceResponse.Parser);
}
