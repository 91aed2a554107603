using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;
using Google.Protobuf;
using Infra.Preview.Model;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http.Features;

namespace Infra.Preview.Engine;

/// <summary>Answers one unary call: request bytes in, message out. Throws <see cref="GrpcFault"/> to answer with a status.</summary>
internal delegate IMessage GrpcMethod(ReadOnlySequence<byte> request);

/// <summary>Reads and writes the frames of unary gRPC calls and hands each to the method of its path.</summary>
internal sealed class GrpcDispatcher(IReadOnlyDictionary<string, GrpcMethod> methods) : IHttpApplication<IFeatureCollection>
{
    private const int PrefixLength = 5;

    public IFeatureCollection CreateContext(IFeatureCollection contextFeatures) => contextFeatures;

    public void DisposeContext(IFeatureCollection context, Exception? exception)
    {
    }

    public async Task ProcessRequestAsync(IFeatureCollection context)
    {
        var path = context.GetRequiredFeature<IHttpRequestFeature>().Path;
        var response = context.GetRequiredFeature<IHttpResponseFeature>();
        response.Headers["content-type"] = "application/grpc";
        try
        {
            var reply = await AnswerAsync(context, path);
            await SendAsync(context, reply);
        }
        catch (GrpcFault fault)
        {
            Refuse(response, fault.Status, fault.Message);
        }
        catch (Exception exception) when (exception is not (OperationCanceledException or IOException))
        {
            var fault = OwnFault(path, exception);
            Refuse(response, fault.Status, fault.Message);
        }
    }

    private async Task<IMessage> AnswerAsync(IFeatureCollection context, string path)
    {
        var reader = context.GetRequiredFeature<IRequestBodyPipeFeature>().Reader;
        while (true)
        {
            var read = await reader.ReadAsync();
            if (!read.IsCompleted)
            {
                reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
                continue;
            }

            try
            {
                return methods.TryGetValue(path, out var method)
                    ? method(Message(read.Buffer))
                    : throw new GrpcFault(GrpcStatus.Unimplemented, $"the offline preview does not offer {path}");
            }
            catch (MalformedValueException malformed)
            {
                throw GrpcFault.Invalid(malformed.Message);
            }
            catch (Exception exception) when (exception is OperationCanceledException or IOException)
            {
                // Of these two only those of the connection mean that nobody is left to be told.
                throw OwnFault(path, exception);
            }
            finally
            {
                reader.AdvanceTo(read.Buffer.End);
            }
        }
    }

    // A fault of the preview itself must reach the user through the program's report, not end as a dropped connection.
    private static GrpcFault OwnFault(string path, Exception exception) =>
        new(GrpcStatus.Internal, $"the preview failed while answering {path}: {exception}");

    private static ReadOnlySequence<byte> Message(ReadOnlySequence<byte> body)
    {
        if (body.Length < PrefixLength)
        {
            throw new GrpcFault(GrpcStatus.Internal, $"a call carries {body.Length} bytes, fewer than the {PrefixLength} of a frame's prefix");
        }

        Span<byte> prefix = stackalloc byte[PrefixLength];
        body.Slice(0, PrefixLength).CopyTo(prefix);
        var length = BinaryPrimitives.ReadUInt32BigEndian(prefix[1..]);
        return prefix[0] != 0
            ? throw new GrpcFault(GrpcStatus.Unimplemented, "the offline preview does not take compressed messages")
            : length != body.Length - PrefixLength
            ? throw new GrpcFault(GrpcStatus.Internal, $"a frame announces {length} bytes and carries {body.Length - PrefixLength}")
            : body.Slice(PrefixLength);
    }

    private static async Task SendAsync(IFeatureCollection context, IMessage reply)
    {
        var writer = context.GetRequiredFeature<IHttpResponseBodyFeature>().Writer;
        var size = reply.CalculateSize();
        BinaryPrimitives.WriteUInt32BigEndian(Prefix(writer.GetSpan(PrefixLength)), (uint)size);
        writer.Advance(PrefixLength);
        reply.WriteTo(writer);
        context.GetRequiredFeature<IHttpResponseTrailersFeature>().Trailers["grpc-status"] = "0";
        await writer.FlushAsync();

        static Span<byte> Prefix(Span<byte> span)
        {
            span[0] = 0;
            return span[1..];
        }
    }

    // Trailers only: the status stands in the headers of a response without a body.
    private static void Refuse(IHttpResponseFeature response, GrpcStatus status, string message)
    {
        if (response.HasStarted)
        {
            return;
        }

        response.Headers["grpc-status"] = ((int)status).ToString(CultureInfo.InvariantCulture);
        response.Headers["grpc-message"] = Uri.EscapeDataString(message);
    }
}
