using Pulumirpc;

namespace Pulumi;

/// <summary>
/// Shows messages through the engine. The calls return at once; messages arrive in the order in which they were logged.
/// All of them throw <see cref="InvalidOperationException"/> outside a deployment.
/// </summary>
public static class Log
{
    /// <summary>Logs a message that is only shown on request (<c>--debug</c>).</summary>
    /// <param name="message">The text.</param>
    /// <param name="resource">The resource that the text is about.</param>
    /// <param name="streamId">Number that joins messages which are parts of one.</param>
    /// <param name="ephemeral">Whether the text is only of interest while the operation runs.</param>
    public static void Debug(string message, Resource? resource = null, int? streamId = null, bool? ephemeral = null)
        => Send(LogSeverity.Debug, message, resource, streamId, ephemeral);

    /// <summary>Logs an information.</summary>
    /// <inheritdoc cref="Debug" path="/param"/>
    public static void Info(string message, Resource? resource = null, int? streamId = null, bool? ephemeral = null)
        => Send(LogSeverity.Info, message, resource, streamId, ephemeral);

    /// <summary>Logs a warning.</summary>
    /// <inheritdoc cref="Debug" path="/param"/>
    public static void Warn(string message, Resource? resource = null, int? streamId = null, bool? ephemeral = null)
        => Send(LogSeverity.Warning, message, resource, streamId, ephemeral);

    /// <summary>Logs an error, which makes the operation fail once the program has ended.</summary>
    /// <inheritdoc cref="Debug" path="/param"/>
    public static void Error(string message, Resource? resource = null, int? streamId = null, bool? ephemeral = null)
        => Send(LogSeverity.Error, message, resource, streamId, ephemeral);

    /// <summary>Logs an exception with its stack trace as an error, which makes the operation fail once the program has ended.</summary>
    /// <param name="exception">The exception.</param>
    /// <param name="resource">The resource that it is about.</param>
    /// <param name="streamId">Number that joins messages which are parts of one.</param>
    /// <param name="ephemeral">Whether the text is only of interest while the operation runs.</param>
    public static void Exception(Exception exception, Resource? resource = null, int? streamId = null, bool? ephemeral = null)
    {
        ArgumentNullException.ThrowIfNull(exception);
        Error(exception.ToString(), resource, streamId, ephemeral);
    }

    private static void Send(LogSeverity severity, string message, Resource? resource, int? streamId, bool? ephemeral)
        => Deployment.Instance.Core.Log.Send(severity, message, resource, streamId, ephemeral);
}
