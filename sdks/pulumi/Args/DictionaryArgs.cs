using System.Collections.Immutable;
using Pulumi.Serialization;

namespace Pulumi;

/// <summary>The inputs of a resource as a dictionary, for resources without an args class.</summary>
public sealed class DictionaryResourceArgs : ResourceArgs
{
    private readonly ImmutableDictionary<string, object?> _dictionary;

    /// <summary>
    /// Makes args of inputs by their provider names. Throws <see cref="InvalidOperationException"/> when a value has a type that
    /// cannot be sent.
    /// </summary>
    public DictionaryResourceArgs(ImmutableDictionary<string, object?> dictionary) => _dictionary = SerializableTypes.Check(dictionary);

    internal override Task<ImmutableDictionary<string, object?>> ToDictionaryAsync() => Task.FromResult(_dictionary);
}

/// <summary>The arguments of a provider function as a dictionary, for functions without an args class.</summary>
public sealed class DictionaryInvokeArgs : InvokeArgs
{
    private readonly ImmutableDictionary<string, object?> _dictionary;

    /// <summary>
    /// Makes args of arguments by their provider names. Throws <see cref="InvalidOperationException"/> when a value has a type that
    /// cannot be sent.
    /// </summary>
    public DictionaryInvokeArgs(ImmutableDictionary<string, object?> dictionary) => _dictionary = SerializableTypes.Check(dictionary);

    internal override Task<ImmutableDictionary<string, object?>> ToDictionaryAsync() => Task.FromResult(_dictionary);
}
