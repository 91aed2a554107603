namespace Infra.Tests.Sdks.Pulumi.Support;

/// <summary>Makes the engine answer a call with an error.</summary>
/// <param name="status">Number of the gRPC status.</param>
/// <param name="message">The error's message as it is sent, percent-encoded.</param>
/// <param name="inHeaders">Whether the status is sent without a body where the headers are, or in trailers after an empty body.</param>
internal sealed class EngineFault(int status, string message, bool inHeaders = true) : Exception(message)
{
    public const int Cancelled = 1;
    public const int Unknown = 2;
    public const int Unimplemented = 12;
    public const int Unavailable = 14;

    public int Status => status;

    public bool InHeaders => inHeaders;
}
