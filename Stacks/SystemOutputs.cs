using Pulumi;

namespace Infra.Stacks;

/// <summary>What a system gives to whoever deploys it.</summary>
public sealed class SystemOutputs
{
    /// <summary>The outputs by name in camelCase, in the order they are worth reading: plain values or `Output`.</summary>
    public OrderedDictionary<string, object?> Values { get; init; } = [];

    /// <summary>What still waits for the operator: one sentence each, with the command or setting that ends the wait.</summary>
    public IList<Input<string>> Pending { get; init; } = [];
}
