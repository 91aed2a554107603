namespace Infra.Sdks.Generator;

/// <summary>Is a fault of the generator's input: what, the value got, what is allowed and how to fix it.</summary>
public sealed class GeneratorException : Exception
{
    /// <summary>Initializes a new instance of the <see cref="GeneratorException"/> class.</summary>
    public GeneratorException()
    {
    }

    /// <summary>Initializes a new instance of the <see cref="GeneratorException"/> class.</summary>
    /// <param name="message">The fault in four parts.</param>
    public GeneratorException(string message)
        : base(message)
    {
    }

    /// <summary>Initializes a new instance of the <see cref="GeneratorException"/> class.</summary>
    /// <param name="message">The fault in four parts.</param>
    /// <param name="inner">What was caught.</param>
    public GeneratorException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
