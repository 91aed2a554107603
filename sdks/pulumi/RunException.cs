namespace Pulumi;

/// <summary>A failure that the user can mend, such as a missing setting. Only its message is shown, without a stack trace.</summary>
public class RunException : Exception
{
    /// <summary>Makes an exception with the message that the user sees.</summary>
    public RunException(string message)
        : base(message)
    {
    }

    /// <summary>Makes an exception with the message that the user sees and the failure behind it.</summary>
    public RunException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Makes the exception about properties that are marked as outputs and are none.</summary>
    /// <param name="outputAttributeNames">Names of the outputs.</param>
    public static RunException OutputsHaveIncorrectType(IEnumerable<string> outputAttributeNames)
        => new($"Output(s) {Quote(outputAttributeNames)} have incorrect type. [Output] attributed properties must be instances of Output<T>.");

    internal static RunException OutputsHaveNoValue(IEnumerable<string> outputAttributeNames)
        => new($"Output(s) {Quote(outputAttributeNames)} have no value assigned. "
            + "[Output] attributed properties must be assigned inside Stack constructor.");

    // The names share one pair of quotes in the published SDK's message.
    private static string Quote(IEnumerable<string> names) => $"'{string.Join(", ", names)}'";
}
