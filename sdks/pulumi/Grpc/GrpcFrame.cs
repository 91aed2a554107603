using System.Buffers.Binary;
using Google.Protobuf;

namespace Pulumi.Grpc;

/// <summary>The five bytes before each message: a compression flag and the length, most significant byte first.</summary>
internal static class GrpcFrame
{
    public const int HeaderLength = 5;

    /// <summary>Largest message the engine sends or accepts, in bytes.</summary>
    public const int MaxMessageLength = 400 << 20;

    // Each level of a nested property takes up to three levels of messages. The default of 100 is too few for component state.
    private const int MaxNesting = 3000;

    /// <summary>Encodes a message with its header.</summary>
    /// <exception cref="InvalidOperationException">The message is longer than the engine accepts.</exception>
    public static byte[] Encode(IMessage message)
    {
        var length = message.CalculateSize();
        if (length > MaxMessageLength)
        {
            throw new InvalidOperationException(
                $"A message to the engine has {length} bytes. The engine accepts up to {MaxMessageLength}: "
                + "pass large content as a FileAsset or a FileArchive instead of text.");
        }

        var frame = GC.AllocateUninitializedArray<byte>(HeaderLength + length);
        frame[0] = 0;
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(1), length);
        message.WriteTo(frame.AsSpan(HeaderLength));
        return frame;
    }

    /// <summary>Reads the message of a reply and then the rest of the stream, after which the trailers are there; null when there is no message.</summary>
    /// <exception cref="InvalidDataException">The reply is compressed, cut short or too long.</exception>
    public static async Task<byte[]?> ReadAsync(Stream stream)
    {
        var header = new byte[HeaderLength];
        var read = await stream.ReadAtLeastAsync(header, HeaderLength, throwOnEndOfStream: false).ConfigureAwait(false);
        if (read == 0)
        {
            return null;
        }

        if (read < HeaderLength)
        {
            throw new InvalidDataException($"The reply ends after {read} bytes of its header.");
        }

        if (header[0] != 0)
        {
            throw new InvalidDataException("The reply is compressed, although only identity encoding was offered.");
        }

        var length = BinaryPrimitives.ReadUInt32BigEndian(header.AsSpan(1));
        if (length > MaxMessageLength)
        {
            throw new InvalidDataException($"The reply has {length} bytes; up to {MaxMessageLength} are allowed.");
        }

        var message = length == 0 ? [] : GC.AllocateUninitializedArray<byte>((int)length);
        read = await stream.ReadAtLeastAsync(message, message.Length, throwOnEndOfStream: false).ConfigureAwait(false);
        if (read < message.Length)
        {
            throw new InvalidDataException($"The reply ends after {read} of {length} bytes.");
        }

        while (await stream.ReadAsync(header).ConfigureAwait(false) > 0)
        {
            // A unary call has one message; whatever follows is skipped to reach the trailers.
        }

        return message;
    }

    public static T Decode<T>(MessageParser<T> parser, byte[] message)
        where T : IMessage<T>
    {
        using var stream = new MemoryStream(message, writable: false);
        return parser.ParseFrom(CodedInputStream.CreateWithLimits(stream, int.MaxValue, MaxNesting));
    }
}
