using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Pulumirpc;

namespace Infra.Tests.Sdks.Pulumi.Support;

/// <summary>
/// The engine's side of the protocol over real HTTP/2 on this machine. It records every call in the order of arrival; tests replace
/// its answers. By default it acts like an update: resources get the id <c>name-id</c> and their inputs as outputs.
/// </summary>
internal sealed class RecordingEngine : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<(string Method, IMessage Request)> _calls = new();

    private RecordingEngine(WebApplication app) => _app = app;

    public string Address { get; private set; } = "";

    /// <summary>Whether the program previews; resources then get no id.</summary>
    public bool IsPreview { get; init; }

    /// <summary>Features that this engine does not have.</summary>
    public HashSet<string> MissingFeatures { get; } = [];

    public Func<RegisterResourceRequest, RegisterResourceResponse, Task<RegisterResourceResponse>>? OnRegister { get; set; }

    public Func<ReadResourceRequest, ReadResourceResponse, ReadResourceResponse>? OnRead { get; set; }

    public Func<ResourceInvokeRequest, ResourceInvokeResponse>? OnInvoke { get; set; }

    public Func<ResourceCallRequest, CallResponse>? OnCall { get; set; }

    public Action<LogRequest>? OnLog { get; set; }

    public Action? OnShutdown { get; set; }

    public Action? OnOutputs { get; set; }

    public Action? OnVersion { get; set; }

    /// <summary>Takes a call over completely; true when it has answered.</summary>
    public Func<HttpContext, Task<bool>>? OnRaw { get; set; }

    /// <summary>The method names of all calls in the order of arrival.</summary>
    public IReadOnlyList<string> Methods => [.. _calls.Select(call => call.Method)];

    public IReadOnlyList<LogRequest> Logs => Requests<LogRequest>();

    public IReadOnlyList<string> Errors => [.. Logs.Where(log => log.Severity == LogSeverity.Error).Select(log => log.Message)];

    public static async Task<RecordingEngine> StartAsync(bool preview = false)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(options =>
        {
            options.Limits.MaxRequestBodySize = null;
            options.Listen(IPAddress.Loopback, 0, listener => listener.Protocols = HttpProtocols.Http2);
        });
        var engine = new RecordingEngine(builder.Build()) { IsPreview = preview };
        engine._app.Run(engine.HandleAsync);
        await engine._app.StartAsync();
        var addresses = engine._app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        engine.Address = new Uri(addresses.Single()).Authority;
        return engine;
    }

    public IReadOnlyList<T> Requests<T>()
        where T : IMessage => [.. _calls.Select(call => call.Request).OfType<T>()];

    /// <summary>The registration of the resource with a name.</summary>
    public RegisterResourceRequest Registered(string name) => Requests<RegisterResourceRequest>().Single(request => request.Name == name);

    public static string UrnOf(string type, string name, string parent = "")
    {
        var parentType = parent.Length == 0 ? "" : parent.Split("::", 4)[2];
        var prefix = parentType is "" or "pulumi:pulumi:Stack" ? "" : parentType + "$";
        return $"urn:pulumi:dev::proj::{prefix}{type}::{name}";
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task HandleAsync(HttpContext context)
    {
        if (OnRaw is not null && await OnRaw(context))
        {
            return;
        }

        context.Response.ContentType = "application/grpc";
        try
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body);
            var method = context.Request.Path.Value!;
            var reply = await AnswerAsync(method, body.ToArray().AsMemory(5));
            await WriteAsync(context.Response, reply);
            context.Response.AppendTrailer("grpc-status", "0");
        }
        catch (EngineFault fault)
        {
            await FailAsync(context.Response, fault);
        }
    }

    private static async Task WriteAsync(HttpResponse response, IMessage reply)
    {
        var frame = new byte[5 + reply.CalculateSize()];
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(1), frame.Length - 5);
        reply.WriteTo(frame.AsSpan(5));
        await response.Body.WriteAsync(frame);
    }

    private static async Task FailAsync(HttpResponse response, EngineFault fault)
    {
        var status = fault.Status.ToString(CultureInfo.InvariantCulture);
        if (fault.InHeaders)
        {
            response.Headers["grpc-status"] = status;
            response.Headers["grpc-message"] = fault.Message;
            return;
        }

        await response.StartAsync();
        response.AppendTrailer("grpc-status", status);
        response.AppendTrailer("grpc-message", fault.Message);
    }

    private async Task<IMessage> AnswerAsync(string method, ReadOnlyMemory<byte> body)
    {
        switch (method)
        {
            case "/pulumirpc.ResourceMonitor/SupportsFeature":
                var feature = Record(method, SupportsFeatureRequest.Parser, body);
                return new SupportsFeatureResponse { HasSupport = !MissingFeatures.Contains(feature.Id) };
            case "/pulumirpc.ResourceMonitor/RegisterResource":
                var registration = Record(method, RegisterResourceRequest.Parser, body);
                var registered = Register(registration);
                return OnRegister is null ? registered : await OnRegister(registration, registered);
            case "/pulumirpc.ResourceMonitor/ReadResource":
                var read = Record(method, ReadResourceRequest.Parser, body);
                var found = new ReadResourceResponse { Urn = UrnOf(read.Type, read.Name, read.Parent), Properties = read.Properties };
                return OnRead?.Invoke(read, found) ?? found;
            case "/pulumirpc.ResourceMonitor/Invoke":
                var invoke = Record(method, ResourceInvokeRequest.Parser, body);
                return OnInvoke?.Invoke(invoke) ?? new ResourceInvokeResponse { Return = invoke.Args };
            case "/pulumirpc.ResourceMonitor/Call":
                var call = Record(method, ResourceCallRequest.Parser, body);
                return OnCall?.Invoke(call) ?? new CallResponse { Return = call.Args };
            case "/pulumirpc.ResourceMonitor/RegisterResourceOutputs":
                Record(method, RegisterResourceOutputsRequest.Parser, body);
                OnOutputs?.Invoke();
                return new Empty();
            case "/pulumirpc.ResourceMonitor/SignalAndWaitForShutdown":
                Record(method, Empty.Parser, body);
                OnShutdown?.Invoke();
                return new Empty();
            case "/pulumirpc.Engine/Log":
                var log = Record(method, LogRequest.Parser, body);
                OnLog?.Invoke(log);
                return new Empty();
            case "/pulumirpc.Engine/RequirePulumiVersion":
                Record(method, RequirePulumiVersionRequest.Parser, body);
                OnVersion?.Invoke();
                return new RequirePulumiVersionResponse();
            default:
                throw new EngineFault(EngineFault.Unimplemented, $"unknown method {method}");
        }
    }

    private RegisterResourceResponse Register(RegisterResourceRequest request) => new()
    {
        Urn = UrnOf(request.Type, request.Name, request.Parent),
        Id = request.Custom && !IsPreview ? $"{request.Name}-id" : "",
        Object = request.Custom || request.Remote ? request.Object : new Struct(),
    };

    private T Record<T>(string method, MessageParser<T> parser, ReadOnlyMemory<byte> body)
        where T : IMessage<T>
    {
        var request = parser.ParseFrom(body.Span);
        _calls.Enqueue((method[(method.LastIndexOf('/') + 1)..], request));
        return request;
    }
}
