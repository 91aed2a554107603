namespace Pulumi.Serialization;

/// <summary>Completes an output of a resource when the engine has answered.</summary>
internal interface IOutputCompletionSource
{
    /// <summary>Type of the output's value.</summary>
    Type TargetType { get; }

    IOutput Output { get; }

    void TrySetException(Exception e);

    void TrySetDefaultResult(bool isUnknown);

    void SetStringValue(string value, bool isKnown);

    void SetValue(OutputData<object?> data);
}
