namespace Pulumi;

/// <summary>A message that could not be sent to the engine.</summary>
public class LogException : Exception
{
    /// <summary>Wraps the failure of the call.</summary>
    public LogException(Exception exception)
        : base("Error occurred during logging", exception)
    {
    }
}
