namespace Infra.Preview.Engine;

/// <summary>The gRPC status codes that the engine answers with.</summary>
internal enum GrpcStatus
{
    Ok = 0,
    Unknown = 2,
    InvalidArgument = 3,
    Unimplemented = 12,
    Internal = 13,
    Unavailable = 14,
}

/// <summary>A call that is answered with an error status instead of a message.</summary>
internal sealed class GrpcFault(GrpcStatus status, string message) : Exception(message)
{
    public GrpcStatus Status { get; } = status;

    public static GrpcFault Invalid(string message) => new(GrpcStatus.InvalidArgument, message);
}
