using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using Google.Protobuf;

namespace Pulumi.Grpc;

/// <summary>Makes unary gRPC calls to one address over unencrypted HTTP/2. Calls run side by side, without retries and deadlines.</summary>
internal sealed class GrpcChannel : IDisposable
{
    private static readonly MediaTypeHeaderValue ContentType = new("application/grpc");

    // Kilobytes. An error's message stands in the headers, percent-encoded; one that does not fit would look like an engine that has gone.
    private const int MaxHeaders = 512;

    // Unlike HttpClient, an invoker has no timeout: registering a resource takes as long as its creation.
    private readonly HttpMessageInvoker _client;
    private readonly string _address;
    private volatile bool _wasConnected;

    /// <param name="address">Host and port, as the engine gives them.</param>
    public GrpcChannel(string address)
    {
        _address = $"http://{address}";
        _client = new HttpMessageInvoker(CreateHandler());
    }

    /// <summary>The way to the engine, which is on this machine and may take hours to answer.</summary>
    internal static SocketsHttpHandler CreateHandler() => new()
    {
        // A proxy for the internet must not get to see calls to this machine.
        UseProxy = false,
        UseCookies = false,
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.None,
        EnableMultipleHttp2Connections = true,
#pragma warning disable CA2262 // Not a slip of the unit.
        MaxResponseHeadersLength = MaxHeaders,
#pragma warning restore CA2262
        PooledConnectionLifetime = Timeout.InfiniteTimeSpan,
        PooledConnectionIdleTimeout = Timeout.InfiniteTimeSpan,
        ActivityHeadersPropagator = null,
    };

    public void Dispose() => _client.Dispose();

    /// <summary>Makes one call and waits for its reply.</summary>
    /// <param name="method">Path of the method, <c>/package.Service/Method</c>.</param>
    /// <param name="request">The message to send.</param>
    /// <param name="parser">Parser of the reply.</param>
    /// <exception cref="GrpcException">The engine answered with an error, or not at all.</exception>
    public async Task<TResponse> CallAsync<TResponse>(string method, IMessage request, MessageParser<TResponse> parser)
        where TResponse : IMessage<TResponse>
    {
        var body = GrpcFrame.Encode(request);
        try
        {
            using var message = CreateRequest(method, body);
            using var response = await _client.SendAsync(message, CancellationToken.None).ConfigureAwait(false);
            var reply = await ReadAsync(method, response).ConfigureAwait(false);
            _wasConnected = true;
            return GrpcFrame.Decode(parser, reply);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException)
        {
            throw new GrpcException(
                method, GrpcStatusCode.Unavailable, $"no answer from {_address}: {e.Message}", e, wasConnected: _wasConnected);
        }
        catch (Exception e) when (e is InvalidDataException or InvalidProtocolBufferException)
        {
            throw new GrpcException(method, GrpcStatusCode.Internal, e.Message, e);
        }
    }

    private HttpRequestMessage CreateRequest(string method, byte[] body)
    {
        var content = new ByteArrayContent(body);
        content.Headers.ContentType = ContentType;
        var message = new HttpRequestMessage(HttpMethod.Post, _address + method)
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = content,
        };
        message.Headers.TryAddWithoutValidation("te", "trailers");
        message.Headers.TryAddWithoutValidation("grpc-accept-encoding", "identity");
        return message;
    }

    private async Task<byte[]> ReadAsync(string method, HttpResponseMessage response)
    {
        // A server that has nothing but an error to say sends its status where the headers are, and no trailers.
        ThrowOnError(method, response.Headers);
        if (response.StatusCode != HttpStatusCode.OK)
        {
            var status = response.StatusCode is HttpStatusCode.ServiceUnavailable or HttpStatusCode.BadGateway
                or HttpStatusCode.GatewayTimeout or HttpStatusCode.TooManyRequests
                ? GrpcStatusCode.Unavailable
                : GrpcStatusCode.Unknown;
            throw new GrpcException(method, status, $"{_address} answered with HTTP status {(int)response.StatusCode}");
        }

        using var stream = await response.Content.ReadAsStreamAsync().ConfigureAwait(false);
        var reply = await GrpcFrame.ReadAsync(stream).ConfigureAwait(false);
        var isComplete = ThrowOnError(method, response.TrailingHeaders);
        return isComplete && reply is not null
            ? reply
            : throw new GrpcException(method, GrpcStatusCode.Internal, isComplete ? "the reply is empty" : "the reply has no grpc-status");
    }

    /// <summary>Reads the outcome; false when the headers have none.</summary>
    private bool ThrowOnError(string method, HttpResponseHeaders headers)
    {
        if (First(headers, "grpc-status") is not { } text)
        {
            return false;
        }

        var status = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 0 and <= 16
            ? (GrpcStatusCode)number
            : GrpcStatusCode.Unknown;
        if (status == GrpcStatusCode.Ok)
        {
            return true;
        }

        _wasConnected = true;
        throw new GrpcException(method, status, Uri.UnescapeDataString(First(headers, "grpc-message") ?? ""));
    }

    private static string? First(HttpResponseHeaders headers, string name)
    {
        if (headers.TryGetValues(name, out var values))
        {
            foreach (var value in values)
            {
                return value;
            }
        }

        return null;
    }
}
