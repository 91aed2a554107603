using Pulumi.Grpc;
using Pulumirpc;

namespace Pulumi;

/// <summary>Sends the program's messages to the engine, one after the other.</summary>
internal sealed class EngineLog(IEngine engine, Runner runner)
{
    private readonly Lock _order = new();
    private Task _last = Task.CompletedTask;
    private int _errorCount;

    /// <summary>Whether an error was logged; the operation then fails, also when nothing was thrown.</summary>
    public bool HasErrors => Volatile.Read(ref _errorCount) > 0;

    /// <summary>Sends a message without being waited for; the program does not end before it is sent.</summary>
    public void Send(LogSeverity severity, string message, Resource? resource = null, int? streamId = null, bool? ephemeral = null)
        => runner.Track(SendAsync(severity, message, resource, streamId, ephemeral));

    /// <exception cref="LogException">The engine did not take the message.</exception>
    public async Task SendAsync(
        LogSeverity severity,
        string message,
        Resource? resource = null,
        int? streamId = null,
        bool? ephemeral = null)
    {
        if (severity == LogSeverity.Error)
        {
            Interlocked.Increment(ref _errorCount);
        }

        var request = new LogRequest
        {
            Severity = severity,
            Message = message,
            StreamId = streamId ?? 0,
            Ephemeral = ephemeral ?? false,
            // Only a message about a resource that is not registered yet loses its place in the order.
            Urn = resource is null ? "" : await FindUrnAsync(resource).ConfigureAwait(false),
        };
        Task sending;
        lock (_order)
        {
            sending = _last = SendAfterAsync(_last, request);
        }

        await sending.ConfigureAwait(false);
    }

    private async Task SendAfterAsync(Task before, LogRequest request)
    {
        await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        try
        {
            await engine.LogAsync(request).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not GrpcException { EngineIsGone: true })
        {
            throw new LogException(e);
        }
    }

    private static async Task<string> FindUrnAsync(Resource resource)
    {
        try
        {
            var urn = await resource.Urn.DataTask.ConfigureAwait(false);
            return urn.Value ?? "";
        }
#pragma warning disable CA1031 // The resource's own failure is reported where it was registered; this message still has to get out.
        catch (Exception)
        {
            return "";
        }
#pragma warning restore CA1031
    }
}
