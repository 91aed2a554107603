namespace Pulumi.Grpc;

/// <summary>A call to the engine that did not succeed.</summary>
internal sealed class GrpcException : Exception
{
    public GrpcException(string method, GrpcStatusCode status, string detail, Exception? cause = null, bool wasConnected = true)
        : base($"{method} failed with {status}: {detail}", cause)
    {
        Status = status;
        Detail = detail;
        WasConnected = wasConnected;
    }

    public GrpcStatusCode Status { get; }

    /// <summary>What the engine said, without the method and the status.</summary>
    public string Detail { get; }

    /// <summary>Whether the engine had answered a call before this one.</summary>
    public bool WasConnected { get; }

    /// <summary>
    /// Whether the engine stopped listening. It does so as soon as one resource failed, and has told the user why.
    /// An engine that was never reached is another matter: nobody has told the user anything.
    /// </summary>
    public bool EngineIsGone => WasConnected && Status is GrpcStatusCode.Unavailable or GrpcStatusCode.Cancelled;
}
