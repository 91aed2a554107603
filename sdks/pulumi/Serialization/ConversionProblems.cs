namespace Pulumi.Serialization;

/// <summary>Collects what did not fit while a value is converted; each problem leaves a default value behind.</summary>
internal sealed class ConversionProblems
{
    private List<string>? _messages;

    public IReadOnlyList<string> Messages => _messages ?? [];

    public bool Any => _messages is not null;

    public object? Mismatch(string context, Type expected, object value, object? fallback = null)
        => Add($"Expected {expected.FullName} but got {value.GetType().FullName} deserializing {context}", fallback);

    public object? Add(string message, object? fallback = null)
    {
        (_messages ??= []).Add(message);
        return fallback;
    }
}
