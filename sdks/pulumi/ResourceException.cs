namespace Pulumi;

/// <summary>A failure that concerns one resource, under which the engine shows it.</summary>
public class ResourceException : Exception
{
    /// <summary>Makes an exception about a resource.</summary>
    /// <param name="message">What went wrong.</param>
    /// <param name="resource">The resource; null when it is about none in particular.</param>
    /// <param name="hideStack">Whether only the message is shown, because the stack trace says nothing to the user.</param>
    public ResourceException(string message, Resource? resource, bool hideStack = false)
        : base(message)
    {
        Resource = resource;
        HideStack = hideStack;
    }

    internal Resource? Resource { get; }

    internal bool HideStack { get; }
}
