using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Infra.Preview.Engine;

/// <summary>
/// A gRPC server on a loopback port. The port is bound at once, so that a program can be started while the server still loads:
/// its connection waits in the socket's queue.
/// </summary>
internal sealed class GrpcServer : IAsyncDisposable
{
    // Guests connect once and then send everything on that connection.
    private const int Backlog = 64;

    // As the engine: 400 MiB.
    private const int MessageLimit = 400 << 20;

    private readonly Socket _socket;
    private KestrelServer? _server;

    public GrpcServer()
    {
        _socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        _socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        _socket.Listen(Backlog);
        Address = _socket.LocalEndPoint!.ToString()!;
    }

    /// <summary>`127.0.0.1:port`.</summary>
    public string Address { get; }

    /// <summary>Starts answering calls.</summary>
    public Task StartAsync(GrpcDispatcher dispatcher, CancellationToken cancellation)
    {
        var options = new KestrelServerOptions { AddServerHeader = false };
        options.Limits.MaxRequestBodySize = MessageLimit;
        options.Limits.MinRequestBodyDataRate = null;
        options.Limits.MinResponseDataRate = null;
        // A program may think for as long as it likes. Not infinite: Kestrel adds that to the time of day, overflows, and closes at once.
        options.Limits.KeepAliveTimeout = TimeSpan.FromDays(1);
        // A program registers everything it can at once; each registration is a stream of its own.
        options.Limits.Http2.MaxStreamsPerConnection = 10_000;
        options.Limits.Http2.InitialConnectionWindowSize = 8 << 20;
        options.Limits.Http2.InitialStreamWindowSize = 1 << 20;
        options.Listen((IPEndPoint)_socket.LocalEndPoint!, listen => listen.Protocols = HttpProtocols.Http2);
        var transport = new SocketTransportOptions { CreateBoundListenSocket = _ => _socket };
        _server = new KestrelServer(
            Options.Create(options),
            new SocketTransportFactory(Options.Create(transport), NullLoggerFactory.Instance),
            NullLoggerFactory.Instance);
        return _server.StartAsync(dispatcher, cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            // Calls still open belong to a program that is gone: there is nobody to wait for.
            using var immediately = new CancellationTokenSource();
            await immediately.CancelAsync();
            await _server.StopAsync(immediately.Token);
            _server.Dispose();
        }

        _socket.Dispose();
    }
}
