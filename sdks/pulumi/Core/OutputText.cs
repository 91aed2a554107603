namespace Pulumi;

/// <summary>What an output says when someone turns it into a string.</summary>
internal static class OutputText
{
    private const string Explanation =
        """
        An Output<T> has no text of its own: its value may not be known yet, and may be secret.
        To use the value in a string, derive an Output<string> from it:
        1. output.Apply(value => $"prefix{value}suffix")
        2. Output.Format($"prefix{output}suffix")
        See https://www.pulumi.com/docs/concepts/inputs-outputs
        """;

    public static string Describe(string? errorSwitch)
    {
        if (errorSwitch is "1" || string.Equals(errorSwitch, "true", StringComparison.OrdinalIgnoreCase))
        {
            throw new InvalidOperationException(Explanation);
        }

        if (Deployment.Current is not null)
        {
            Log.Warn(Explanation);
        }

        return Explanation;
    }
}
