using Pulumi.Serialization;

namespace Pulumi;

/// <summary>A value given to a resource: either plain or the output of something else.</summary>
/// <typeparam name="T">Type of the value.</typeparam>
public class Input<T> : IInput
{
    private readonly T _plain = default!;
    private readonly Output<T>? _output;

    private protected Input(T value) => _plain = value;

    private protected Input(Output<T> value) => _output = value ?? throw new ArgumentNullException(nameof(value));

    /// <summary>Makes an input of a plain value.</summary>
    public static implicit operator Input<T>(T value) => new(value);

    /// <summary>Makes an input of an output.</summary>
    public static implicit operator Input<T>(Output<T> value) => new(value);

    /// <summary>Makes an output of an input; of a plain value, one that is known and not secret.</summary>
    public static implicit operator Output<T>(Input<T> input) => input.ToOutput();

    object? IInput.Value => Elements;

    /// <summary>What the input holds, as <see cref="IInput.Value"/> gives it.</summary>
    internal virtual object? Elements => _output ?? (object?)_plain;

    /// <summary>The plain value, when the input was made of one.</summary>
    internal virtual bool TryGetPlain(out T value)
    {
        value = _plain;
        return _output is null;
    }

    internal virtual Output<T> AsOutput() => _output ?? Output.Create(_plain);

    IOutput IInput.ToOutput() => AsOutput();
}
