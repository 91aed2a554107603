namespace Pulumi;

/// <summary>An output of another stack. Both properties are null when that stack has no such output or it is not known yet.</summary>
public sealed class StackReferenceOutputDetails
{
    /// <summary>The value, when it is not secret.</summary>
    public object? Value { get; internal set; }

    /// <summary>The value as plain text, when it is secret.</summary>
    public object? SecretValue { get; internal set; }
}
