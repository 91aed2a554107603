namespace Pulumi.Serialization;

/// <summary>An output whose value type is not known at compile time.</summary>
internal interface IOutput
{
    /// <summary>The value and what is known about it; faults when the computation of the output does.</summary>
    Task<OutputData<object?>> GetDataAsync();
}

/// <summary>An input whose value type is not known at compile time.</summary>
internal interface IInput
{
    /// <summary>
    /// What the input holds: a plain value or an <see cref="IOutput"/>. Lists and maps give their elements without flattening them.
    /// </summary>
    object? Value { get; }

    /// <summary>The input as one output; a list or map with an unknown element is unknown as a whole.</summary>
    IOutput ToOutput();
}

/// <summary>A union whose cases are not known at compile time.</summary>
internal interface IUnion
{
    /// <summary>The value of the case that is present.</summary>
    object? Value { get; }
}
