namespace Infra.Preview;

/// <summary>A fault in what the user gave: command line, project, stack file or program. Its message is all there is to say.</summary>
public sealed class PreviewException : Exception
{
    /// <summary>Makes a fault of the user's from its message: what, the value got, what is allowed, how to fix it.</summary>
    public PreviewException(string message)
        : base(message)
    {
    }

    /// <summary>Makes a fault of the user's from its message and its cause.</summary>
    public PreviewException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
