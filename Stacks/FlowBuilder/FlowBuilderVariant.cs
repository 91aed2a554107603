namespace Infra.Stacks.FlowBuilder;

/// <summary>The two ways to deploy Flow Builder.</summary>
public enum FlowBuilderVariant
{
    /// <summary>A network, a database and services of its own, which scale.</summary>
    Standard,

    /// <summary>Nothing that costs while nothing runs: a pipe starts a Spot task per message, in an existing network with an external database.</summary>
    UltraCostOptimized,
}
