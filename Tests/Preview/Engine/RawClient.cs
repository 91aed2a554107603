using System.Buffers.Binary;
using System.Net;
using Google.Protobuf;

namespace Infra.Tests.Preview.Engine;

/// <summary>A gRPC client of a few lines over plain HTTP/2, so that the engine is tested as any program meets it.</summary>
internal sealed class RawClient(string address) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false, EnableMultipleHttp2Connections = true })
    {
        BaseAddress = new Uri($"http://{address}"),
        DefaultRequestVersion = HttpVersion.Version20,
        DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact,
        Timeout = Timeout.InfiniteTimeSpan,
    };

    public async Task<TResponse> CallAsync<TResponse>(string path, IMessage request)
        where TResponse : IMessage<TResponse>, new()
    {
        var (status, message, body) = await SendAsync(path, Frame(request.ToByteArray()));
        if (status != 0)
        {
            throw new RawFault(status, message);
        }

        var response = new TResponse();
        response.MergeFrom(body.AsSpan(5).ToArray());
        return response;
    }

    public async Task<(int Status, string Message, byte[] Body)> SendAsync(string path, byte[] frame)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(frame) };
        request.Version = HttpVersion.Version20;
        request.VersionPolicy = HttpVersionPolicy.RequestVersionExact;
        request.Content.Headers.TryAddWithoutValidation("content-type", "application/grpc");
        request.Headers.TryAddWithoutValidation("te", "trailers");
        using var response = await _http.SendAsync(request);
        var body = await response.Content.ReadAsByteArrayAsync();
        var headers = response.TrailingHeaders.Contains("grpc-status") ? response.TrailingHeaders : (System.Net.Http.Headers.HttpHeaders)response.Headers;
        var status = int.Parse(headers.GetValues("grpc-status").Single(), System.Globalization.CultureInfo.InvariantCulture);
        var message = headers.TryGetValues("grpc-message", out var values) ? Uri.UnescapeDataString(values.Single()) : "";
        return (status, message, body);
    }

    public static byte[] Frame(byte[] message)
    {
        var frame = new byte[message.Length + 5];
        BinaryPrimitives.WriteUInt32BigEndian(frame.AsSpan(1), (uint)message.Length);
        message.CopyTo(frame, 5);
        return frame;
    }

    public void Dispose() => _http.Dispose();
}

/// <summary>An answer with an error status.</summary>
internal sealed class RawFault(int status, string message) : Exception(message)
{
    public int Status { get; } = status;
}
